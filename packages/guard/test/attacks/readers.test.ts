import { parse } from 'cookie';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clientAddressFrom } from '../../src/address/client.ts';
import { addressKey, parseAddress } from '../../src/address/parse.ts';
import { cookieValue } from '../../src/cookies.ts';
import type { Visit } from '../../src/model.ts';

test.each<[string, string | undefined]>([
  ['__Host-sid=good', 'good'],
  ['a=1; __Host-sid=good; b=2', 'good'],
  ['a=1;__Host-sid=good;b=2', 'good'],
  ['a=1;  \t__Host-sid \t= \tgood\t ; b=2', 'good'],
  ['__Host-sid=', ''],
  ['__Host-sid=a=b=c', 'a=b=c'],
  ['__Host-sid="quoted"', '"quoted"'],
  ['__Host-sid=%67ood', '%67ood'],
  // planted in the value of another cookie
  ['x=a __Host-sid=EVIL', undefined],
  ['x=a __Host-sid=EVIL; __Host-sid=good', 'good'],
  ['x=a\t__Host-sid=EVIL; __Host-sid=good', 'good'],
  ['x=a,__Host-sid=EVIL; __Host-sid=good', 'good'],
  ['x="a; __Host-sid=EVIL"', 'EVIL"'],
  ['__Host-sid=EVIL; __Host-sid=good', undefined],
  ['__Host-sid=same; __Host-sid=same', undefined],
  ['__Host-sid=a; x=1; \t__Host-sid\t=', undefined],
  ['__host-sid=EVIL', undefined],
  ['__Host-sid', undefined],
  ['=__Host-sid=EVIL', undefined],
  ['x__Host-sid=EVIL', undefined],
  ['__Host-sidx=EVIL', undefined],
  ['__Host-sid\u00a0=EVIL', undefined],
  ['\u00a0__Host-sid=EVIL', undefined],
  ['\n__Host-sid=EVIL', undefined],
  ['', undefined],
  [';;;', undefined],
])('of the header %o the cookie is %o', (header, value) => {
  expect(cookieValue(header, '__Host-sid')).toBe(value);
});

test('cookies are read as the package cookie reads them, but for those that came twice', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      'sid',
      'sid=',
      '=',
      ';',
      '; ',
      ' ',
      '\t',
      'x',
      'x=',
      '"',
      ',',
      'sid=1',
      ' sid=2',
      '%73id=3',
      '\u00a0',
    ),
    fc.string({ maxLength: 4 }),
  );
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('')),
      (header) => {
        const theirs = parse(header, { decode: (text) => text })['sid'];
        const times = header.split(';').filter((pair) => /^[ \t]*sid[ \t]*=/.test(pair)).length;
        expect([header, cookieValue(header, 'sid')]).toEqual([header, times > 1 ? undefined : theirs]);
      },
    ),
    { numRuns: 20_000 },
  );
});

test('a header of cookies is read up to 64 KB, and one beyond has none', () => {
  const cookies = (length: number) => `${'x'.repeat(length - 6)};sid=1`;
  expect(cookieValue(cookies(65_536), 'sid')).toBe('1');
  expect(cookieValue(cookies(65_537), 'sid')).toBeUndefined();
  expect(cookieValue(undefined, 'sid')).toBeUndefined();
});

test.each([
  ['sid=1', '1'],
  [' \tsid \t= \t1 \t;x', '1'],
  ['x=1; \tsid=', ''],
  ['x; sid; sid=1', '1'],
  ['xsid=1; sid=2', '2'],
  ['x sid=1', undefined],
  ['sidx=1', undefined],
  ['sid=1;sid=1', undefined],
  ['sid=sid=1', 'sid=1'],
  ['x=sid=1', undefined],
  ['sid', undefined],
])('of the cookies %j the value is %j', (header, value) => {
  expect(cookieValue(header, 'sid')).toBe(value);
});

const visitOf = (line: string | undefined, peer: string): Visit =>
  ({ reader: { header: () => line, peer: () => peer }, native: {}, received: {} }) as never;

/** Written by another reading of the rules: the entry so many from the right, and nothing else. */
function byCount(line: string, hops: number): string | undefined {
  const entries = line === '' ? [] : line.split(',');
  const entry = entries[entries.length - hops]?.trim();
  if (entry === undefined) return undefined;
  const bare = /^\[([^\]]*)\]/.exec(entry)?.[1] ?? (/^[^:]*:[^:]*$/.test(entry) ? entry.split(':')[0]! : entry);
  return parseAddress(bare) === 0 ? undefined : bare;
}

test('no X-Forwarded-For makes another address than the one that the trusted proxies noted', () => {
  const address = fc.oneof(
    fc.ipV4(),
    fc.ipV6(),
    fc.constantFrom('', ' ', 'unknown', '_x', '1.2.3.4:80', '[::1]:80', '[', 'x'),
  );
  fc.assert(
    fc.property(
      fc.array(fc.oneof(address, fc.string({ maxLength: 6 })), { maxLength: 6 }),
      fc.integer({ min: 1, max: 4 }),
      (list, hops) => {
        const line = list.join(', ');
        const found = clientAddressFrom(hops, 'x-forwarded-for')(visitOf(line, '127.0.0.1'));
        expect([line, found]).toEqual([line, byCount(line, hops)]);
        // What a stranger puts before changes nothing.
        const forged = clientAddressFrom(hops, 'x-forwarded-for')(visitOf(`203.0.113.7, ${line}`, '127.0.0.1'));
        if (line !== '' && line.split(',').length >= hops) expect([line, forged]).toEqual([line, found]);
      },
    ),
    { numRuns: 5000 },
  );
});

test('Forwarded gives an address only where the entry of the trusted proxy has one', () => {
  const value = fc.oneof(
    fc.ipV4(),
    fc.ipV6().map((one) => `"[${one}]"`),
    fc.ipV4().map((one) => `"${one}:80"`),
    fc.constantFrom('unknown', '_hidden', '"', '""', '', '"[::1', '"\\"203.0.113.7"'),
  );
  const element = fc
    .tuple(fc.constantFrom('for', 'For', 'by', 'proto', ' for', 'xfor', 'for '), value)
    .map(([name, one]) => `${name}=${one}`);
  fc.assert(
    fc.property(fc.array(fc.array(element, { maxLength: 3 }), { maxLength: 4 }), (elements) => {
      const line = elements.map((parts) => parts.join(';')).join(', ');
      const found = clientAddressFrom(1, 'forwarded')(visitOf(line, '127.0.0.1'));
      if (found === undefined) return;
      expect(parseAddress(found)).not.toBe(0);
      expect(line.split(',').at(-1)!.toLowerCase()).toContain(found.toLowerCase());
      expect(line.split(',').at(-1)).toMatch(/for\s*=/i);
    }),
    { numRuns: 5000 },
  );
});

test('a network of IPv6 has one key, whatever its addresses are written like, and another network another', () => {
  expect(addressKey('2001:db8:0:ff00::1', 56)).toBe(addressKey('2001:DB8::ffff:0:0:0:1', 56));
  expect(addressKey('2001:db8:0:ff00::1', 56)).not.toBe(addressKey('2001:db8:0:fe00::1', 56));
  expect(addressKey('2001:db8:0:ff00::1', 64)).not.toBe(addressKey('2001:db8:0:ff01::1', 64));
  expect(addressKey('2001:db8:0:ff00::1', 56)).toBe(addressKey('2001:db8:0:ff01::1', 56));
  expect(addressKey('2001:db8::1', 128)).not.toBe(addressKey('2001:db8::2', 128));
  expect(addressKey('2001:db8::1', 48)).toBe(addressKey('2001:db8:0:ffff::2', 48));
  expect(addressKey('2001:db8:1::1', 48)).not.toBe(addressKey('2001:db8::1', 48));
  expect(addressKey('192.0.2.1', 56)).toBe(addressKey('::ffff:192.0.2.1', 56));
  expect(addressKey('192.0.2.1', 56)).not.toBe(addressKey('192.0.2.2', 56));
  fc.assert(
    fc.property(fc.ipV6(), fc.ipV6(), fc.integer({ min: 16, max: 128 }), (left, right, bits) => {
      const value = (text: string) => {
        const key = addressKey(text, 128)!;
        return key.startsWith('4:')
          ? undefined
          : BigInt(
              `0b${key
                .slice(2)
                .split(':')
                .map((word) => BigInt(`0x${word}`).toString(2).padStart(32, '0'))
                .join('')}`,
            );
      };
      const [one, two] = [value(left), value(right)];
      if (one === undefined || two === undefined) return;
      const isSame = one >> BigInt(128 - bits) === two >> BigInt(128 - bits);
      expect(addressKey(left, bits) === addressKey(right, bits)).toBe(isSame);
    }),
    { numRuns: 3000 },
  );
});
