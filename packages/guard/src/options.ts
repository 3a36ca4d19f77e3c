import {
  array,
  boolean,
  custom,
  type GenericSchema,
  getDotPath,
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

/**
 * Holds options against their schema.
 * @throws {GuardError} `option`, which names the option and shows what was given.
 */
export function checkOptions(of: string, schema: OptionsSchema, value: unknown): void {
  const result = safeParse(schema, value, { abortEarly: true });
  if (result.success) return;
  const issue = result.issues[0];
  const top = issue.path?.[0];
  const topName = typeof top?.key === 'string' ? top.key : undefined;
  const name = getDotPath(issue) ?? topName ?? 'options';
  const got = SECRETS.has(topName ?? name) ? 'a value that is not shown' : show(issue.input);
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    const known = Object.keys((schema as unknown as { readonly entries?: object }).entries ?? {}).join(', ');
    throw new GuardError('option', `${of} has no option "${plain(name, 60)}".`, `Its options are ${known}.`, {
      name: plain(name, 60),
      got: show(top?.value),
    });
  }
  const missing = issue.received === 'undefined';
  const message = missing
    ? `${of}: the option ${name} is missing.`
    : `${of}: the option ${name} must be ${issue.message}, and is ${got}.`;
  throw new GuardError('option', message, `Give ${name}: ${issue.message}.`, { name, got });
}

/** What was given, in a few words. */
function show(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(plain(value, 60));
  if (typeof value === 'number' || typeof value === 'boolean' || value === null || value === undefined) {
    return String(value);
  }
  if (typeof value === 'bigint') return `${plain(value, 60)}n`;
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  return typeof value === 'function' ? 'a function' : `of type ${typeof value}`;
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

const NAME = "a name of letters, digits and !#$%&'*+-.^_`|~";
/** A token (RFC 9110 §5.6.2): names of headers and cookies. */
export const tokenName = pipe(string(NAME), regex(/^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,200}$/, NAME));

export const texts = pipe(array(text, 'a list of texts'), minLength(1, 'a list of at least one text'));
export const textOrTexts = union([text, texts], 'a text that is not empty, or a list of at least one');

// biome-ignore lint/suspicious/noExplicitAny: which function is a matter of types; that it is one is checked.
export const callback = custom<(...args: any[]) => unknown>((value) => typeof value === 'function', 'a function');

export const cause = picklist(CAUSES, 'the id of a cause');

export function oneOf<const T extends readonly string[]>(...names: T) {
  return picklist(names, names.map((name) => `'${name}'`).join(' or '));
}

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

/** A requirement, for the parts of a composite. */
const PART = having('a requirement', 'check');

/** @throws {GuardError} `requirement` where a part is none. */
export function checkParts(of: string, parts: readonly unknown[]): void {
  parts.forEach((part, index) => {
    if (safeParse(PART, part).success) return;
    const message = `${of}: part ${index + 1} is no requirement, but ${show(part)}.`;
    throw new GuardError('requirement', message, 'Give what role(), owner() and the others return, not the functions.');
  });
}
