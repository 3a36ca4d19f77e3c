// Writes a HAR of a given size: node make-har.mjs <file> [megabytes=100] [share refused=0.01]
import { closeSync, openSync, writeSync } from 'node:fs';

const [path, megabytes = '100', share = '0.01'] = process.argv.slice(2);
if (!path || !(Number(megabytes) > 0) || !(Number(share) >= 0 && Number(share) <= 1)) {
  console.error('usage: node make-har.mjs <file> [megabytes] [share refused, 0 to 1]');
  process.exit(2);
}

// The same file every time: a small generator of pseudo-random numbers (mulberry32).
let state = 403;
const random = () => {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
};
const words = 'order customer invoice project member access token region status created updated amount note page'.split(
  ' ',
);
const word = () => words[Math.floor(random() * words.length)];
const hex = (length) => Array.from({ length }, () => Math.floor(random() * 16).toString(16)).join('');

const records = (bytes) => {
  const list = [];
  for (let size = 0; size < bytes; ) {
    const one = {
      id: hex(12),
      [word()]: `${word()} ${word()} "${word()}"`,
      [word()]: Math.floor(random() * 1e6),
      tags: [word(), word()],
    };
    list.push(one);
    size += 110;
  }
  return JSON.stringify({ items: list });
};
const script = (bytes) => {
  const lines = [];
  for (let size = 0; size < bytes; size += 70)
    lines.push(
      `function ${word()}_${hex(6)}(a, b) {\n  return a.${word()} + b[${Math.floor(random() * 99)}]; // ${word()}\n}`,
    );
  return lines.join('\n');
};
const image = (bytes) => Buffer.from(hex(512).repeat(Math.ceil(bytes / 512)), 'latin1').toString('base64');
// A few bodies of each kind are made once; real captures repeat as well.
const kinds = [
  { mimeType: 'application/json', bodies: [2e3, 9e3, 40e3].map(records) },
  { mimeType: 'text/javascript', bodies: [8e3, 60e3, 250e3].map(script) },
  { mimeType: 'image/png', encoding: 'base64', bodies: [4e3, 30e3, 120e3].map(image) },
];
const refusal = JSON.stringify({
  error: { code: 403, message: 'The caller does not have permission', status: 'PERMISSION_DENIED' },
});

const entry = (index) => {
  const refused = random() < Number(share);
  const kind = kinds[Math.floor(random() * kinds.length)];
  const text = refused ? refusal : kind.bodies[Math.floor(random() * kind.bodies.length)];
  const url = `https://app.example/api/${word()}/${hex(8)}?page=${index}`;
  const headers = (list) => list.map(([name, value]) => ({ name, value }));
  return {
    startedDateTime: new Date(1.79e12 + index * 137).toISOString(),
    time: random() * 400,
    request: {
      method: refused ? 'POST' : 'GET',
      url,
      httpVersion: 'http/2.0',
      headers: headers([
        [':method', refused ? 'POST' : 'GET'],
        [':authority', 'app.example'],
        ['accept', '*/*'],
        ['accept-encoding', 'gzip, deflate, br, zstd'],
        ['authorization', `Bearer ${hex(120)}`],
        ['cookie', `session=${hex(64)}; theme=dark`],
        ['referer', 'https://app.example/'],
        ['sec-fetch-mode', 'cors'],
        [
          'user-agent',
          'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
        ],
      ]),
      queryString: [{ name: 'page', value: String(index) }],
      cookies: [],
      headersSize: -1,
      bodySize: 0,
    },
    response: {
      status: refused ? 403 : 200,
      statusText: '',
      httpVersion: 'http/2.0',
      headers: headers([
        ['content-type', refused ? 'application/json' : kind.mimeType],
        ['date', new Date(1.79e12 + index * 137).toUTCString()],
        ['server', 'nginx'],
        ['strict-transport-security', 'max-age=31536000'],
        ['x-request-id', hex(32)],
      ]),
      cookies: [],
      content: {
        size: text.length,
        mimeType: refused ? 'application/json' : kind.mimeType,
        text,
        ...(!refused && kind.encoding ? { encoding: kind.encoding } : {}),
      },
      redirectURL: '',
      headersSize: -1,
      bodySize: -1,
    },
    cache: {},
    timings: { blocked: 1, dns: -1, connect: -1, send: 0.2, wait: 30, receive: 2, ssl: -1 },
    serverIPAddress: '203.0.113.10',
  };
};

const target = Number(megabytes) * 1024 * 1024;
const file = openSync(path, 'w');
let size = writeSync(
  file,
  '{\n  "log": {\n    "version": "1.2",\n    "creator": {"name": "why403 bench", "version": "1"},\n    "pages": [],\n    "entries": [\n',
);
for (let index = 0; size < target; index++) {
  // Indented as browsers write it.
  const text = JSON.stringify(entry(index), null, 2).replace(/\n/g, '\n      ');
  size += writeSync(file, `${index === 0 ? '' : ',\n'}      ${text}`);
}
size += writeSync(file, '\n    ]\n  }\n}\n');
closeSync(file);
console.log(`${path}: ${size} bytes`);
