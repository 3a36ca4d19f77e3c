import fc from 'fast-check';
import ipaddr from 'ipaddr.js';
import { expect, test } from 'vitest';
import { parseAddress } from '../src/address/parse.ts';
import { compileRanges } from '../src/address/ranges.ts';
import { allowIps, denyIps, GuardError, type GuardOptions } from '../src/index.ts';
import { serve } from './serve.ts';

const PLACE = { of: 'allowIps', name: 'ranges' };

/** Without `::192.0.2.1`, a form long gone (RFC 4291 §2.5.5.1) that the other library takes for IPv4. */
const ipV6 = fc.ipV6().filter((text) => !text.includes('.'));
const anyAddress = fc.oneof(
  fc.ipV4(),
  ipV6,
  fc.ipV4().map((address) => `::ffff:${address}`),
);
const nearby = fc.tuple(fc.nat(3), fc.nat(3), fc.nat(255)).map(([a, b, c]) => `10.${a}.${b}.${c}`);
const nearby6 = fc
  .tuple(fc.nat(3), fc.nat(3), fc.nat(65535))
  .map(([a, b, c]) => `2001:db8:${a}:${b}::${c.toString(16)}`);
const range = fc.oneof(
  fc.tuple(fc.oneof(nearby, fc.ipV4()), fc.nat(32)).map(([address, length]) => `${address}/${length}`),
  fc.tuple(fc.oneof(nearby6, ipV6), fc.nat(128)).map(([address, length]) => `${address}/${length}`),
);

/** What another library says, walking the list. */
function oracle(entries: readonly string[], address: string): boolean {
  const parsed = ipaddr.process(address);
  return entries.some((entry) => {
    const [base, length] = ipaddr.parseCIDR(entry);
    // That library leaves mapped ranges as IPv6; ours are IPv4 by then.
    return base.kind() === parsed.kind() && (parsed as ipaddr.IPv6).match(base as ipaddr.IPv6, length);
  });
}

test('finds addresses in ranges as another library does', () => {
  fc.assert(
    fc.property(
      fc.array(range, { maxLength: 20 }),
      fc.array(fc.oneof(anyAddress, nearby, nearby6), { maxLength: 20 }),
      (ranges, addresses) => {
        const entries = ranges.filter((entry) => !ipaddr.parse(entry.split('/')[0]!).toString().startsWith('::ffff:'));
        const contains = compileRanges(entries, PLACE);
        for (const address of addresses)
          expect([address, contains(address)]).toEqual([address, oracle(entries, address)]);
      },
    ),
    { numRuns: 500 },
  );
});

test('reads addresses as another library does, and none that it does not', () => {
  const pieces = fc.stringMatching(/^[0-9a-f:.]{1,20}$/);
  fc.assert(
    fc.property(fc.oneof(anyAddress, pieces), (text) => {
      const strict = /(^|[.:])0\d/.test(text) && text.includes('.');
      const valid = ipaddr.IPv6.isValid(text) || ipaddr.IPv4.isValidFourPartDecimal(text);
      if (parseAddress(text) !== 0) expect([text, valid]).toEqual([text, true]);
      else if (!strict) expect([text, valid]).toEqual([text, false]);
    }),
    { numRuns: 3000 },
  );
});

test.each([
  '1.2.3',
  '1.2.3.4.5',
  '01.2.3.4',
  '256.1.1.1',
  '1.2.3.',
  '::1::',
  ':::',
  '1:2:3:4:5:6:7:8:9',
  '12345::',
  'x',
  '',
])('takes %o for no address', (text) => {
  expect(parseAddress(text)).toBe(0);
});

test.each([
  '10.0.0.0/33',
  '10.0.0.0/-1',
  '10.0.0.0/08',
  '10.0.0.0/',
  '::/129',
  'example.org',
  '::ffff:10.0.0.0/64',
  '10.0.0.0/8/8',
])('refuses the range %o when the server starts', (entry) => {
  expect(() => allowIps(entry)).toThrow(GuardError);
});

test('sees through IPv4 addresses written as IPv6, on both sides', () => {
  const plain = compileRanges(['192.0.2.0/24'], PLACE);
  expect(plain('::ffff:192.0.2.7')).toBe(true);
  expect(plain('::ffff:c000:207')).toBe(true);
  expect(plain('0:0:0:0:0:ffff:192.0.2.7')).toBe(true);
  expect(plain('::ffff:192.0.3.7')).toBe(false);
  expect(plain('::192.0.2.7')).toBe(false);
  const mapped = compileRanges(['::ffff:192.0.2.0/120'], PLACE);
  expect([mapped('192.0.2.7'), mapped('192.0.3.7')]).toEqual([true, false]);
});

async function statusOf(options: GuardOptions, headers: Record<string, string>, ...list: string[]): Promise<number> {
  return (await (await serve(allowIps(...list), options)).ask(headers)).status;
}

test('believes X-Forwarded-For only as far as proxies are trusted', async () => {
  const ask = (options: GuardOptions, forwarded: string) =>
    statusOf(options, { 'x-forwarded-for': forwarded }, '203.0.113.7');
  expect(await ask({}, '203.0.113.7')).toBe(403);
  expect(await ask({ trustProxies: 1 }, '203.0.113.7')).toBe(200);
  expect(await ask({ trustProxies: 1 }, '203.0.113.7, 198.51.100.1')).toBe(403);
  expect(await ask({ trustProxies: 1 }, '198.51.100.1, 203.0.113.7')).toBe(200);
  expect(await ask({ trustProxies: 2 }, '203.0.113.7, 198.51.100.1')).toBe(200);
  expect(await ask({ trustProxies: 2 }, '203.0.113.7')).toBe(403);
  expect(await ask({ trustProxies: 3 }, '203.0.113.7, 198.51.100.1')).toBe(403);
  expect(await ask({ trustProxies: ['127.0.0.0/8'] }, '203.0.113.7')).toBe(200);
  expect(await ask({ trustProxies: ['127.0.0.0/8'] }, '203.0.113.7, 198.51.100.1')).toBe(403);
  expect(await ask({ trustProxies: ['127.0.0.0/8', '198.51.100.1'] }, '203.0.113.7, 198.51.100.1')).toBe(200);
  expect(await ask({ trustProxies: ['10.0.0.0/8'] }, '203.0.113.7')).toBe(403);
  expect(await ask({ trustProxies: ['127.0.0.0/8'] }, '203.0.113.7, nonsense')).toBe(403);
  expect(await ask({ trustProxies: 1 }, '203.0.113.7:1234')).toBe(200);
  expect(await ask({ trustProxies: 1 }, `${'1.1.1.1, '.repeat(1000)}203.0.113.7`)).toBe(403);
});

test('reads Forwarded as RFC 7239 writes it', async () => {
  const options: GuardOptions = { trustProxies: 1, forwardedBy: 'forwarded' };
  const ask = (forwarded: string) => statusOf(options, { forwarded }, '203.0.113.7', '2001:db8::7');
  expect(await ask('for=203.0.113.7;proto=https')).toBe(200);
  expect(await ask('by=10.0.0.1;For="[2001:db8::7]:4711"')).toBe(200);
  expect(await ask('for=203.0.113.7, for=198.51.100.1')).toBe(403);
  expect(await ask('for=_hidden')).toBe(403);
  expect(await statusOf(options, { 'x-forwarded-for': '203.0.113.7' }, '203.0.113.7')).toBe(403);
});

test('refuses an address that cannot be told, by a denylist too', async () => {
  const guarded = await serve(denyIps('203.0.113.7'), { trustProxies: 1 });
  expect((await guarded.ask({ 'x-forwarded-for': '198.51.100.1' })).status).toBe(200);
  expect((await guarded.ask({ 'x-forwarded-for': '203.0.113.7' })).status).toBe(403);
  expect((await guarded.ask({ 'x-forwarded-for': '::ffff:203.0.113.7' })).status).toBe(403);
  expect((await guarded.ask({ 'x-forwarded-for': 'nonsense' })).status).toBe(403);
  expect((await guarded.ask({})).status).toBe(403);
});

test('believes a header with one address from proxies that are named, and from these alone', async () => {
  const ask = async (trustProxies: readonly string[], headers: Record<string, string>, forwardedBy = 'x-real-ip') => {
    const guarded = await serve(allowIps('203.0.113.0/24'), { trustProxies, forwardedBy });
    return (await guarded.ask(headers)).status;
  };
  expect(await ask(['127.0.0.1'], { 'x-real-ip': '203.0.113.7' })).toBe(200);
  expect(await ask(['127.0.0.0/8'], { 'cf-connecting-ip': '203.0.113.7' }, 'CF-Connecting-IP')).toBe(200);
  expect(await ask(['10.0.0.1'], { 'x-real-ip': '203.0.113.7' })).toBe(403);
  for (const value of ['', 'x', '203.0.113.7, 1.2.3.4', '203.0.113.7:80', '203.0.113.07', '198.51.100.1']) {
    expect([value, await ask(['127.0.0.1'], { 'x-real-ip': value })]).toEqual([value, 403]);
  }
  expect(await ask(['127.0.0.1'], { 'x-forwarded-for': '203.0.113.7' })).toBe(403);
  for (const trustProxies of [0, 1, []] as const) {
    await expect(ask(trustProxies as unknown as string[], {})).rejects.toThrow(/trustProxies/);
  }
});
