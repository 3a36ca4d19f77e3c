import type { Request } from '@why403/core';

/** Pieces that mean something to one shell or another, to curl, to a terminal or to a renderer. */
const PIECES: readonly string[] = [
  ...Array.from({ length: 95 }, (_, i) => String.fromCharCode(0x20 + i)),
  ...["'", "'", '\\', '\\', '"', '`', '$', '!', "\\'", "'\\''", "''", '\\\\', "\\\\'", '\\"'],
  ...[
    '$(touch made)',
    '`touch made`',
    ';touch made;',
    '|touch made',
    '&touch made&',
    '>made',
    "';touch made;'",
    '";touch made;"',
  ],
  ...[
    "\\';touch made;\\'",
    "'(touch made)'",
    '$(:)',
    '$' + '{HOME}',
    '$HOME',
    '{a,b}',
    '[a-z]',
    '*',
    '?',
    '~',
    '~root',
    '=ls',
  ],
  ...[
    '%self',
    '!!',
    '!curl',
    '^a^b',
    '#',
    '@/etc/passwd',
    '-o',
    '--output',
    '-K',
    '<(ls)',
    '$((1))',
    "$'\\x41'",
    '&&',
    '||',
    '%s%n',
  ],
  ...[
    '\t',
    '\u0001',
    '\u0007',
    '\u001b[31m',
    '\u007f',
    '\u0085',
    '\u009b2J',
    '\u00ad',
    '\u200b',
    '\u202e',
    '\u2028',
    '\ufeff',
  ],
  ...[
    '\u034f',
    '\u115f',
    '\u3164',
    '\u180e',
    '\ufe0f',
    '\u{e0041}',
    '\u{e0101}',
    '\ue000',
    '\ufdd0',
    '\u{10ffff}',
    '\ud800',
  ],
  ...[
    '\u001b]8;;http://a.example/\u0007link\u001b]8;;\u0007',
    '\u009d8;;http://a.example/\u009clink',
    '\u001bP+q\u001b\\\\',
    '\u061c',
    '\u2066',
    '\u2069',
    '\u2800',
    '\uffa0',
    '\ufff9',
    '\u{1d173}',
    '\u{13430}',
    '\u{e007f}',
    '\u{e01ef}',
    '\udc00',
  ],
  ...['é', 'ß', '日本', '🙂', 'e\u0301', '\u00a0', 'abc', 'token', '0', '42', ' ', '  '],
];

export interface Random {
  readonly below: (n: number) => number;
}

/** Hostile text of 0 to `most` pieces. */
export function hostileText({ below }: Random, most: number, not?: RegExp): string {
  const text = Array.from({ length: below(most + 1) }, () => PIECES[below(PIECES.length)]).join('');
  return not ? text.replace(not, '') : text;
}

const METHODS = [
  'GET',
  'POST',
  'PUT',
  'DELETE',
  'PATCH',
  'HEAD',
  'OPTIONS',
  'get',
  "G'T",
  'A`B`',
  '$X',
  '-X',
  '!!',
  '~',
  '%self',
  '|',
  '#',
];
const NAMES = [
  'Accept',
  'User-Agent',
  'Cookie',
  'Authorization',
  'Content-Type',
  'Host',
  'X-Api-Key',
  "X-'",
  'X-`id`',
  '$HOME',
  '-K',
  '!!',
  '~',
  '{a,b}',
  '[x]',
  '=ls',
  '%self',
  'a;b',
  '"',
  '\\',
  'x\u200b',
  'é',
  '#',
];

/** A request of hostile parts that can be sent (RFC 9110: a method is a token, a header has no line break). */
export function hostileRequest(random: Random, origin: string): Request {
  const { below } = random;
  const path = hostileText(random, 6, /[\x00-\x20\x7f#]/g);
  const query = below(2) ? `?${hostileText(random, 6, /[\x00-\x20\x7f#]/g)}` : '';
  const headers = Array.from({ length: below(5) }, () => {
    const name = NAMES[below(NAMES.length)]!;
    return [name, hostileText(random, 8, /[\r\n\0]/g)] as const;
  });
  const once = headers.filter(([name], i) => headers.findIndex(([other]) => other === name) === i);
  const method = METHODS[below(METHODS.length)]!;
  const ends = ['', '', '', '\n', '\r\n', '\n\n', '\0'];
  const withBody = below(2) && method !== 'HEAD';
  const text = `${hostileText(random, 10)}${below(3) ? '' : '\n'}${hostileText(random, 4)}${ends[below(ends.length)]}`;
  const bytes = below(6) ? undefined : Uint8Array.from({ length: below(40) }, () => below(256));
  return {
    method,
    url: `${origin}/${path}${query}`,
    headers: once,
    ...(withBody && { body: { text, ...(bytes && { bytes }) } }),
  };
}

/** One character or more of each kind that moves, hides or shows nothing, as code points. */
const KINDS: readonly (readonly [kind: string, ...points: number[]])[] = [
  ['C0', 0x01, 0x07, 0x08, 0x1b],
  ['line ends', 0x0b, 0x0c, 0x0d],
  ['DEL', 0x7f],
  ['C1', 0x80, 0x85, 0x8d, 0x9b, 0x9d],
  ['soft hyphen', 0xad],
  ['combining grapheme joiner', 0x034f],
  ['Hangul fillers', 0x115f, 0x1160, 0x3164, 0xffa0],
  ['Mongolian', 0x180b, 0x180e, 0x180f],
  ['zero width', 0x200b, 0x200c, 0x200d, 0x2060, 0xfeff],
  ['bidi', 0x061c, 0x200e, 0x200f, 0x202a, 0x202e, 0x2066, 0x2069],
  ['separators', 0x2028, 0x2029],
  ['variation selectors', 0xfe00, 0xfe0f, 0xe0100, 0xe01ef],
  ['tags', 0xe0001, 0xe0041, 0xe007f],
  ['interlinear', 0xfff9, 0xfffa, 0xfffb],
  ['private use', 0xe000, 0xf8ff, 0xf0000, 0x10fffd],
  ['musical and shorthand controls', 0x1d173, 0x1bca0],
  ['noncharacters', 0xfdd0, 0xffff, 0x1fffe],
  ['lone surrogate', 0xd800, 0xdc00],
];

export const ONE_OF_EACH = KINDS.flatMap(([, ...points]) =>
  points.map((point) => `${String.fromCodePoint(point)}x`),
).join('');

/** Any of these, written out: not what the code under test uses. */
export const UNSEEN_CHARACTERS = new RegExp(
  `[${KINDS.flatMap(([, ...points]) => points.map((point) => `\\u{${point.toString(16)}}`)).join('')}]`,
  'u',
);
