import { basename } from 'node:path';
import { readFileText, readFolderNames } from '../../shared/read-file.ts';

/** A refusal by something above the file's own rights. */
export interface Confinement {
  readonly says: string;
  readonly quote: string;
  readonly location?: { readonly file: string; readonly line?: number };
  /** One sentence: the least change. */
  readonly remedy?: string;
}

interface Setting {
  readonly key: string;
  readonly value: string;
  readonly file: string;
  readonly line: number;
  readonly quote: string;
}

const UNIT_FOLDERS = [
  '/etc/systemd/system',
  '/run/systemd/system',
  '/usr/local/lib/systemd/system',
  '/usr/lib/systemd/system',
  '/lib/systemd/system',
];

/** Settings of the `[Service]` section of a unit file; an empty value clears what stood before (systemd.exec(5)). */
export function parseUnit(text: string, file: string): Setting[] {
  let section = '';
  return text.split('\n').flatMap((raw, index) => {
    const line = raw.trim();
    if (line.startsWith('[')) section = line;
    const equals = line.indexOf('=');
    if (section !== '[Service]' || equals < 1 || line.startsWith('#') || line.startsWith(';')) return [];
    return [
      { key: line.slice(0, equals).trim(), value: line.slice(equals + 1).trim(), file, line: index + 1, quote: line },
    ];
  });
}

/** The unit's file and drop-ins of a running process, from its cgroup; empty where it is in no service. */
export function unitSettings(pid: number): Setting[] {
  let unit: string | undefined;
  try {
    unit = /\/([^/\n]+\.service)(?:\/|$)/m.exec(readFileText(`/proc/${pid}/cgroup`))?.[1];
  } catch {
    return [];
  }
  if (!unit) return [];
  const template = unit.replace(/@[^.]*\./, '@.');
  const settings: Setting[] = [];
  const load = (file: string): boolean => {
    try {
      settings.push(...parseUnit(readFileText(file), file));
      return true;
    } catch {
      return false;
    }
  };
  UNIT_FOLDERS.some((folder) => load(`${folder}/${unit}`) || load(`${folder}/${template}`));
  const dropIns = new Map<string, string>();
  for (const folder of [...UNIT_FOLDERS].reverse())
    for (const name of [...new Set([template, unit, 'service'])])
      try {
        for (const file of readFolderNames(`${folder}/${name}.d`))
          if (file.endsWith('.conf')) dropIns.set(file, `${folder}/${name}.d/${file}`);
      } catch {
        // No drop-ins there.
      }
  for (const [, file] of [...dropIns].sort(([a], [b]) => (a < b ? -1 : 1))) load(file);
  return settings;
}

const below = (path: string, folder: string): boolean =>
  folder === '/' || path === folder || path.startsWith(`${folder}/`);
const paths = (value: string): string[] =>
  value
    .split(/\s+/)
    .map(
      (word) =>
        word
          .replace(/^"|"$/g, '')
          .replace(/^[-+]{1,2}/, '')
          .split(':')[0] ?? '',
    )
    .filter((word) => word.startsWith('/'));

/** Which setting of the unit keeps the service from this path (systemd.exec(5), "Sandboxing"). */
export function refusalOfUnit(settings: readonly Setting[], path: string, change: boolean): Confinement | undefined {
  const last = (key: string): Setting | undefined => settings.findLast((setting) => setting.key === key);
  const lists = (key: string): Setting[] => {
    const all = settings.filter((setting) => setting.key === key);
    return all.slice(all.findLastIndex((setting) => setting.value === '') + 1);
  };
  const tell = (setting: Setting, says: string): Confinement => ({
    says,
    quote: setting.quote,
    location: { file: setting.file, line: setting.line },
    remedy: change
      ? `Name ${path} in ReadWritePaths= of a drop-in (systemctl edit), then restart the service.`
      : `Move the files to a place that the service sees, or relax ${setting.key}= in a drop-in (systemctl edit), then restart the service.`,
  });
  const excepted = ['ReadWritePaths', 'BindPaths', ...(change ? [] : ['ReadOnlyPaths', 'BindReadOnlyPaths'])].some(
    (key) => lists(key).some((setting) => paths(setting.value).some((folder) => below(path, folder))),
  );
  for (const setting of lists('InaccessiblePaths'))
    if (paths(setting.value).some((folder) => below(path, folder)))
      return tell(setting, `the unit hides ${path} from the service`);
  const home = last('ProtectHome');
  const inHome = ['/home', '/root', '/run/user'].some((folder) => below(path, folder));
  if (home && inHome && !excepted) {
    if (/^(?:yes|true|1|on|tmpfs)$/i.test(home.value))
      return tell(home, `the unit hides /home, /root and /run/user from the service, so ${path} is out of its reach`);
    if (change && home.value === 'read-only')
      return tell(home, `the unit lets the service only read in /home, /root and /run/user`);
  }
  const temporary = last('PrivateTmp');
  if (
    temporary &&
    /^(?:yes|true|1|on|disconnected)$/i.test(temporary.value) &&
    (below(path, '/tmp') || below(path, '/var/tmp'))
  )
    return tell(temporary, `the unit gives the service a /tmp of its own, so it does not see ${path}`);
  for (const setting of lists('TemporaryFileSystem'))
    if (paths(setting.value).some((folder) => below(path, folder)) && !excepted)
      return tell(setting, `the unit lays an empty file system over ${path}`);
  if (!change || excepted) return undefined;
  for (const setting of lists('ReadOnlyPaths'))
    if (paths(setting.value).some((folder) => below(path, folder)))
      return tell(setting, `the unit lets the service only read ${path}`);
  const system = last('ProtectSystem');
  const covered = {
    yes: ['/usr', '/boot', '/efi'],
    true: ['/usr', '/boot', '/efi'],
    full: ['/usr', '/boot', '/efi', '/etc'],
    strict: ['/'],
  }[system?.value ?? ''];
  if (
    system &&
    covered?.some((folder) => below(path, folder)) &&
    !['/dev', '/proc', '/sys'].some((folder) => below(path, folder))
  )
    return tell(system, `the unit lets the service only read ${path}`);
  return undefined;
}

/** The denial by SELinux or AppArmor in a log that belongs to this path and program, the latest one. */
export function denialInLog(text: string, path: string, programs: readonly string[]): Confinement | undefined {
  const name = basename(path);
  const lines = text.split('\n');
  for (let i = lines.length - 1; i >= 0; i--) {
    const line = lines[i] as string;
    const selinux = line.includes('avc:') && line.includes('denied');
    const apparmor = line.includes('apparmor="DENIED"');
    if (!selinux && !apparmor) continue;
    const field = (key: string): string | undefined => new RegExp(`\\b${key}="([^"]{0,4096})"`).exec(line)?.[1];
    const comm = field('comm');
    if (comm !== undefined && !programs.some((program) => comm.startsWith(program))) continue;
    const named = field('path') ?? field('name');
    if (named !== path && !(selinux && named === name)) continue;
    const says = selinux
      ? `SELinux denied ${comm ?? 'the server'} access to ${path}: its label does not allow it`
      : `AppArmor denied ${comm ?? 'the server'} access to ${path} (profile ${field('profile') ?? 'unknown'})`;
    const remedy = selinux
      ? `Give ${path} the label that its place should have (restorecon -v), or one that the server may read (semanage fcontext).`
      : `Allow ${path} in the AppArmor profile and load it again (apparmor_parser -r).`;
    return { says, quote: line.trim().slice(0, 400), remedy };
  }
  return undefined;
}
