// A word is judged as its reader sees it: letters that tags, comments, entities or unseen characters part are one word to them.
import { documentRedactorOf, newVault, redactBody, redactorOf } from '@why403/core';
import { describe, expect, it } from 'vitest';
import { diceOf, inventName, letters, SEED } from './secrets-plant.ts';

const dice = diceOf(SEED + 13);
/** A key drawn from all kinds of characters. */
const key = (): string => `${letters(dice, 1, 'GHKX')}${letters(dice, 8)}7${letters(dice, 8)}q`;

/** How the letters of a word may be parted in a page, so that it is seen whole. */
const PARTED: Readonly<Record<string, (word: string) => string>> = {
  'an empty element': (w) => [...w].join('<i></i>'),
  'an element around each': (w) => [...w].map((ch) => `<em class="c">${ch}</em>`).join(''),
  'an element around two': (w) => w.replace(/../g, '<u>$&</u>'),
  'an element nobody has heard of': (w) => [...w].join('<x-part></x-part>'),
  'an attribute with a sign in it': (w) => [...w].join('<b title="a>b"></b>'),
  'a comment': (w) => [...w].join('<!-- x > y -->'),
  'a comment of React': (w) => [...w].join('<!-- -->'),
  'a place to break': (w) => [...w].join('<wbr>'),
  'blocks that a style puts in a line': (w) =>
    `<div>${[...w].map((ch) => `<div style="float:left">${ch}</div>`).join('')}</div>`,
  entities: (w) => [...w].map((ch) => `&#${ch.charCodeAt(0)};`).join(''),
  'an entity here and there': (w) =>
    w.replace(/(.)(..)/g, (_, a: string, b: string) => `&#x${a.charCodeAt(0).toString(16)};${b}`),
  'soft hyphens': (w) => [...w].join('&shy;'),
  joiners: (w) => [...w].join('\u200d'),
  'elements and entities': (w) => [...w].map((ch) => `<s>&#${ch.charCodeAt(0)};</s>`).join(''),
};
const AROUND: Readonly<Record<string, (inner: string) => string>> = {
  'a page': (inner) => `<!doctype html><html><body><h1>403</h1><p>The key ${inner} is not allowed.</p></body></html>`,
  'a field of JSON': (inner) => JSON.stringify({ error: 'forbidden', message: `The key ${inner} is not allowed.` }),
  'a plain text': (inner) => `The key ${inner} is not allowed.`,
};

/** What a reader sees of it, tags taken away. */
const read = (text: string): string =>
  text
    .replace(/\\"/g, '"')
    .replace(/<!--.*?-->|<(?!redacted)\/?[a-z](?:"[^"]*"|[^">])*>|\u200d|&shy;/gi, '')
    .replace(/&#(x?)(\w+);/g, (_, x: string, n: string) => String.fromCharCode(Number.parseInt(n, x ? 16 : 10)));

describe(`a key that is parted is no harmless words (SECRETS_SEED=${SEED})`, () => {
  it.each(Object.keys(PARTED).flatMap((how) => Object.keys(AROUND).map((where) => [how, where] as const)))(
    'by %s in %s',
    (how, where) => {
      for (let n = 0; n < 5; n++) {
        const secret = key();
        const answer = AROUND[where]!(PARTED[how]!(secret));
        expect(read(answer)).toContain(secret);
        const shown = read(redactBody(answer, redactorOf(newVault()), 'response'));
        const pieces = Array.from({ length: secret.length - 5 }, (_, i) => secret.slice(i, i + 6));
        expect([answer, pieces.filter((piece) => shown.includes(piece))]).toEqual([answer, []]);
      }
    },
  );

  it.each([
    '<html><body><center><h1>403 Forbidden</h1></center><hr><center>nginx/1.18.0 (Ubuntu)</center></body></html>',
    '<html><p>You need the <b>admin</b>istrator role, see <a href="/help">the help</a>&nbsp;pages &amp; ask.</p></html>',
    '<html><ul><li>Access</li><li>denied</li></ul><p>Error<br>code<br>1020</p><p>Ray ID: <b>8f3b2c1d4e5f6789</b></p></html>',
    '<html><p>Error <!-- -->403<!-- -->: this <span>page</span><span> is</span> for&shy;bid&shy;den.</p></html>',
    '<html><table><tr><td>Status</td><td>403</td></tr><tr><td>Owner</td><td>you</td></tr></table></html>',
  ])('%s stays', (page) => {
    expect(redactBody(page, redactorOf(newVault()), 'response')).toBe(page);
  });
});

it('a known password is found where spaces or lines part its letters', () => {
  for (const gap of [' ', '\n', '  ', '\t', ' \n']) {
    let word = '';
    while (word.length < 8) word += inventName(dice, '');
    const vault = newVault();
    vault.learn(word);
    for (const text of [`Denied: ${[...word].join(gap)} is wrong`, `<p>${[...word].join(gap)}</p>`]) {
      const shown = redactorOf(vault)(text);
      expect(shown).toContain('<redacted');
      expect(shown.replace(/\s/g, '')).not.toContain(word.slice(0, 6));
    }
  }
});

/** How a password may be broken into pieces longer than a letter. */
const BROKEN: Readonly<Record<string, (word: string) => string>> = {
  'spaces here and there': (w) => w.replace(/.{3}(?=.)/g, '$& '),
  'a space in the middle': (w) => `${w.slice(0, 5)} ${w.slice(5)}`,
  'line ends': (w) => w.replace(/.{4}(?=.)/g, '$&\n'),
  hyphens: (w) => w.replace(/.{4}(?=.)/g, '$&-'),
  'dots and slashes': (w) => w.replace(/.{3}(?=.)/g, '$&./'),
  underscores: (w) => w.replace(/.{2}(?=.)/g, '$&_'),
  'spaces of other widths': (w) => w.replace(/.{4}(?=.)/g, '$&\u2009'),
  'spaces that are escaped': (w) => w.replace(/.{4}(?=.)/g, '$&%20'),
  'spaces that are entities': (w) => w.replace(/.{4}(?=.)/g, '$&&nbsp;'),
  'tags and spaces': (w) => w.replace(/.{4}(?=.)/g, '<b>$&</b> '),
  'letters one by one, by hyphens': (w) => [...w].join('-'),
};
const MAKES: Readonly<Record<string, () => string>> = {
  'letters and digits': () => `${letters(dice, 4, 'bcdfghjk')}${letters(dice, 2, '23456789')}${letters(dice, 9)}`,
  'a word': () => {
    let word = '';
    while (word.length < 12) word += inventName(dice, '');
    return word;
  },
  'a key with signs': () => `${letters(dice, 7)}-${letters(dice, 6)}_${letters(dice, 5)}`,
};

describe('a known password is found where something breaks it into pieces', () => {
  it.each(Object.keys(BROKEN).flatMap((how) => Object.keys(MAKES).map((make) => [make, how] as const)))(
    '%s, by %s',
    (make, how) => {
      for (let n = 0; n < 5; n++) {
        const secret = MAKES[make]!();
        const vault = newVault();
        vault.learn(secret);
        const text = `It says ${BROKEN[how]!(secret)} there.`;
        const shown = redactorOf(vault)(text).replace(/<(?!redacted)[^>]*>|&nbsp;|%20|[^A-Za-z0-9<>]/g, '');
        const plain = secret.replace(/[^A-Za-z0-9]/g, '');
        const pieces = Array.from({ length: plain.length - 7 }, (_, i) => plain.slice(i, i + 8));
        expect([text, shown, pieces.filter((piece) => shown.includes(piece))]).toEqual([text, shown, []]);
      }
    },
  );

  it.each([
    ['accessdenied', 'Access denied: the access is denied to you.'],
    ['sunflower', 'The sun flows to the garden.'],
    ['hunter2', 'The hunt ended 2 days ago.'],
    ['evil7', 'It is live now.'],
    ['lever', 'The level and the revel are live.'],
    ['AKIA77QQ/20260101/us-east-1/s3/aws4_request', 'Region us-east-1, service s3, aws4_request.'],
  ])('where %s is known, "%s" stays', (secret, text) => {
    const vault = newVault();
    vault.learn(secret);
    expect(redactorOf(vault)(text)).toBe(text);
  });
});

it('what stands in two strings of a document is not one value', () => {
  const vault = newVault();
  vault.learn('zanter7quolkmi');
  const document = '{"zanter7":"quolkmi"}, ["zanter7", "quolkmi"]';
  expect(redactorOf(vault)(document)).toBe(document);
  const page = '<td>zanter7</td> <td>quolkmi</td> zanter7 quolkmi';
  expect(documentRedactorOf(vault)(page)).toBe(page);
  expect(redactorOf(vault)(page)).not.toContain('quolkmi');
});
