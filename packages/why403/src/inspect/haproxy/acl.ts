/** HAProxy's ACLs: the ways of matching a sample against values. Source: https://docs.haproxy.org/2.6/configuration.html#7.1 */

import { readConfigured } from '../../shared/read-file.ts';
import { rangeHolds } from '../shared/address-match.ts';
import type { Edit } from '../shared/config-edit.ts';
import { quoteEvidence } from '../shared/quote-value.ts';
import { type About, lineKey, type Place } from '../shared/trial.ts';
import { compilePattern } from '../shared/user-pattern.ts';
import type { Term } from './parse.ts';
import { type Context, readSample, type Sample, splitFetch } from './sample.ts';

export interface Acl {
  readonly name: string;
  readonly words: readonly string[];
  readonly place: Place;
}

/** ACLs that HAProxy has by itself. */
const BUILT_IN: Readonly<Record<string, string>> = {
  TRUE: 'always_true',
  FALSE: 'always_false',
  LOCALHOST: 'src 127.0.0.1/8 ::1',
  HTTP: 'req.proto_http',
  WAIT_END: 'wait_end',
  METH_GET: 'method GET HEAD',
  METH_POST: 'method POST',
  METH_PUT: 'method PUT',
  METH_DELETE: 'method DELETE',
  METH_HEAD: 'method HEAD',
  METH_OPTIONS: 'method OPTIONS',
  METH_CONNECT: 'method CONNECT',
  METH_PATCH: 'method PATCH',
  METH_TRACE: 'method TRACE',
  'HTTP_1.0': 'req.ver 1.0',
  'HTTP_1.1': 'req.ver 1.1',
  'HTTP_2.0': 'req.ver 2.0',
  HTTP_URL_SLASH: 'url_beg /',
  HTTP_URL_STAR: 'url *',
  HTTP_CONTENT: 'req.hdr_val(content-length) gt 0',
};

/** The ACLs of a section; those of one name are alternatives. */
export type AclsByName = ReadonlyMap<string, readonly Acl[]>;

/** Does one term of a condition hold? Several ACLs of one name are alternatives. */
export function termHolds(term: Term, acls: AclsByName, context: Context, rule: Place): boolean {
  if ('words' in term) return askAcl({ name: '', words: term.words, place: rule }, context) !== term.negate;
  const known = context.asked.get(term.name);
  if (known !== undefined) return known !== term.negate;
  const named = acls.get(term.name);
  if (!named) {
    const builtIn = BUILT_IN[term.name];
    if (!builtIn) {
      context.trial.unseen(`${rule.file}:${rule.line}: the ACL ${term.name} is not defined in what was read.`);
      return term.negate;
    }
    return askAcl({ name: term.name, words: builtIn.split(' '), place: rule }, context) !== term.negate;
  }
  // Every one is asked, so that all are on record.
  const answer = named.map((acl) => askAcl(acl, context)).some(Boolean);
  context.asked.set(term.name, answer);
  return answer !== term.negate;
}

interface Flags {
  readonly ignoreCase: boolean;
  readonly method: string | undefined;
  readonly files: readonly string[];
  readonly values: readonly string[];
}

function readFlags(words: readonly string[]): Flags {
  let ignoreCase = false;
  let method: string | undefined;
  const files: string[] = [];
  let i = 0;
  for (; i < words.length; i++) {
    const word = words[i] as string;
    if (word === '-i') ignoreCase = true;
    else if (word === '-n' || word === '-u' || word === '-M') continue;
    else if (word === '-m') method = words[++i];
    else if (word === '-f') files.push(words[++i] ?? '');
    else {
      if (word === '--') i++;
      break;
    }
  }
  return { ignoreCase, method, files, values: words.slice(i) };
}

function askAcl(acl: Acl, context: Context): boolean {
  const [first = '', ...rest] = acl.words;
  const { expression, method: suffix } = splitFetch(first);
  const flags = readFlags(rest);
  const sample = readSample(expression, context);
  const method =
    flags.method ?? suffix ?? ({ ip: 'ip', int: 'int', bool: 'bool', meth: 'meth', str: 'str' } as const)[sample.type];
  const fromFiles = flags.files.flatMap((file) => readValues(file, context));
  const values = [...flags.values, ...fromFiles.map((entry) => entry.value)];
  const matches = (value: string): boolean => matchOne(sample, value, method, flags.ignoreCase) === true;
  const known = sample.known;
  let value = false;
  if (known) {
    if (method === 'found') value = sample.value !== undefined;
    else if (method === 'bool' && !values.length) value = sample.value === true || Number(sample.value) > 0;
    else if (method === 'int' || method === 'len')
      value = matchNumber(method === 'len' ? String(sample.value ?? '').length : sample.value, values);
    else value = sample.value !== undefined && values.some(matches);
  } else context.trial.unseen(`${acl.place.file}:${acl.place.line}: ${expression} cannot be known from the request.`);
  const about = sharpen(sample, method, expression);
  return context.trial.leaf({
    key: `acl:${lineKey(acl.place)}#${acl.words.join(' ')}`,
    about,
    value,
    known,
    place: acl.place,
    asks: () =>
      `${acl.words.join(' ')} (here ${known ? quoteEvidence(about, sample.value === undefined ? '' : String(sample.value)) : 'not seen'})`,
    absent: sample.absent,
    amend: () => (known ? amend(acl, flags, sample, value, method, matches, fromFiles) : []),
  });
}

/** How a header is asked for says what it is for: a missing browser's header is about the client. */
function sharpen(sample: Sample, method: string, expression: string): About {
  if (sample.about === 'origin' && method === 'found' && /sec-fetch/i.test(expression)) return 'browser-header';
  if (sample.about === 'credentials' && /authorization/i.test(expression) && /^(?:beg|reg|found|sub)$/.test(method))
    return 'credential-form';
  return sample.about;
}

interface FileValue {
  readonly value: string;
  readonly file: string;
  readonly line: number;
}

function readValues(file: string, context: Context): readonly FileValue[] {
  try {
    return readConfigured(file)
      .split('\n')
      .flatMap((line, i) => {
        const value = line.trim();
        return value && !value.startsWith('#') ? [{ value, file, line: i + 1 }] : [];
      });
  } catch {
    context.trial.unseen(`${file}: a list of values that cannot be read.`);
    return [];
  }
}

function matchOne(sample: Sample, value: string, method: string, ignoreCase: boolean): boolean | undefined {
  const text = String(sample.value);
  const fold = (s: string): string => (ignoreCase ? s.toLowerCase() : s);
  const a = fold(text);
  const b = fold(value);
  const between = (delimiters: string): boolean =>
    a
      .split(new RegExp(`[${delimiters}]`))
      .join('\0')
      .concat('\0')
      .startsWith(`${b}\0`) ||
    `\0${a.split(new RegExp(`[${delimiters}]`)).join('\0')}\0`.includes(
      `\0${b
        .split(new RegExp(`[${delimiters}]`))
        .filter(Boolean)
        .join('\0')}\0`,
    );
  switch (method) {
    case 'ip':
      return rangeHolds(value, text);
    case 'meth':
    case 'str':
      return a === b;
    case 'beg':
      return a.startsWith(b);
    case 'end':
      return a.endsWith(b);
    case 'sub':
      return a.includes(b);
    case 'dir':
      return between('/?');
    case 'dom':
      return between('/?.:');
    case 'reg':
      return !!compilePattern(value, ignoreCase)?.exec(text);
    case 'bool':
      return (sample.value === true || Number(text) > 0) === (value === '1' || value === 'true');
    default:
      return undefined;
  }
}

function matchNumber(sample: Sample['value'], words: readonly string[]): boolean {
  if (sample === undefined) return false;
  const number = typeof sample === 'boolean' ? Number(sample) : Number.parseInt(String(sample), 10);
  if (Number.isNaN(number)) return false;
  let operator = 'eq';
  for (const word of words) {
    if (/^(?:eq|ge|gt|le|lt)$/.test(word)) {
      operator = word;
      continue;
    }
    const range = /^(-?\d*):(-?\d*)$/.exec(word);
    if (range) {
      if (number >= (range[1] ? Number(range[1]) : -Infinity) && number <= (range[2] ? Number(range[2]) : Infinity))
        return true;
      continue;
    }
    const value = Number(word);
    if (
      { eq: number === value, ge: number >= value, gt: number > value, le: number <= value, lt: number < value }[
        operator
      ]
    )
      return true;
  }
  return false;
}

const LISTED: readonly About[] = ['ip', 'method', 'host', 'origin', 'user-agent', 'header', 'group'];
const quoted = (value: string): string => (/[\s#"'\\]/.test(value) ? `"${value.replace(/["\\$]/g, '\\$&')}"` : value);

/** The change of this ACL's values that turns its answer: a value more, or one less. */
function amend(
  acl: Acl,
  flags: Flags,
  sample: Sample,
  holds: boolean,
  method: string,
  matches: (value: string) => boolean,
  fromFiles: readonly FileValue[],
): readonly (readonly Edit[])[] {
  const text = sample.value === undefined ? '' : String(sample.value);
  if (!LISTED.includes(sample.about) || !text || !acl.name || BUILT_IN[acl.name]) return [];
  if (!holds) {
    if (method === 'found' || method === 'reg') return [];
    const [file] = flags.files;
    if (file && !flags.values.length) {
      const last = fromFiles.findLast((entry) => entry.file === file)?.line ?? 0;
      return [[{ op: 'insert', file, after: last, lines: [text] }]];
    }
    return [[{ op: 'replace', file: acl.place.file, line: acl.place.line, text: `${acl.place.text} ${quoted(text)}` }]];
  }
  const inFile = fromFiles.filter((entry) => matches(entry.value));
  const inline = flags.values.filter(matches);
  if (inline.length && !inFile.length) {
    const left = flags.values.filter((value) => !matches(value));
    if (!left.length) return [];
    const head = acl.place.text
      .split(/\s+/)
      .slice(0, 2 + acl.words.length - flags.values.length)
      .join(' ');
    return [
      [{ op: 'replace', file: acl.place.file, line: acl.place.line, text: `${head} ${left.map(quoted).join(' ')}` }],
    ];
  }
  if (inFile.length && !inline.length)
    return [inFile.map((entry) => ({ op: 'delete' as const, file: entry.file, line: entry.line }))];
  return [];
}
