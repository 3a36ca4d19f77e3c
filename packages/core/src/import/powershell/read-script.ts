import { unsetNote } from '../curl/words.ts';
import { errorAt, quoteShort } from '../parts/caret.ts';
import { readPowerShellString, readVariable } from './strings.ts';

/** A value of a script that needs no running. */
export type Value =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'plain'; readonly plain: number | boolean | null }
  | { readonly kind: 'table'; readonly pairs: (readonly [string, Value])[] }
  | { readonly kind: 'list'; readonly items: readonly Value[] }
  | { readonly kind: 'session'; readonly session: Session }
  | { readonly kind: 'unknown'; readonly source: string };

/** A web session: what `$session` collects. */
export interface Session {
  userAgent?: string;
  readonly cookies: { readonly name: string; readonly value: string; readonly domain: string }[];
  readonly headers: (readonly [string, string])[];
}

/** One call of a web cmdlet. */
export interface Call {
  readonly at: number;
  readonly length: number;
  readonly cmdlet: string;
  /** Parameters by their name in lower case, without the dash; `` for a positional one. */
  readonly parameters: readonly {
    readonly name: string;
    readonly value: Value | undefined;
    readonly at: number;
    readonly length: number;
  }[];
}

export interface Script {
  readonly calls: readonly Call[];
  readonly notes: readonly string[];
  /** Whether every line was read. */
  readonly whole: boolean;
}

/** The cmdlets and their aliases; `curl` and `wget` are aliases in Windows PowerShell. */
const CMDLET = /^(?:Invoke-WebRequest|Invoke-RestMethod|iwr|irm|curl|wget)(?![\w.-])/i;
const SWITCHES =
  /^(?:UseBasicParsing|UseDefaultCredentials|SkipCertificateCheck|SkipHeaderValidation|SkipHttpErrorCheck|DisableKeepAlive|PassThru|AllowUnencryptedAuthentication|PreserveAuthorizationOnRedirect|PreserveHttpMethodOnRedirect|AllowInsecureRedirect|NoProxy|ProxyUseDefaultCredentials|FollowRelLink|Resume|Verbose|Debug)$/i;
const DEEPEST = 50;

/** Reads a script of assignments and web cmdlets, by our own reader and without running it. Throws InputError with the place. */
export function readScript(text: string, env: Readonly<Record<string, string | undefined>>): Script {
  const variables = new Map<string, Value>();
  const calls: Call[] = [];
  const notes: string[] = [];
  let whole = true;
  let i = 0;

  const lookUp = (name: string): string | undefined => {
    const own = variables.get(name.toLowerCase());
    const value = own ? textOf(own) : /^env:/i.test(name) ? env[name.slice(4)] : undefined;
    if (value === undefined) notes.push(unsetNote(`$${name}`));
    return value;
  };
  const skip = (lines: boolean) => {
    for (;;) {
      const space = (lines ? /(?:\s|`[ \t]{0,9}\r?\n){1,4096}/y : /(?:[ \t\r]|`[ \t]{0,9}\r?\n){1,4096}/y) as RegExp;
      space.lastIndex = i;
      const run = space.exec(text)?.[0];
      if (run) i += run.length;
      else if (text[i] === '#' && lines) i = lineEnd();
      else return;
    }
  };
  const lineEnd = () => {
    const newline = text.indexOf('\n', i);
    return newline < 0 ? text.length : newline;
  };
  const passLine = () => {
    if (text.slice(i, lineEnd()).trim() !== '') whole = false;
    i = lineEnd();
  };
  const take = (pattern: RegExp, most = 400): RegExpExecArray | undefined => {
    const found = pattern.exec(text.slice(i, i + most));
    if (found?.index !== 0) return undefined;
    i += found[0].length;
    return found;
  };

  const readValue = (depth: number): Value => {
    if (depth > DEEPEST)
      throw errorAt('MALFORMED', `Values are nested more than ${DEEPEST} deep.`, { text, at: i, length: 1 });
    let value = readOperand(depth);
    for (;;) {
      const back = i;
      skip(depth > 0);
      if (depth > 0 && text[i] === '+') {
        i++;
        const right = readOperand(depth);
        value = { kind: 'text', text: `${textOf(value) ?? ''}${textOf(right) ?? ''}` };
      } else if (
        take(/^\|\s{0,9}ConvertTo-Json(?:\s{1,9}-Depth\s{1,9}[0-9]{1,3}|\s{1,9}-Compress|\s{1,9}[0-9]{1,3}){0,3}/i)
      ) {
        value = { kind: 'text', text: toJson(value) };
      } else {
        i = back;
        return value;
      }
    }
  };

  const readOperand = (depth: number): Value => {
    skip(depth > 0);
    const char = text[i] ?? '';
    if (char === '"' || char === "'" || /^@['"]\s/.test(text.slice(i, i + 3))) {
      const { value, end } = readPowerShellString(text, i, lookUp);
      i = end;
      return { kind: 'text', text: value };
    }
    if (text.startsWith('@{', i)) return readTable(depth);
    if (text.startsWith('@(', i)) {
      i += 2;
      return { kind: 'list', items: readArguments(depth) };
    }
    if (char === '(') {
      i++;
      const items = readArguments(depth);
      return items.length === 1 ? items[0]! : { kind: 'list', items };
    }
    // Encoders give the text back, casts do not change it.
    if (take(/^\[(?:System\.)?Text\.Encoding\]::(?:UTF8|ASCII|Default|Unicode)\.GetBytes(?=\()/i))
      return readOperand(depth);
    if (take(/^\[(?:System\.)?(?:Uri|Net\.WebUtility|Web\.HttpUtility)\]::(?:EscapeDataString|UrlEncode)(?=\()/i)) {
      const inner = textOf(readOperand(depth)) ?? '';
      return { kind: 'text', text: encodeURIComponent(inner.replace(/[\ud800-\udfff]/gu, '\ufffd')) };
    }
    if (take(/^\[(?:ordered|string|uri|int|hashtable|System\.Uri|pscustomobject)\]/i)) return readOperand(depth + 1);
    const made = take(/^New-Object\s{1,9}(?:-TypeName\s{1,9})?["']?([\w.[\]`,]{1,120})["']?/i);
    if (made) return readNew(made[1]!, depth);
    if (take(/^ConvertTo-Json\s{1,9}/i)) return { kind: 'text', text: toJson(readValue(depth + 1)) };
    if (char === '$') {
      const constant = take(/^\$(true|false|null)(?!\w)/i)?.[1]?.toLowerCase();
      if (constant) return { kind: 'plain', plain: constant === 'null' ? null : constant === 'true' };
      const own = /^\$([A-Za-z_]\w{0,80})(?![\w:])/.exec(text.slice(i, i + 90));
      const known = own ? variables.get(own[1]!.toLowerCase()) : undefined;
      if (own && known) {
        i += own[0].length;
        return known;
      }
      const { value, end } = readVariable(text, i, lookUp) ?? { value: '$', end: i + 1 };
      i = end;
      return { kind: 'text', text: value };
    }
    const number = take(/^-?[0-9]{1,15}(?:\.[0-9]{1,15})?(?=[\s,;)}|`]|$)/);
    if (number) return { kind: 'plain', plain: Number(number[0]) };
    const word = take(/^[^\s,;(){}|'"`$@]{1,4096}/, 4096)?.[0];
    if (word === undefined) {
      const at = Math.max(0, Math.min(i, text.length - 1));
      throw errorAt(
        'MALFORMED',
        i >= text.length ? 'The script ends where a value is wanted.' : `${quoteShort(char)} is not expected here.`,
        { text, at, length: 1 },
        'Copy the whole script, up to its last line.',
      );
    }
    return word.startsWith('[') ? { kind: 'unknown', source: word } : { kind: 'text', text: word };
  };

  /** Reads values up to the closing bracket, commas or line ends between them. */
  const readArguments = (depth: number): Value[] => {
    const items: Value[] = [];
    for (;;) {
      skip(true);
      if (text[i] === ')') {
        i++;
        return items;
      }
      if (text[i] === ',' || text[i] === ';') {
        i++;
        continue;
      }
      items.push(readValue(depth + 1));
    }
  };

  const readTable = (depth: number): Value => {
    const pairs: (readonly [string, Value])[] = [];
    i += 2;
    for (;;) {
      skip(true);
      if (text[i] === '}') {
        i++;
        return { kind: 'table', pairs };
      }
      if (text[i] === ';' || text[i] === ',') {
        i++;
        continue;
      }
      const key = readOperand(depth + 1);
      skip(true);
      // A bare key's word takes the equals sign with it where no space stands between.
      let name = textOf(key) ?? '';
      const equals = name.indexOf('=');
      if (text[i] === '=') i++;
      else if (equals > 0) {
        i -= name.length - equals - 1;
        name = name.slice(0, equals);
      } else
        throw errorAt('MALFORMED', 'An equals sign is missing here.', {
          text,
          at: Math.max(0, Math.min(i, text.length - 1)),
          length: 1,
        });
      pairs.push([name, readValue(depth + 1)]);
    }
  };

  const readNew = (type: string, depth: number): Value => {
    skip(false);
    const given = text[i] === '(' ? readOperand(depth + 1) : undefined;
    if (/WebRequestSession$/i.test(type)) return { kind: 'session', session: { cookies: [], headers: [] } };
    if (/Dictionary|Hashtable/i.test(type)) return { kind: 'table', pairs: [] };
    if (/Cookie$/i.test(type)) return given?.kind === 'list' ? given : { kind: 'list', items: given ? [given] : [] };
    return { kind: 'unknown', source: type };
  };

  /** Reads `$x = …`, `$x.Y = …`, `$x.Add(…)`, `$x["k"] = …`; gives whether it was one. */
  const readAssignment = (): boolean => {
    const start = take(/^(?:\[[\w.]{1,60}\]\s{0,9})?\$([A-Za-z_]\w{0,80})/);
    if (!start) return false;
    const name = start[1]!.toLowerCase();
    const target = variables.get(name);
    if (take(/^\s{0,9}=\s{0,9}(?!=)/)) {
      // `$response = Invoke-…` is a call, whose result is of no interest.
      if (CMDLET.test(text.slice(i, i + 40))) return false;
      variables.set(name, readValue(0));
    } else if (take(/^\.Cookies\.Add\(/i)) {
      const items = readArguments(1);
      const parts =
        items[0]?.kind === 'list'
          ? items[0].items
          : items.slice(-1).flatMap((one) => (one.kind === 'list' ? one.items : []));
      const [cookie, value, , domain] = parts.map((part) => textOf(part) ?? '');
      if (target?.kind === 'session' && cookie !== undefined)
        target.session.cookies.push({ name: cookie, value: value ?? '', domain: domain ?? '' });
    } else if (take(/^\.UserAgent\s{0,9}=\s{0,9}/i)) {
      const agent = textOf(readValue(0));
      if (target?.kind === 'session' && agent !== undefined) target.session.userAgent = agent;
    } else if (take(/^(?:\.Headers)?\.Add\(/i)) {
      const [key, value] = readArguments(1);
      if (target?.kind === 'session') target.session.headers.push([textOf(key) ?? '', textOf(value) ?? '']);
      else if (target?.kind === 'table' && key && value) target.pairs.push([textOf(key) ?? '', value]);
    } else if (take(/^\[/)) {
      const key = readValue(1);
      skip(true);
      if (text[i] === ']') i++;
      if (take(/^\s{0,9}=\s{0,9}/) && target?.kind === 'table') target.pairs.push([textOf(key) ?? '', readValue(0)]);
    } else if (take(/^\s{0,9}\|/)) {
      // What is done with an answer is no part of a request.
      i = lineEnd();
    } else passLine();
    return true;
  };

  const readCall = (cmdlet: string, at: number): void => {
    const parameters: Call['parameters'][number][] = [];
    for (;;) {
      skip(false);
      const from = i;
      if (i >= text.length || /[\n;|})]/.test(text[i]!)) break;
      // Splatting: the entries of a table are the parameters.
      const splat = take(/^@([A-Za-z_]\w{0,80})/)?.[1];
      const table = splat === undefined ? undefined : variables.get(splat.toLowerCase());
      if (table?.kind === 'table') {
        for (const [name, value] of table.pairs) {
          parameters.push({ name: name.toLowerCase(), value, at: from, length: Math.max(1, i - from) });
        }
      }
      if (splat !== undefined) continue;
      const dash = take(/^-([A-Za-z]{1,60}):?/)?.[1];
      if (dash === undefined) {
        parameters.push({ name: '', value: readValue(0), at: from, length: Math.max(1, i - from) });
        continue;
      }
      skip(false);
      const isSwitch =
        SWITCHES.test(dash) || i >= text.length || /[\n;|})]/.test(text[i]!) || /^-[A-Za-z]/.test(text.slice(i, i + 2));
      const value = isSwitch ? undefined : readValue(0);
      parameters.push({ name: dash.toLowerCase(), value, at: from, length: Math.max(1, i - from) });
    }
    calls.push({ at, length: cmdlet.length, cmdlet, parameters });
    if (text[i] === '|') i = lineEnd();
  };

  while (i < text.length) {
    skip(true);
    if (i >= text.length) break;
    const at = i;
    const cmdlet = take(CMDLET)?.[0];
    if (cmdlet) readCall(cmdlet, at);
    else if (!readAssignment() && i === at) {
      // A prompt, a bracket of a try block, or a command of another kind.
      if (!take(/^(?:PS [A-Za-z]:\\[^>\n]{0,200}>|[;(){}|]|try\b|\$\w{1,60}\s{0,9}=)/)) passLine();
    }
  }
  return { calls, notes, whole };
}

/** A value as PowerShell writes it into text; `undefined` for tables, lists and what is not known. */
export function textOf(value: Value | undefined): string | undefined {
  if (value?.kind === 'text') return value.text;
  if (value?.kind !== 'plain') return undefined;
  return value.plain === null
    ? ''
    : typeof value.plain === 'boolean'
      ? value.plain
        ? 'True'
        : 'False'
      : String(value.plain);
}

function toJson(value: Value): string {
  switch (value.kind) {
    case 'text':
      return JSON.stringify(value.text);
    case 'plain':
      return JSON.stringify(value.plain);
    case 'list':
      return `[${value.items.map(toJson).join(',')}]`;
    case 'table':
      return `{${value.pairs.map(([key, one]) => `${JSON.stringify(key)}:${toJson(one)}`).join(',')}}`;
    default:
      return 'null';
  }
}
