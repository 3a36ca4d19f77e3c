// Secrets and names made up on the fly, and what they look like in every spelling. A seed that changes; a failing one repeats.

/** A source of chance that a seed repeats. */
export interface Dice {
  readonly next: () => number;
  readonly below: (n: number) => number;
  readonly pick: <T>(list: readonly T[]) => T;
}

export function diceOf(seed: number): Dice {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const below = (n: number): number => Math.floor(next() * n);
  return { next, below, pick: (list) => list[below(list.length)]! };
}

/** The seed of this run: another each time, or the one that is to be repeated. */
export const SEED = Number(process.env['SECRETS_SEED'] ?? (Date.now() ^ (process.pid << 12)) >>> 0);

const ALNUM = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

export function letters(dice: Dice, n: number, alphabet = ALNUM): string {
  return Array.from({ length: n }, () => dice.pick([...alphabet])).join('');
}

const SYLLABLES =
  'ba be bo ca co da de do fa fi ga go ha ho ja jo ka ki la le lo ma me mo na no pa pe po ra re ro sa se so ta te to va vi wa zo'.split(
    ' ',
  );

/** A name that nobody has heard of, as products make them up. */
export function inventName(dice: Dice, joiner = '-'): string {
  const word = (): string => Array.from({ length: 2 + dice.below(2) }, () => dice.pick(SYLLABLES)).join('');
  return Array.from({ length: 1 + dice.below(2) }, word).join(joiner);
}

/** Secrets of every make. */
export const MAKES: Readonly<Record<string, (dice: Dice) => string>> = {
  alphanumeric: (d) => letters(d, 20 + d.below(13)),
  hex: (d) => letters(d, 32, '0123456789abcdef'),
  base64: (d) => `${letters(d, 12)}+${letters(d, 10)}/${letters(d, 9)}==`,
  base64url: (d) => `${letters(d, 10)}-${letters(d, 9)}_${letters(d, 12)}`,
  uuid: (d) => [8, 4, 4, 4, 12].map((n) => letters(d, n, '0123456789abcdef')).join('-'),
  digits: (d) => letters(d, 14, '123456789'),
  prefixed: (d) => `${d.pick(['sk_live', 'ghq', 'acme', 'zz-key'])}_${letters(d, 24)}`,
  signs: (d) => `${letters(d, 7)}!${letters(d, 6)}$${letters(d, 6)}~${letters(d, 3)}`,
  upper: (d) => letters(d, 24, 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'),
  short: (d) => `${letters(d, 3, 'bcdfghjklmnpqrstvwxz')}${letters(d, 3, '123456789')}${letters(d, 3, 'QWXZ')}`,
};

export function inventSecret(dice: Dice): string {
  return MAKES[dice.pick(Object.keys(MAKES))]!(dice);
}

const utf8 = (text: string): Buffer => Buffer.from(text, 'utf8');

/** How an answer may repeat what it was sent. */
export const ENCODINGS: Readonly<Record<string, (secret: string) => string>> = {
  plain: (s) => s,
  upper: (s) => s.toUpperCase(),
  lower: (s) => s.toLowerCase(),
  url: (s) => encodeURIComponent(s),
  'url, all of it': (s) => [...utf8(s)].map((b) => `%${b.toString(16).padStart(2, '0')}`).join(''),
  json: (s) => JSON.stringify(s).slice(1, -1).replaceAll('/', '\\/'),
  'json, all of it': (s) => [...s].map((ch) => `\\u${ch.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''),
  html: (s) => s.replace(/[^A-Za-z0-9]/g, (ch) => `&#${ch.charCodeAt(0)};`),
  'html, all of it': (s) => [...s].map((ch) => `&#x${ch.charCodeAt(0).toString(16)};`).join(''),
  base64: (s) => utf8(s).toString('base64'),
  'base64 behind others': (s) => utf8(`ab${s}cd`).toString('base64'),
  base64url: (s) => utf8(`x${s}`).toString('base64url'),
  hex: (s) => utf8(s).toString('hex'),
  'parted by spaces': (s) => s.replace(/.{4}(?=.)/g, '$& '),
  'parted by line ends': (s) => s.replace(/.{5}(?=.)/g, '$&\n'),
  'parted by signs': (s) => s.replace(/.{3}(?=.)/g, '$&-'),
  'base64 in lines': (s) =>
    utf8(`${s}${s}`)
      .toString('base64')
      .replace(/.{12}(?=.)/g, '$&\n'),
  'its first half': (s) => s.slice(0, Math.max(8, Math.ceil(s.length / 2))),
};

/** Everything by which a secret would be known in a text, none of it shorter than eight characters. */
export function tracesOf(secret: string): readonly string[] {
  const found = new Set<string>();
  const windows = (text: string): void => {
    for (let i = 0; i + 8 <= text.length; i++) found.add(text.slice(i, i + 8).toLowerCase());
  };
  windows(secret);
  for (const name of ['url', 'url, all of it', 'json', 'json, all of it', 'html', 'html, all of it', 'hex']) {
    const text = ENCODINGS[name]!(secret);
    if (text !== secret) found.add(text.slice(0, 40).toLowerCase());
  }
  for (const before of ['', 'x', 'xy']) {
    const drop = [0, 2, 3][before.length]!;
    const text = utf8(before + secret)
      .toString('base64')
      .replace(/=+$/, '')
      .slice(drop, -2);
    if (text.length >= 8) {
      found.add(text.slice(0, 24).toLowerCase());
      found.add(text.slice(0, 24).toLowerCase().replaceAll('+', '-').replaceAll('/', '_'));
    }
  }
  return [...found];
}

export interface Leak {
  readonly place: string;
  readonly output: string;
  readonly around: string;
}

/** Letters and digits alone, as far as they are no part of an escape: what parts the letters of a secret does not hide it. */
function lettersOf(text: string): string {
  return text.replace(/\\u[0-9a-f]{4}|\\[nrt]|[^a-z0-9]/g, '');
}

/** Where planted secrets show in an output. */
export function leaksOf(
  text: string,
  output: string,
  planted: readonly { readonly place: string; readonly secret: string }[],
): Leak[] {
  const lower = text.toLowerCase();
  // each run of eight characters of the output once, instead of each trace in all of it
  const there = new Set<string>();
  for (let i = 0; i + 8 <= lower.length; i++) there.add(lower.slice(i, i + 8));
  const joined = lettersOf(lower);
  const parted = new Set<string>();
  for (let i = 0; i + 8 <= joined.length; i++) parted.add(joined.slice(i, i + 8));
  return planted.flatMap(({ place, secret }) => {
    const pieces = lettersOf(secret.toLowerCase());
    for (let i = 0; i + 8 <= pieces.length; i++) {
      const piece = pieces.slice(i, i + 8);
      if (!parted.has(piece)) continue;
      const at = joined.indexOf(piece);
      return [
        { place, output: `${output}, letters and digits alone`, around: joined.slice(Math.max(0, at - 60), at + 60) },
      ];
    }
    const trace = tracesOf(secret).find((one) => there.has(one.slice(0, 8)) && lower.includes(one));
    if (trace === undefined) return [];
    const at = lower.indexOf(trace);
    return [{ place, output, around: text.slice(Math.max(0, at - 60), at + 60) }];
  });
}
