import { readlinkSync } from 'node:fs';
import { resolve } from 'node:path';
import { readFileText, readFolderNames } from '../../shared/read-file.ts';
import { runProgram } from '../shared/run-program.ts';

/** A running nginx. */
export interface RunningNginx {
  readonly pid: number;
  /** Absolute path of its main file. */
  readonly config: string;
  /** Its prefix folder without a slash at the end, where the command line or the program tells it. */
  readonly prefix: string;
  readonly prefixGiven: boolean;
  readonly workers: readonly number[];
}

let built: { prefix: string; conf: string; errorLog: string; user: string } | undefined;

/** What nginx was built with; Debian's values where the program cannot be asked. */
export function builtWith(): { prefix: string; conf: string; errorLog: string; user: string } {
  if (built) return built;
  // `nginx -V` writes to standard error. Where it is not installed, the files may come from another machine.
  const path = `${process.env['PATH'] ?? '/usr/bin:/bin'}:/usr/sbin:/sbin`;
  const { stderr: text } = runProgram('nginx', ['-V'], { timeout: 5000, env: { ...process.env, PATH: path } });
  const option = (name: string): string | undefined => new RegExp(`--${name}=([^\\s']+)`).exec(text)?.[1];
  built = {
    prefix: (option('prefix') ?? '/usr/share/nginx').replace(/\/$/, ''),
    conf: option('conf-path') ?? '/etc/nginx/nginx.conf',
    errorLog: option('error-log-path') ?? '/var/log/nginx/error.log',
    user: option('user') ?? 'nobody',
  };
  return built;
}

const words = (pid: string, file: string): string => {
  try {
    return readFileText(`/proc/${pid}/${file}`);
  } catch {
    return '';
  }
};

/** Masters of nginx that run on this machine, from /proc; empty where it cannot be read. */
export function runningNginx(): readonly RunningNginx[] {
  let pids: string[];
  try {
    pids = readFolderNames('/proc').filter((name) => /^\d+$/.test(name));
  } catch {
    return [];
  }
  const titles = new Map(pids.map((pid) => [pid, words(pid, 'cmdline').replace(/\0+$/, '').replaceAll('\0', ' ')]));
  const parents = new Map(
    pids
      .filter((pid) => titles.get(pid)?.startsWith('nginx: worker'))
      .map((pid) => [pid, /^PPid:\s*(\d+)/m.exec(words(pid, 'status'))?.[1]]),
  );
  return pids.flatMap((pid): RunningNginx[] => {
    const title = titles.get(pid) ?? '';
    if (!title.startsWith('nginx: master process ')) return [];
    const args = title.slice('nginx: master process '.length).split(' ');
    const value = (flag: string): string | undefined => {
      const at = args.indexOf(flag);
      return at < 0 ? undefined : args[at + 1];
    };
    let cwd = '/';
    try {
      cwd = readlinkSync(`/proc/${pid}/cwd`);
    } catch {
      // Another user's process: relative names cannot be followed.
    }
    const given = value('-p');
    const prefix = given === undefined ? builtWith().prefix : resolve(cwd, given);
    const config = resolve(prefix, value('-c') ?? builtWith().conf);
    const workers = [...parents].filter(([, parent]) => parent === pid).map(([worker]) => Number(worker));
    return [{ pid: Number(pid), config, prefix, prefixGiven: given !== undefined, workers }];
  });
}
