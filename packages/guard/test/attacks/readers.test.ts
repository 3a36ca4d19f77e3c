import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parse } from 'cookie';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clientAddressFrom } from '../../src/address/client.ts';
import { addressKey, parseAddress } from '../../src/address/parse.ts';
import { cookieValue } from '../../src/cookies.ts';
import { authenticated, createGuard, csrf, session } from '../../src/index.ts';
import type { Visit } from '../../src/model.ts';
import { node } from '../../src/node.ts';
import { listen } from '../contract/listen.ts';
import { findCommand } from '../servers/redis.ts';

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

const CHROMIUM = findCommand(['chromium', 'chromium-browser', 'google-chrome']);
if (CHROMIUM === undefined) console.log('skipped: chromium is not installed');

/** What a page shows when its scripts are done, in a real browser without any state. */
async function show(url: string): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'guard-chromium-'));
  try {
    const flags = [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      `--user-data-dir=${directory}`,
    ];
    const { stdout } = await promisify(execFile)(
      CHROMIUM!,
      [...flags, '--virtual-time-budget=10000', '--dump-dom', url],
      {
        timeout: 60_000,
      },
    );
    return /<pre id="told">([\s\S]*?)<\/pre>/.exec(stdout)?.[1] ?? stdout;
  } finally {
    await rm(directory, { recursive: true, force: true, maxRetries: 5 });
  }
}

describe.skipIf(CHROMIUM === undefined)('in Chromium', () => {
  const KEY = 'a key for the CSRF tokens of the tests, 32 bytes or more';
  /** A page runs a script of an attacker on this origin (or a sibling's), then asks who it is taken for. */
  async function attack(script: string): Promise<string> {
    const guard = node(
      createGuard({ authenticate: session({ cookie: 'sid', find: (id) => ({ subject: id, session: id }) }) }),
    );
    const protect = csrf({ keys: KEY, secure: false });
    const whoami = guard(authenticated(), (_req, res, { caller }) => res.end(caller.subject));
    const save = guard(protect, (_req, res) => res.end('saved'));
    const planted = protect.issue({}).token;
    const page = `<!doctype html><pre id="told"></pre><script>
      const told = [];
      const done = (text) => { told.push(text); document.getElementById('told').textContent = told.join('|'); };
      const planted = ${JSON.stringify(planted)};
      (async () => { ${script} })().catch((error) => done('error ' + error));
    </script>`;
    const served = await listen(
      createServer((req, res) => {
        if (req.url === '/whoami') whoami(req, res);
        else if (req.url === '/save') save(req, res);
        else if (req.url === '/login') res.setHeader('set-cookie', 'sid=victim; HttpOnly').end();
        else res.setHeader('content-type', 'text/html').end(page);
      }),
    );
    try {
      return await show(`${served.origin}/`);
    } finally {
      await served.close();
    }
  }
  const whoami = `done(await (await fetch('/whoami')).text().then((text) => text.startsWith('{') ? JSON.parse(text).cause : text));`;

  test('a session is not fixed by a cookie whose value looks like one', async () => {
    const plant = [
      'x=a sid=EVIL',
      'x=a\\tsid=EVIL',
      'x=a, sid=EVIL',
      'x="a sid=EVIL"',
      '=sid=EVIL2 sid=EVIL',
      'x=%3B sid=EVIL',
    ];
    const script = `await fetch('/login'); ${plant.map((one) => `document.cookie = '${one}'; ${whoami}`).join(' ')}`;
    expect(await attack(script)).toBe('victim|victim|victim|victim|victim|victim');
  }, 90_000);

  test('a planted cookie of another name opens nothing for a stranger', async () => {
    const script = `document.cookie = 'x=a sid=EVIL'; ${whoami} document.cookie = 'sid =EVIL; path=/whoami'; ${whoami}`;
    expect(await attack(script)).toMatch(/^credentials-missing\|/);
  }, 90_000);

  test('a CSRF cookie is not planted through another cookie', async () => {
    const post = `done((await fetch('/save', { method: 'POST', headers: { 'x-csrf-token': planted } })).status);`;
    const script = `await fetch('/login'); document.cookie = 'x=a csrf=' + planted; ${post}`;
    expect(await attack(script)).toBe('403');
  }, 90_000);
});
