/** Apache's error log: the lines of one request, and what they mean. */
import type { CauseId } from '@why403/core';
import { APACHE_CODES } from '../shared/apache-codes.ts';
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

const AH: Readonly<Record<string, Meaning>> = Object.fromEntries(
  APACHE_CODES.flatMap(({ codes, causes, weight, says }) =>
    codes.map((code) => [code, { cause: causes[0], weight, says: `Apache logged that ${says}.` }]),
  ),
);

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
