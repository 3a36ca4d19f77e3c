// What words stand for, whatever the language. A language is one file that lists its words under these concepts.

/** What a refusal can be about. */
export const THINGS = [
  'key',
  'token',
  'password',
  'session',
  'signature',
  'certificate',
  'time',
  'caller',
  'login',
  'role',
  'permission',
  'scope',
  'owner',
  'object',
  'account',
  'policy',
  'second-factor',
  'feature',
  'plan',
  'money',
  'quota',
  'rate',
  'form-token',
  'origin',
  'host',
  'content',
  'attack',
  'method',
  'address',
  'place',
  'client',
  'robot',
  'proxy',
  'transport',
  'file',
  'directory',
  'configuration',
  'page',
  'header',
  'audience',
  'environment',
  'format',
  'access',
] as const;

/** What can be said of it. */
export const STATES = [
  'absent',
  'unreadable',
  'wrong',
  'past',
  'not-yet',
  'revoked',
  'lacking',
  'others',
  'suspended',
  'required',
  'off',
  'used-up',
  'blocked',
  'mismatched',
  'unknown',
  'hidden',
  'allowed',
  'listed',
  'failed',
  'supported',
  'found',
  'stale',
  'limited',
] as const;

/** Words that turn or tie what is said; `filler` only tells the language. */
export const MARKS = [
  'not',
  'only',
  'must',
  'or',
  'again',
  'wait',
  'you',
  'ask',
  'admin',
  'anonymous',
  'than',
  'filler',
] as const;

export type Thing = (typeof THINGS)[number];
export type State = (typeof STATES)[number];
export type Mark = (typeof MARKS)[number];
export type Concept = Thing | State | Mark;

/**
 * The words of one language. Entries stand behind each other, parted by commas; an entry may have several words, `*` at its end
 * stands for any ending, and `-` before it for the opposite ("-valid" under `wrong`).
 */
export interface Lexicon {
  /** ISO 639-1. */
  readonly id: string;
  readonly name: string;
  readonly words: Partial<Readonly<Record<Concept, string>>>;
}
