/** Apache's error log: the lines of one request, and what their AH codes mean. Source of the codes: the LOGNO() marks in httpd's sources. */
import type { CauseId } from '@why403/core';
import type { ServerView } from './shared/server-view.ts';
import type { Finding } from './types.ts';

export interface ErrorLine {
  readonly time: Date | undefined;
  readonly module: string;
  readonly client: string | undefined;
  readonly code: string | undefined;
  readonly message: string;
  readonly raw: string;
  readonly lineNumber: number;
}

interface Meaning {
  readonly cause: CauseId;
  readonly weight: Finding['weight'];
  readonly says: string;
}

const AH: Readonly<Record<string, Meaning>> = {
  AH01630: {
    cause: 'server-rule',
    weight: 'hints',
    says: 'Apache logged that a "Require" denied it, which stands for an address, a method, a variable or a plain deny alike.',
  },
  AH01797: { cause: 'server-rule', weight: 'hints', says: 'Apache logged that Order, Allow and Deny refused it.' },
  AH01276: {
    cause: 'directory-listing',
    weight: 'proves',
    says: 'Apache logged that the directory has no index file and may not be listed.',
  },
  AH00035: {
    cause: 'file-permissions',
    weight: 'proves',
    says: 'Apache logged that it may not search a directory on the path.',
  },
  AH00132: { cause: 'file-permissions', weight: 'proves', says: "Apache logged that the file's permissions deny it." },
  AH00036: {
    cause: 'file-permissions',
    weight: 'suggests',
    says: 'Apache logged that it could not look at a component of the path.',
  },
  AH00037: {
    cause: 'file-permissions',
    weight: 'proves',
    says: 'Apache logged that the link on the path may not be followed, or its target not be reached.',
  },
  AH00529: {
    cause: 'file-permissions',
    weight: 'proves',
    says: 'Apache logged that it cannot read an .htaccess file on the path, and so refuses everything below it.',
  },
  AH00670: {
    cause: 'server-rule',
    weight: 'proves',
    says: 'Apache logged that RewriteRule is forbidden where neither FollowSymLinks nor SymLinksIfOwnerMatch is on.',
  },
  AH01264: {
    cause: 'server-rule',
    weight: 'hints',
    says: 'Apache logged that the script does not exist or cannot be found.',
  },
  AH01262: {
    cause: 'server-rule',
    weight: 'proves',
    says: 'Apache logged that programs may not be run in this directory (no ExecCGI).',
  },
  AH01617: {
    cause: 'credentials-invalid',
    weight: 'proves',
    says: 'Apache logged that the password does not fit the user.',
  },
  AH01618: { cause: 'credentials-invalid', weight: 'proves', says: 'Apache logged that it has no such user.' },
  AH01629: {
    cause: 'credentials-missing',
    weight: 'suggests',
    says: 'Apache logged that no user was given where one is needed.',
  },
  AH01631: {
    cause: 'role-missing',
    weight: 'proves',
    says: 'Apache logged that the user is known and not allowed here.',
  },
  AH01790: { cause: 'credentials-invalid', weight: 'proves', says: 'Apache logged that it has no such user (digest).' },
  AH02219: {
    cause: 'tls-required',
    weight: 'proves',
    says: 'Apache logged that this place wants TLS (SSLRequireSSL).',
  },
  AH02229: {
    cause: 'server-rule',
    weight: 'suggests',
    says: 'Apache logged that the SSLRequire expression was not fulfilled.',
  },
  AH02261: {
    cause: 'tls-required',
    weight: 'proves',
    says: 'Apache logged that renegotiation for a client certificate failed.',
  },
  AH02039: {
    cause: 'tls-required',
    weight: 'suggests',
    says: 'Apache logged that the client certificate did not verify.',
  },
  AH10244: { cause: 'content-rejected', weight: 'suggests', says: 'Apache logged that the path is not valid.' },
};

interface Words {
  readonly pattern: RegExp;
  readonly meaning: Meaning;
}

const WORDS: readonly Words[] = [
  {
    pattern: /ModSecurity: Access denied with code \d{3}/,
    meaning: { cause: 'content-rejected', weight: 'proves', says: 'ModSecurity refused it by one of its rules.' },
  },
  {
    pattern: /client denied by server configuration: [^"]*mod_evasive|Blacklisting address|mod_evasive/i,
    meaning: { cause: 'rate-limited', weight: 'proves', says: 'mod_evasive blocked the client for sending too much.' },
  },
  {
    pattern: /Service not enabled/,
    meaning: {
      cause: 'feature-unavailable',
      weight: 'proves',
      says: 'git http-backend says that this service is not enabled for the repository.',
    },
  },
  {
    pattern: /Repository not exported/,
    meaning: {
      cause: 'object-hidden',
      weight: 'proves',
      says: 'git http-backend says that the repository is there and not exported.',
    },
  },
  {
    pattern: /attempt to make remote request from mod_rewrite without proxy enabled/,
    meaning: {
      cause: 'server-rule',
      weight: 'proves',
      says: 'A RewriteRule with [P] stands here and mod_proxy is not loaded.',
    },
  },
];

/** Reads one line of the default ErrorLogFormat. */
export function readErrorLine(raw: string, lineNumber: number): ErrorLine | undefined {
  const head = /^\[([A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d [\d:.]{8,20} \d{4})\] \[([\w-]*):?(\w+)\]/.exec(raw);
  if (!head) return undefined;
  const rest = raw.slice(head[0].length);
  const client = /\[(?:client|remote) ([^\]\s]+)\]/.exec(rest)?.[1]?.replace(/:\d+$/, '');
  const code = /\b(AH\d{5}):/.exec(rest)?.[1];
  const message = rest.replace(/^(?: \[[^\]]*\]| \([^)]*\)[^:]*:)*/, '').trim();
  const time = new Date((head[1] as string).replace(/\.\d+/, ''));
  return {
    time: Number.isNaN(time.getTime()) ? undefined : time,
    module: head[2] ?? '',
    client,
    code,
    message,
    raw,
    lineNumber,
  };
}

const NEAR_MS = 3000;

/** The lines that belong to this request: near its time where that is known, and naming its path or file, the latest ones. */
export function findErrorLines(
  lines: readonly string[],
  view: ServerView,
  paths: readonly string[],
): readonly ErrorLine[] {
  const wanted = paths.filter((path) => path.length > 1);
  const out: ErrorLine[] = [];
  for (let i = lines.length - 1; i >= 0 && out.length < 3; i--) {
    const line = readErrorLine(lines[i] as string, i + 1);
    if (!line) continue;
    if (view.date && line.time && Math.abs(line.time.getTime() - view.date.getTime()) > NEAR_MS) continue;
    const about =
      line.code !== undefined && line.code in AH
        ? AH[line.code]
        : WORDS.find(({ pattern }) => pattern.test(line.raw))?.meaning;
    if (!about) continue;
    // Lines of programs (AH01215) name no path of the request; time and client are all there is.
    const named = wanted.some((path) => line.raw.includes(path)) || line.code === 'AH01215' || view.rawPath === '/';
    const same = !line.client || !view.clientAddress || line.client === view.clientAddress;
    if (named && same) out.push(line);
  }
  return out;
}

/** The latest line's meaning as a finding. */
export function explainErrorLine(line: ErrorLine, file: string): Finding | undefined {
  const meaning = WORDS.find(({ pattern }) => pattern.test(line.raw))?.meaning ?? AH[line.code ?? ''];
  if (!meaning) return undefined;
  const rule = /\[id "(\d{1,10})"\]/.exec(line.raw)?.[1];
  const message = /\[msg "([^"]{0,200})"\]/.exec(line.raw)?.[1];
  const detail = rule ? ` Rule ${rule}${message ? `: ${message}` : ''}.` : '';
  return {
    ...meaning,
    says: `${meaning.says}${detail}`,
    quote: line.raw.slice(0, 500),
    location: { file },
    fixes: [],
    by: 'apache',
  };
}
