import { InputError } from '../model/errors.ts';
import type { Body, Header } from '../model/exchange.ts';
import type { Imported, Importer, SendOptions } from '../model/importer.ts';
import { locate, urlOf } from './curl/locate.ts';
import { splitLine } from './curl/split-line.ts';
import { leavesOpen } from './curl/words.ts';
import { encodeUtf8, toBase64 } from './parts/bytes.ts';
import { quoteShort } from './parts/caret.ts';
import { namedVariables } from './text/variables.ts';

const COMMAND = /^(?:https?|xhs?)$/;
const HINT = 'A line of HTTPie looks like: http POST https://host/path name=value Header:value';
/** Options that take a value, by what is read of them; the others of these change nothing of the request. */
const VALUED =
  /^(?:-[Aasopv]{0,4}[Aasop]|--(?:auth|auth-type|session|session-read-only|style|output|print|pretty|verify|cert|cert-key|cert-key-pass|proxy|timeout|max-redirects|max-headers|raw|default-scheme|format-options|response-charset|response-mime|chunked|history-print|ssl|ciphers|boundary|bearer|http-version|resolve|interface|follow-max))$/;
/** What would change the request, and is not done. */
const UNKNOWN =
  /^--(?:session(?:-read-only)?|cert|cert-key|proxy|chunked|compress|ssl|ciphers|interface|resolve|multipart|unix-socket)$|^-x$/;

/** A command line of HTTPie or xh. */
const httpie: Importer = {
  id: 'httpie',
  title: 'HTTPie command',
  accepts(text) {
    const line = firstLine(text);
    if (!/^(?:https?|xhs?)[ \t]{1,9}\S/.test(line)) return false;
    // an answer may follow it in a terminal's paste, which raw HTTP reads
    return !/^(?:< )?HTTP\/[0-9](?:\.[0-9])? [0-9]{3}\b/m.test(text.slice(0, 70_000));
  },
  read(text, context) {
    if (text.length > 1_000_000) throw new InputError('NOT_HTTP', 'The text is too long for a command of HTTPie.');
    const bare = text.replace(/^\s{0,200}(?:[$%❯>] )/, '');
    const { commands, notes } = splitLine(bare, context.env ?? {});
    const words = commands[0]?.words.map(({ value }) => value) ?? [];
    if (!COMMAND.test(words[0] ?? ''))
      throw new InputError('NOT_HTTP', 'There is no HTTPie command in this text.', { hint: HINT });
    const read = readWords(words, context.name);
    const alone = commands.length === 1 && !leavesOpen(notes) && namedVariables(read.exchange.request).length === 0;
    return [
      { ...read, form: alone ? 'command' : 'record', notes: [...notes, ...namedVariables(read.exchange.request)] },
    ];
  },
};

export default httpie;

function firstLine(text: string): string {
  return text
    .slice(0, 4096)
    .replace(/^\ufeff/, '')
    .trimStart()
    .replace(/^(?:[$%❯>] )/, '')
    .split('\n', 1)[0]!;
}

interface Given {
  readonly flags: Map<string, string>;
  readonly positional: string[];
}

function sortWords(words: readonly string[]): Given {
  const flags = new Map<string, string>();
  const positional: string[] = [];
  for (let at = 1; at < words.length; at++) {
    const word = words[at]!;
    const [name, own] = /^(--[a-z-]{2,40})=(.*)$/s.exec(word)?.slice(1) ?? [word];
    if (!word.startsWith('-') || word === '-') positional.push(word);
    else if (own !== undefined) flags.set(name!, own);
    else if (VALUED.test(name!))
      flags.set(/^-[a-zA-Z]{2,}$/.test(name!) ? `-${name!.at(-1)}` : name!, words[++at] ?? '');
    else flags.set(name!, '');
    const refused = /^-[A-Z]?$/.test(name!) ? undefined : UNKNOWN.exec(name!)?.[0];
    if (refused)
      throw new InputError(
        'UNSUPPORTED_OPTION',
        `${refused} would change how the request is sent, and why403 cannot do it.`,
        {
          hint: 'Run the command with -v, and give its output.',
        },
      );
  }
  return { flags, positional };
}

function readWords(words: readonly string[], name: string | undefined): Imported {
  const { flags, positional } = sortWords(words);
  const hasMethod =
    positional.length > 1 && /^[A-Za-z]{2,20}$/.test(positional[0]!) && !/^localhost$/i.test(positional[0]!);
  const typed = hasMethod ? positional[1]! : positional[0];
  if (typed === undefined) throw new InputError('NO_URL', 'The HTTPie command names no URL.', { hint: HINT });
  const scheme = flags.get('--default-scheme') || (/^(?:https|xhs)$/.test(words[0]!) ? 'https' : 'http');
  const location = locate(typed.replace(/^:(?=\d|\/|$)/, 'localhost:').replace(/^localhost:(?=\/|$)/, 'localhost'), {
    scheme,
  });
  const items = readItems(positional.slice(hasMethod ? 2 : 1));
  const form = flags.has('--form') || flags.has('-f');
  const body = bodyOf(items, form, flags.get('--raw'));
  const method = hasMethod ? positional[0]!.toUpperCase() : body ? 'POST' : 'GET';
  const has = (wanted: string): boolean => items.headers.some(([one]) => one.toLowerCase() === wanted);
  const auth = authOf(flags);
  const isJson = body !== undefined && !form;
  const agent = /^xh/.test(words[0]!) ? 'xh' : 'HTTPie';
  const headers: Header[] = [
    ...(has('user-agent') ? [] : [['User-Agent', agent] as const]),
    ...(has('accept') ? [] : [['Accept', isJson ? 'application/json, */*;q=0.5' : '*/*'] as const]),
    ...(body && !has('content-type')
      ? [['Content-Type', form ? 'application/x-www-form-urlencoded; charset=utf-8' : 'application/json'] as const]
      : []),
    ...(auth.header && !has('authorization') ? [['Authorization', auth.header] as const] : []),
    ...items.headers,
  ];
  const query = items.query.map(([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(value)}`).join('&');
  const joined = query === '' ? location.query : `${location.query === '' ? '?' : `${location.query}&`}${query}`;
  return {
    exchange: {
      request: { method, url: urlOf({ ...location, query: joined }), headers, ...(body ? { body } : {}) },
      gaps: [],
      ...(name === undefined ? {} : { source: { name } }),
    },
    send: { ...auth.send, ...sendOf(flags) },
    notes: [],
    tool: 'httpie',
  };
}

interface Items {
  readonly headers: Header[];
  readonly query: (readonly [string, string])[];
  readonly fields: (readonly [string, unknown])[];
}

/** Request items (https://httpie.io/docs/cli/request-items): the first separator decides, a backslash keeps one from being one. */
function readItems(words: readonly string[]): Items {
  const items: Items = { headers: [], query: [], fields: [] };
  for (const word of words) {
    const match = /^((?:[^\\:=@;]|\\.)*)(:=@|=@|:=|==|=|@|:|;)(.*)$/s.exec(word);
    if (!match) throw new InputError('BAD_VALUE', `${quoteShort(word)} is no request item of HTTPie.`, { hint: HINT });
    const name = unescaped(match[1]!);
    const value = unescaped(match[3]!);
    if (match[2]!.endsWith('@'))
      throw new InputError(
        'UNSUPPORTED_OPTION',
        `${quoteShort(word)} reads a file, and why403 does not do that for HTTPie.`,
        {
          hint: 'Run the command with -v, and give its output.',
        },
      );
    if (match[2] === ':' || match[2] === ';') {
      if (/^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,200}$/.test(name)) items.headers.push([name, value.trim()]);
    } else if (match[2] === '==') items.query.push([name, value]);
    else items.fields.push([name, match[2] === ':=' ? jsonOf(value) : value]);
  }
  return items;
}

/** Only what would be a separator is taken out of its escape. */
function unescaped(text: string): string {
  return text.replace(/\\([:=@;])/g, '$1');
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new InputError('BAD_VALUE', `${quoteShort(text)} behind := is not JSON.`);
  }
}

function bodyOf({ fields }: Items, form: boolean, raw: string | undefined): Body | undefined {
  if (raw !== undefined) return { text: raw };
  if (fields.length === 0) return undefined;
  if (form) return { text: new URLSearchParams(fields.map(([name, value]) => [name, String(value)])).toString() };
  return { text: JSON.stringify(Object.fromEntries(fields)) };
}

function authOf(flags: ReadonlyMap<string, string>): { readonly header?: string; readonly send: SendOptions } {
  const bearer = flags.get('--bearer');
  const given = flags.get('-a') ?? flags.get('--auth') ?? bearer;
  if (given === undefined) return { send: {} };
  const type = bearer === undefined ? (flags.get('-A') ?? flags.get('--auth-type') ?? 'basic') : 'bearer';
  if (type === 'bearer') return { header: `Bearer ${given}`, send: {} };
  if (type === 'digest') return { send: { digest: true, user: given } };
  if (type !== 'basic')
    throw new InputError('UNSUPPORTED_OPTION', `--auth-type ${quoteShort(type, 20)} cannot be done by why403.`);
  return { header: `Basic ${toBase64(encodeUtf8(given.includes(':') ? given : `${given}:`))}`, send: {} };
}

function sendOf(flags: ReadonlyMap<string, string>): SendOptions {
  const seconds = Number(flags.get('--timeout') ?? Number.NaN);
  return {
    ...(flags.has('--follow') || flags.has('-F') ? { follow: true } : {}),
    ...(/^(?:no|false)$/i.test(flags.get('--verify') ?? '') ? { insecure: true } : {}),
    ...(seconds > 0 ? { timeout: seconds * 1000 } : {}),
  };
}
