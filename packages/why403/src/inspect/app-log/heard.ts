/**
 * What an application wrote in words of its own while it refused: the sentence out of a line of any usual form (JSON as pino,
 * bunyan, zap and structlog write it, logfmt, or plain text), and the causes that its words stand for.
 */
import { type CauseId, type Claim, catalogue, overhear } from '@why403/core';

export interface HeardLine {
  readonly causes: readonly CauseId[];
  /** What the words say, for the user. */
  readonly says: string;
}

/** Fields in which structured logs explain themselves; what stands deeper is looked through as well. */
const TOLD =
  /^(?:msg|message|reason|error|err|detail|details|cause|description|event|why|denied|exception|error_description|error_message|type|code)$/i;
/** Fields that name the request's path. */
const PATH = /^(?:path|url|uri|request_uri|endpoint|route|target|resource|request_path|original_?url)$/i;
const MOST_FIELDS = 60;

interface Read {
  readonly text: string;
  readonly path: string | undefined;
}

/** Whether a line names paths, and this one is not among them: it is another request's. Files of the system are no such paths. */
export function namesAnother(line: string, path: string): boolean {
  return isAnother(readLine(line), line, path);
}

function isAnother({ path: told }: Read, line: string, path: string): boolean {
  const named = told === undefined ? [...line.matchAll(LOOSE)].map(([, loose = '']) => loose) : [told];
  const paths = named.filter((one) => !SYSTEM.test(one)).map(plainPath);
  return paths.length > 0 && !paths.includes(plainPath(path));
}

/** A path that stands by itself in a sentence. */
const LOOSE = /(?:^|[\s"'`(=,])(\/[^\s"'`),;]{1,300})/g;
const SYSTEM = /^\/(?:usr|var|home|opt|srv|etc|tmp|root|proc|lib\d{0,2}|mnt|run|Users|nix|node_modules)\//;

function plainPath(path: string): string {
  const bare = path.replace(/^[a-z]{2,6}:\/\/[^/]*/i, '').split('?', 1)[0] ?? '';
  return bare.replace(/[:.\]]{1,3}$/, '').replace(/(?<=.)\/$/, '');
}

/**
 * What the line says of the request to this path, where its words stand for one cause, or for two that are told apart no
 * further; undefined where it names another path.
 */
export function hearLine(line: string, path: string): HeardLine | undefined {
  const read = readLine(line);
  if (isAnother(read, line, path)) return undefined;
  // whom it came from is told with most refusals: only where nothing else is said is the address the reason
  const plain = read.text.replace(FROM, ' ');
  const told = LOGIN.test(plain) ? [plain] : [plain, read.text];
  const claims = told.map(claimsOf).find((found) => found.length > 0) ?? [];
  const causes = [...new Set(claims.map(({ cause }) => cause))];
  if (!causes.length || causes.length > 2) return undefined;
  return { causes, says: claims[0]!.says.replace(/^the answer /, '') };
}

const FROM =
  /\b(?:from|by|peer|client|remote(?:_addr)?|addr(?:ess)?|ip)[\s:=]{1,3}["'([]?(?:\d{1,3}(?:\.\d{1,3}){3}|(?:[\da-f]{0,4}:){2,7}[\da-f]{0,4})[)\]"']?(?::\d{1,5})?/gi;

const LOGIN = /\b(?:log[- ]?ins?|log(?:ged)? on|auth\w*|passwords?|sign[- ]?ins?|credentials?)\b/i;

const claimsOf = (text: string): readonly Claim[] =>
  overhear(text, catalogue).filter(({ weight }) => weight === 'suggests' || weight === 'proves');

function readLine(line: string): Read {
  return readJson(line) ?? readLogfmt(line) ?? readPlain(line);
}

function readJson(line: string): Read | undefined {
  const start = line.indexOf('{');
  if (start < 0 || !line.trimEnd().endsWith('}')) return undefined;
  try {
    const texts: string[] = [];
    let path: string | undefined;
    const open: [string, unknown][] = Object.entries(JSON.parse(line.slice(start)) as object);
    for (let i = 0; i < open.length && i < MOST_FIELDS; i++) {
      const [name, value] = open[i]!;
      if (typeof value === 'string') {
        if (PATH.test(name) && value.includes('/')) path ??= value;
        else if (TOLD.test(name)) texts.push(value);
      } else if (value !== null && typeof value === 'object' && !Array.isArray(value))
        open.push(...Object.entries(value));
    }
    return { text: texts.join('. '), path };
  } catch {
    return undefined;
  }
}

function readLogfmt(line: string): Read | undefined {
  const fields = [...line.matchAll(/(?:^|\s)([a-z][\w.]{0,30})=(?:"([^"]{0,500})"|(\S{1,300}))/gi)].slice(
    0,
    MOST_FIELDS,
  );
  if (fields.length < 3) return undefined;
  const of = (names: RegExp): string[] =>
    fields.flatMap(([, name = '', quoted, bare]) => (names.test(name) ? [quoted ?? bare ?? ''] : []));
  return { text: of(TOLD).join('. '), path: of(PATH).find((value) => value.includes('/')) };
}

/** When, how grave and in which thread: what loggers put before a message. */
const HEAD =
  /^(?:\s{0,4}(?:\[[^\]]{1,80}\]|\d[\dT:.,+Z/-]{3,40}|\b(?:TRACE|DEBUG|INFO|WARN(?:ING)?|ERROR|FATAL|CRITICAL|NOTICE)\b:?|[-|])){1,8}/i;

function readPlain(line: string): Read {
  // what an application told the web server's log stands in quotes there
  const told = /PHP message: ([^"]{1,600}?)(?:" while |$)/.exec(line)?.[1] ?? line;
  const path = /\b(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS) "?(\/[^\s"?]{0,300})/.exec(line)?.[1];
  return {
    // names of checks are words: `require_business_plan`, `IpGuard`
    text: told
      .replace(HEAD, '')
      .replace(/[_:]+/g, ' ')
      .replace(/([a-z])([A-Z])/g, '$1 $2')
      .replace(/\/[^\s"]{1,300}/g, ' '),
    path,
  };
}
