// Inputs of one size that hold as many of one thing as fit, each with values drawn by chance: what hides secrets looks at every one.
// A tool of hostile.mjs.

/** A small seeded generator (mulberry32). */
function randomOf(seed) {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return (t ^ (t >>> 14)) >>> 0;
  };
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const HEAD = 'HTTP/1.1 403 Forbidden\r\nContent-Type: ';
const ASKED = 'GET /orders HTTP/1.1\r\nHost: shop.example\r\n';

/** All inputs of `size` characters, by what they hold. */
export function hostileInputs(size) {
  const next = randomOf(403);
  const key = (length) => Array.from({ length }, () => LETTERS[next() % LETTERS.length]).join('');
  const base64url = (text) => Buffer.from(text).toString('base64url');
  /** As many parts as fit. */
  const many = (make, joiner = '') => {
    const parts = [];
    for (let length = 0; length < size; length += parts.at(-1).length + joiner.length) parts.push(make(parts.length));
    return parts.join(joiner);
  };
  const exchange = (body, type) => `${ASKED}\r\n${HEAD}${type}\r\n\r\n${body}\r\n`;
  const entry = (status, text, path) => ({
    startedDateTime: '2026-01-01T00:00:00.000Z',
    time: 31,
    request: {
      method: 'GET',
      url: `https://shop.example${path}`,
      httpVersion: 'HTTP/1.1',
      headers: [{ name: 'Authorization', value: `Bearer ${key(40)}` }],
    },
    response: {
      status,
      httpVersion: 'HTTP/1.1',
      headers: [{ name: 'Content-Type', value: 'application/json' }],
      content: { mimeType: 'application/json', text },
    },
  });
  const har = (entries) =>
    JSON.stringify({ log: { version: '1.2', creator: { name: 'bench', version: '1' }, entries } });
  const body = () => JSON.stringify({ message: 'Forbidden', id: key(24), trace: key(32) });
  const few = (make) => Array.from({ length: Math.round(size / 600) }, (_, i) => make(i));
  return {
    'HAR of allowed requests to one route and one refused': har([
      ...few(() => entry(200, JSON.stringify({ items: [], id: key(24) }), '/orders')),
      entry(403, body(), '/orders'),
    ]),
    'HAR of requests that look allowed and are not': har([
      ...few(() => entry(200, '{"error":"access denied","code":403}', '/orders')),
      entry(403, body(), '/orders'),
    ]),
    'HAR of refusals': har(few((i) => entry(403, body(), `/orders/${i}`))),
    'request with many cookies': `${ASKED}Cookie: ${many((i) => `c${i}=${key(20)}`, '; ')}\r\n\r\n${HEAD}text/plain\r\n\r\nForbidden\r\n`,
    'request with many headers': `${ASKED}${many((i) => `X-Value-${i}: ${key(60)}\r\n`)}\r\n${HEAD}text/plain\r\n\r\nForbidden\r\n`,
    'answer with many headers': `${ASKED}\r\n${HEAD}text/plain\r\n${many((i) => `X-Value-${i}: ${key(60)}\r\n`)}\r\nForbidden\r\n`,
    'fetch with many headers': `fetch("https://shop.example/orders", { headers: { ${many((i) => `"x-value-${i}": "${key(12)}"`, ', ')} } })`,
    'JSON of many strings': exchange(`["forbidden",${many(() => `"${key(20)}"`, ',')}]`, 'application/json'),
    'JSON of many keys': exchange(
      `{"error":"forbidden",${many((i) => `"${key(8)}${i}":"${key(12)}"`, ',')}}`,
      'application/json',
    ),
    'HTML of many hidden inputs': exchange(
      `<h1>403 Forbidden</h1><form>${many((i) => `<input type="hidden" name="f${i}" value="${key(24)}">`)}</form>`,
      'text/html',
    ),
    'YAML of many keys': `status: 403\nmessage: forbidden\n${many((i) => `key${i}: ${key(20)}\n`)}`,
    'lines drawn by chance': `403 Forbidden\n${many(() => `${key(60)}\n`)}`,
    'body of lines drawn by chance': exchange(`Forbidden\n${many(() => `${key(60)}\n`)}`, 'text/plain'),
    'body of words drawn by chance': exchange(`Forbidden\n${many(() => `${key(9)} `)}`, 'text/plain'),
    'URLs, one a line': `403 Forbidden\n${many((i) => `https://shop.example/orders/${i}?token=${key(20)}\n`)}`,
    'body of URLs': exchange(
      `Forbidden\n${many((i) => `https://shop.example/orders/${i}?token=${key(20)}\n`)}`,
      'text/plain',
    ),
    'log of JSON lines': many(
      (i) =>
        `${JSON.stringify({ level: 'error', status: 403, path: `/orders/${i}`, user: key(12), token: key(24) })}\n`,
    ),
    'lines of an access log': many(
      (i) =>
        `203.0.113.${i % 250} - - [01/Jan/2026:00:00:00 +0000] "GET /orders/${i}?t=${key(16)} HTTP/1.1" 403 153 "-" "curl/8.5.0"\n`,
    ),
    'one long JWT': `${ASKED}Authorization: Bearer ${base64url('{"alg":"RS256"}')}.${base64url(`{${many((i) => `"c${i}":"${key(16)}"`, ',').slice(0, size * 0.75)}"}`)}.${key(342)}\r\n\r\n${HEAD}text/plain\r\n\r\nForbidden\r\n`,
  };
}
