import {
  array,
  boolean,
  check,
  custom,
  type GenericSchema,
  getDotPath,
  looseObject,
  maxValue,
  minLength,
  minValue,
  number,
  optional,
  picklist,
  pipe,
  regex,
  safeParse,
  strictObject,
  string,
  union,
} from 'valibot';
import { CAUSES } from './cause.ts';
import { GuardError } from './error.ts';
import { plain } from './plain.ts';

/**
 * Every option is read by a schema while the server starts: a limit that is no number would limit nobody, and a name
 * that was mistyped would leave a default in force that nobody wanted. What a schema cannot see (a weak secret, a key
 * of the wrong kind) is thrown where it is read, as a `GuardError` too.
 */
export type OptionsSchema = GenericSchema;

/** Options whose values are never repeated in a message. */
const SECRETS = new Set(['key', 'keys', 'secret', 'jwks', 'client']);
const NOT_SHOWN = 'a value that is not shown';

/** Which option of which function: what an error about it names. */
export interface Place {
  readonly of: string;
  readonly name: string;
}

/** The error of an option, for what no schema sees. What was given is told only by who knows that it is no secret. */
export function badOption(
  { of, name }: Place,
  problem: string,
  hint: string,
  { code = 'option', got = NOT_SHOWN } = {},
): GuardError {
  return new GuardError(code, `${of}: the option ${name} ${problem}.`, hint, { name, got });
}

/**
 * Holds options against their schema.
 * @throws {GuardError} `option`, which names the option and shows what was given.
 */
export function checkOptions(of: string, schema: OptionsSchema, value: unknown): void {
  // A list is an object to the schema, and would pass where every option may be left out.
  const given = Array.isArray(value) ? undefined : value;
  const result = safeParse(schema, given, { abortEarly: true });
  if (result.success) return;
  const { entries = {} } = schema as unknown as { readonly entries?: Entries };
  const issue = result.issues[0];
  const top = issue.path?.[0];
  const known = `Its options are ${Object.keys(entries).join(', ')}.`;
  const refused = (message: string, hint: string, name: string, got: string) =>
    new GuardError('option', `${of}${message}`, hint, { name, got });
  if (top === undefined) {
    throw refused(`: the options must be an object, and are ${show(value)}.`, known, 'options', show(value));
  }
  const topName = String(top.key);
  const name = getDotPath(issue) ?? topName;
  const got = SECRETS.has(topName) ? NOT_SHOWN : show(issue.input);
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    const own = plain(name, 60);
    throw refused(` has no option "${own}".`, known, own, show(top.value));
  }
  const isMissing = issue.received === 'undefined';
  // The object says of an option that is not there only its name.
  const wanted = isMissing && issue.type === 'strict_object' ? entries[name]?.message : issue.message;
  const hint = typeof wanted === 'string' ? `Give ${name}: ${wanted}.` : `Give ${name}.`;
  throw refused(
    `: the option ${name} ${isMissing ? 'is missing' : `must be ${wanted}, and is ${got}`}.`,
    hint,
    name,
    got,
  );
}

/** The options of a schema, each with what it must be. */
type Entries = Readonly<Record<string, { readonly message?: unknown }>>;

/** What was given, in a few words. */
export function show(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(plain(value, 60));
  if (typeof value === 'number' || typeof value === 'boolean' || value === null || value === undefined) {
    return String(value);
  }
  if (typeof value === 'bigint') return `${plain(value, 60)}n`;
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (typeof value === 'function') return isAsync(value) ? 'an async function' : 'a function';
  return `of type ${typeof value}`;
}

/** Whether a function says of itself that it is async; one that returns a promise of its own accord does not. */
function isAsync(value: unknown): boolean {
  return typeof value === 'function' && /^\[object Async/.test(Object.prototype.toString.call(value));
}

// What options are made of. The text of each is the rest of the sentence `must be …`.

export const options = strictObject;
export const maybe = optional;

/** A whole number; not `'5'`, `NaN` or `Infinity`. */
export function count(least: number, most: number) {
  const text = `a whole number from ${least} to ${most}`;
  return custom<number>(
    (value) => Number.isInteger(value) && (value as number) >= least && (value as number) <= most,
    text,
  );
}

export function amount(least: number, most: number) {
  const text = `a number from ${least} to ${most}`;
  return pipe(number(text), minValue(least, text), maxValue(most, text));
}

export const flagOption = boolean('true or false');
export const text = pipe(string('a text'), minLength(1, 'a text that is not empty'));
export const anyText = string('a text');
const PRINTABLE = 'a text of printable ASCII';
/** What stands in a quoted string of a header. */
export const printable = pipe(string(PRINTABLE), regex(/^[\x20-\x7e]{1,500}$/, PRINTABLE));

const NAME = "a name of letters, digits and !#$%&'*+-.^_`|~";
/** A token (RFC 9110 §5.6.2): names of headers and cookies. */
export const tokenName = pipe(string(NAME), regex(/^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,200}$/, NAME));

const WORDS = 'a list of at least one name without blanks, quotes and backslashes';
/** Names that stand in a list whose entries are parted by blanks (RFC 6749 §3.3, RFC 9470 §3). */
export const namesWithoutBlanks = pipe(
  array(pipe(string(WORDS), regex(/^[\x21\x23-\x5b\x5d-\x7e]{1,200}$/, WORDS)), WORDS),
  minLength(1, WORDS),
);

export const texts = pipe(array(text, 'a list of texts'), minLength(1, 'a list of at least one text'));
export const textOrTexts = union([text, texts], 'a text that is not empty, or a list of at least one');

// biome-ignore lint/suspicious/noExplicitAny: which function is a matter of types; that it is one is checked.
type AnyFunction = (...args: any[]) => unknown;
export const callback = custom<AnyFunction>((value) => typeof value === 'function', 'a function');

/** A function whose answer is used at once. One that is async would answer nothing but promises. */
export const prompt = custom<AnyFunction>(
  (value) => typeof value === 'function' && !isAsync(value),
  'a function that is not async',
);

export const cause = picklist(CAUSES, 'the id of a cause');

const HEADER = 'the name of a header that no browser sends by itself';
/** Headers that pages cannot set, or that a browser fills for any page: what is read there proves nothing. */
const BROWSERS = /^(?:cookie2?|host|origin|referer|user-agent|accept(?:-.*)?|content-.*|sec-.*|connection|upgrade)$/i;
/** A header in which a page or a program sends something of its own. */
export const ownHeader = pipe(
  tokenName,
  check((value) => !BROWSERS.test(value), HEADER),
);

export function oneOf<const T extends readonly string[]>(...names: T) {
  return picklist(names, names.map((name) => `'${name}'`).join(' or '));
}

/** How callers prove who they are: one of ours, or an author's own. */
export const authenticator = looseObject(
  {
    scheme: text,
    issuer: maybe(text),
    kind: maybe(oneOf('person', 'machine')),
    challenge: prompt,
    authenticate: callback,
  },
  'an authenticator with scheme, challenge and authenticate',
);

/** An object with these methods: a journal, a store, a client of a database. */
export function having<T>(what: string, ...methods: readonly string[]) {
  return custom<T>(
    (value) =>
      ((typeof value === 'object' && value !== null) || typeof value === 'function') &&
      methods.every((name) => typeof (value as Record<string, unknown>)[name] === 'function'),
    `${what} with ${methods.join(', ')}`,
  );
}

export const emptyList = custom<readonly []>((value) => Array.isArray(value) && value.length === 0, 'an empty list');

/** One or several, and at least one. */
export function oneOrMore<S extends OptionsSchema>(schema: S, what: string) {
  return union([schema, pipe(array(schema, what), minLength(1, what))], what);
}

export const secrets = oneOrMore(
  custom<string | Uint8Array>((value) => typeof value === 'string' || value instanceof Uint8Array, 'a secret'),
  'a secret, or a list of at least one',
);

/** Whether a value is a whole requirement. A guard, and much else that is none, has a `check` as well. */
function isRequirement(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { kind, demand, knows, asksCaller, check: judge } = value as Readonly<Record<string, unknown>>;
  const isNamed = typeof kind === 'string' && typeof demand === 'string';
  return isNamed && typeof knows === 'boolean' && typeof asksCaller === 'boolean' && typeof judge === 'function';
}

/** @throws {GuardError} `requirement` where a part is none, there is none, or more than are taken. */
export function checkParts(of: string, parts: readonly unknown[], most = Number.POSITIVE_INFINITY): void {
  const hint = 'Give what role(), owner() and the others return, not the functions.';
  // What demands nothing would let everybody pass, or nobody: either is a mistake.
  if (parts.length === 0) {
    throw new GuardError('requirement', `${of}: there are no parts.`, hint, { name: 'parts', got: 'an empty list' });
  }
  checkMost(of, parts, most);
  parts.forEach((part, index) => {
    if (isRequirement(part)) return;
    const got = show(part);
    const message = `${of}: part ${index + 1} is no requirement, but ${got}.`;
    throw new GuardError('requirement', message, hint, { name: `part ${index + 1}`, got });
  });
}

/** @throws {GuardError} `requirement` where there are more parts than are taken: one left out in silence demands nothing. */
function checkMost(of: string, parts: readonly unknown[], most: number): void {
  if (parts.length <= most) return;
  const message = `${of}: it takes ${most === 0 ? 'no part' : 'one part'}, and was given ${parts.length}.`;
  throw new GuardError('requirement', message, 'Group requirements by allOf() or anyOf().', {
    name: `part ${most + 1}`,
    got: show(parts[most]),
  });
}

/** @throws {GuardError} `requirement` where something is handed to a requirement that takes nothing. */
export function checkNoParts(of: string, parts: readonly unknown[]): void {
  checkMost(of, parts, 0);
}

/** A guard as createGuard makes it, for adapters. */
const CORE = options({ guard: having('what createGuard() returns', 'decide', 'present', 'accept') });
const HANDLER = options({ handler: callback });

/** @throws {GuardError} `option` where an adapter is given no guard. */
export function checkGuard(of: string, guard: unknown): void {
  checkOptions(of, CORE, { guard });
}

/** @throws {GuardError} `option` where a route has no handler: found out while the server starts, not by a request. */
export function checkHandler(of: string, handler: unknown): void {
  checkOptions(of, HANDLER, { handler });
}
