// Places of an exchange where a secret may stand. Names are made up for each.
import { type Dice, inventName } from './secrets-plant.ts';

/** An exchange as a HAR tells it, as far as a place needs it. */
export interface Planted {
  readonly method?: string;
  readonly url?: string;
  readonly status?: number;
  readonly sent?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly type?: string;
  readonly got?: Readonly<Record<string, string>>;
  readonly text?: string;
  readonly answerType?: string;
}

export type Place = (secret: string, dice: Dice) => Planted;

const u = encodeURIComponent;
const b64 = (text: string): string => Buffer.from(text).toString('base64');
const b64u = (text: string): string => Buffer.from(text).toString('base64url');
const host = 'https://api.example';
const post = (body: string, type: string): Planted => ({ method: 'POST', body, type });
const json = (value: unknown): Planted => post(JSON.stringify(value), 'application/json');
const answered = (value: unknown): Planted => ({ text: JSON.stringify(value), answerType: 'application/json' });
const page = (html: string): Planted => ({
  text: `<!doctype html><html><body>${html}</body></html>`,
  answerType: 'text/html',
});

const AUTHORIZATION: Readonly<Record<string, (s: string, d: Dice) => string>> = {
  bearer: (s) => `Bearer ${s}`,
  'no scheme': (s) => s,
  'doubled scheme': (s) => `Bearer Bearer ${s}`,
  'quoted token': (s) => `Bearer "${s}"`,
  'basic password': (s) => `Basic ${b64(`ann:${s}`)}`,
  'basic user': (s) => `Basic ${b64(`${s}:x`)}`,
  token: (s) => `token ${s}`,
  'token with a name': (s) => `Token token="${s}", email="ann"`,
  'scheme made up': (s, d) => `${inventName(d)} ${s}`,
  'digest response': (s) =>
    `Digest username="ann", realm="site", nonce="n1", uri="/x", qop=auth, nc=00000001, cnonce="c1", response="${s}"`,
  'digest nonce': (s) => `Digest username="ann", realm="site", nonce="${s}", uri="/x", response="r1"`,
  'digest cnonce': (s) => `Digest username="ann", realm="site", nonce="n1", uri="/x", cnonce="${s}", response="r1"`,
  'digest opaque': (s) => `Digest username="ann", realm="site", opaque="${s}", response="r1"`,
  'hawk id': (s) => `Hawk id="${s}", ts="1353832234", nonce="j4h3g2", mac="abc"`,
  'hawk mac': (s) => `Hawk id="dh37", ts="1353832234", nonce="j4h3g2", ext="e", mac="${s}"`,
  'hawk ext': (s) => `Hawk id="dh37", ts="1353832234", ext="${s}", mac="m"`,
  'oauth consumer key': (s) =>
    `OAuth realm="x", oauth_consumer_key="${u(s)}", oauth_signature_method="HMAC-SHA1", oauth_signature="q"`,
  'oauth token': (s) => `OAuth oauth_consumer_key="k", oauth_token="${u(s)}", oauth_signature="q"`,
  'oauth signature': (s) =>
    `OAuth oauth_consumer_key="k", oauth_signature_method="HMAC-SHA1", oauth_signature="${u(s)}"`,
  'oauth nonce': (s) => `OAuth oauth_consumer_key="k", oauth_nonce="${u(s)}", oauth_signature="x"`,
  'sigv4 credential': (s) =>
    `AWS4-HMAC-SHA256 Credential=${s}/20260101/us-east-1/s3/aws4_request, SignedHeaders=host;x-amz-date, Signature=ab`,
  'sigv4 signature': (s) =>
    `AWS4-HMAC-SHA256 Credential=AK/20260101/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=${s}`,
  'shared key': (s) => `SharedKey account:${s}`,
  'aws v2': (s) => `AWS AK:${s}`,
  hmac: (s) => `HMAC-SHA256 SignedHeaders=x-date;host&Signature=${s}`,
  negotiate: (s) => `Negotiate ${b64(s)}`,
  'jwt claim': (s) =>
    `Bearer ${b64u('{"alg":"HS256"}')}.${b64u(JSON.stringify({ sub: s, exp: 1 }))}.${b64u('sig-sig-sig-sig')}`,
  'jwt signature': (s) => `Bearer ${b64u('{"alg":"HS256"}')}.${b64u('{"sub":"ann"}')}.${b64u(s)}`,
  'http signature': (s) => `Signature keyId="main",algorithm="rsa-sha256",headers="date",signature="${s}"`,
  'parameter made up': (s, d) => `${inventName(d)} ${inventName(d, '_')}="${s}", v="1"`,
};

const SECRET_HEADERS =
  'X-API-Key X-Auth-Token Api-Key X-Amz-Security-Token X-Session-Id X-Csrf-Token X-Signature Private-Token X-Vault-Token Ocp-Apim-Subscription-Key DPoP X-Functions-Key'.split(
    ' ',
  );
const QUERY_NAMES =
  'api_key access_token key sig token code X-Amz-Signature X-Amz-Credential password client_secret auth hash st sv-sig email state'.split(
    ' ',
  );
const ROUTES =
  'reset hook hooks webhook invite verify confirm activate unsubscribe magic share token tokens t s key services callback login session'.split(
    ' ',
  );
const BODY_NAMES =
  'password passwd pwd secret token refresh_token client_secret otp cvv apiKey private_key assertion answer pin'.split(
    ' ',
  );

export function placesOf(): Readonly<Record<string, Place>> {
  const places: Record<string, Place> = {};
  for (const [name, value] of Object.entries(AUTHORIZATION)) {
    places[`Authorization: ${name}`] = (s, d) => ({ sent: { Authorization: value(s, d) } });
  }
  for (const name of ['bearer', 'basic password', 'digest response']) {
    places[`Proxy-Authorization: ${name}`] = (s, d) => ({
      sent: { 'Proxy-Authorization': AUTHORIZATION[name]!(s, d) },
    });
  }
  for (const name of SECRET_HEADERS) places[`header ${name}`] = (s) => ({ sent: { [name]: s } });
  for (let i = 0; i < 8; i++)
    places[`header made up ${i}`] = (s, d) => ({
      sent: { [`X-${inventName(d)}`]: i % 2 ? s : `${inventName(d)}=${s}; v=1` },
    });
  Object.assign(places, COOKIES, URLS, BODIES, ANSWERS);
  for (const name of QUERY_NAMES) places[`query ${name}`] = (s) => ({ url: `${host}/things?page=2&${name}=${u(s)}` });
  for (const route of ROUTES) places[`path behind /${route}/`] = (s) => ({ url: `${host}/${route}/${u(s)}` });
  for (const name of BODY_NAMES) {
    places[`JSON field ${name}`] = (s) => json({ user: 'ann', [name]: s });
    places[`form field ${name}`] = (s) => post(`user=ann&${name}=${u(s)}`, 'application/x-www-form-urlencoded');
  }
  return places;
}

const COOKIES: Readonly<Record<string, Place>> = {
  'cookie of a session': (s) => ({ sent: { Cookie: `theme=dark; session=${u(s)}; lang=en` } }),
  'cookie made up': (s, d) => ({ sent: { Cookie: `${inventName(d, '_')}=${u(s)}` } }),
  'cookie, quoted': (s, d) => ({ sent: { Cookie: `a=1; ${inventName(d, '_')}="${s}"` } }),
  'cookie without a name': (s) => ({ sent: { Cookie: s } }),
  'cookie of JSON': (s) => ({ sent: { Cookie: `prefs=${u(JSON.stringify({ k: s }))}` } }),
  'Set-Cookie': (s, d) => ({ got: { 'Set-Cookie': `${inventName(d, '_')}=${u(s)}; Path=/; HttpOnly` } }),
  'Set-Cookie attribute': (s, d) => ({ got: { 'Set-Cookie': `a=b; Path=/; ${inventName(d)}=${u(s)}` } }),
};

const URLS: Readonly<Record<string, Place>> = {
  'user of the URL': (s) => ({ url: `https://${u(s)}@api.example/x` }),
  'password of the URL': (s) => ({ url: `https://ann:${u(s)}@api.example/x` }),
  'segment of the path': (s) => ({ url: `${host}/v1/${u(s)}/things` }),
  'segment made up': (s, d) => ({ url: `${host}/${inventName(d)}/${u(s)}` }),
  'three segments of a hook': (s) => ({ url: `https://hooks.example/services/T0/B0/${u(s)}` }),
  'path of a bot': (s) => ({ url: `${host}/bot123456:${u(s)}/sendMessage` }),
  jsessionid: (s) => ({ url: `${host}/shop/cart;jsessionid=${u(s)}?page=1` }),
  'parameter of a segment': (s, d) => ({ url: `${host}/shop;${inventName(d)}=${u(s)}/cart` }),
  'file name': (s) => ({ url: `${host}/files/${u(s)}.pdf` }),
  'query made up': (s, d) => ({ url: `${host}/x?${inventName(d, '_')}=${u(s)}` }),
  'query made up, second': (s, d) => ({ url: `${host}/x?page=1&${inventName(d, '_')}=${u(s)}&sort=asc` }),
  'query of an array': (s, d) => ({ url: `${host}/x?${inventName(d)}[]=${u(s)}` }),
  'query without a name': (s) => ({ url: `${host}/x?${u(s)}` }),
  'name of a query': (s) => ({ url: `${host}/x?${u(s)}=1` }),
  'query behind a semicolon': (s, d) => ({ url: `${host}/x?a=1;${inventName(d)}=${u(s)}` }),
  'URL in a query': (s) => ({ url: `${host}/x?next=${u(`https://b.example/y?k=${s}`)}` }),
  'query encoded twice': (s, d) => ({ url: `${host}/x?${inventName(d)}=${u(u(`/${s}/`))}` }),
  'query of JSON': (s) => ({ url: `${host}/x?filter=${u(JSON.stringify({ a: { b: s } }))}` }),
  'signed link': (s) => ({
    url: `${host}/file.zip?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Date=20260101T000000Z&X-Amz-Expires=60&X-Amz-Signature=${u(s)}`,
  }),
  'shared access signature': (s) => ({
    url: `${host}/c/b.txt?sv=2022-11-02&sr=b&sp=r&se=2026-01-01T00:00:00Z&sig=${u(s)}`,
  }),
  fragment: (s) => ({ url: `${host}/x#access_token=${u(s)}` }),
  'fragment without a name': (s) => ({ url: `${host}/x#${u(s)}` }),
  Referer: (s, d) => ({ sent: { Referer: `https://other.example/y?${inventName(d)}=${u(s)}` } }),
  'Referer path': (s) => ({ sent: { Referer: `https://other.example/reset/${u(s)}` } }),
  'X-Original-URL': (s) => ({ sent: { 'X-Original-URL': `/x?k=${u(s)}` } }),
  'If-None-Match': (s) => ({ sent: { 'If-None-Match': `"${s}"` } }),
  'word of the User-Agent': (s) => ({ sent: { 'User-Agent': `tool/1.0 (${s})` } }),
  'value of Content-Type': (s, d) => ({ sent: { 'Content-Type': `application/x; ${inventName(d)}=${s}` } }),
  'header of JSON': (s, d) => ({ sent: { [`X-${inventName(d)}`]: JSON.stringify({ a: [{ b: s }] }) } }),
  'header in base64': (s, d) => ({ sent: { [`X-${inventName(d)}`]: b64(JSON.stringify({ a: s })) } }),
};

const part = (head: string, body: string): Planted =>
  post(`--XX\r\n${head}\r\n\r\n${body}\r\n--XX--\r\n`, 'multipart/form-data; boundary=XX');

const BODIES: Readonly<Record<string, Place>> = {
  'JSON made up': (s, d) => json({ [inventName(d, '_')]: s }),
  'JSON, nested': (s, d) => json({ auth: { [inventName(d)]: { deep: [{ x: s }] } } }),
  'JSON array under password': (s) => json({ password: ['a', s] }),
  'JSON object under secret': (s) => json({ secret: { value: { now: s } } }),
  'JSON name': (s) => json({ tokens: { [s]: true } }),
  'JSON text alone': (s) => post(JSON.stringify(s), 'application/json'),
  'JSON in JSON': (s, d) => json({ event: JSON.stringify({ [inventName(d)]: s }) }),
  'JSON in JSON in JSON': (s, d) => json({ a: JSON.stringify({ b: JSON.stringify({ [inventName(d)]: s }) }) }),
  'JSON lines': (s, d) => post(`{"a":1}\n{"${inventName(d)}":${JSON.stringify(s)}}\n`, 'application/x-ndjson'),
  'JSON cut off': (s, d) => post(`{"a":1,"${inventName(d)}":${JSON.stringify(s)},"more":"unfin`, 'application/json'),
  'JSON of a wrong type': (s) => post(JSON.stringify({ who: s }), 'text/plain'),
  'JavaScript object': (s, d) => post(`{${inventName(d, '')}: '${s}', n: 1}`, 'application/json'),
  'form made up': (s, d) => post(`${inventName(d)}=${u(s)}&x=1`, 'application/x-www-form-urlencoded'),
  'form name': (s) => post(`x=1&${u(s)}=2`, 'application/x-www-form-urlencoded'),
  'form of JSON': (s) => post(`payload=${u(JSON.stringify({ text: s }))}`, 'application/x-www-form-urlencoded'),
  'part of a multipart': (s, d) => part(`Content-Disposition: form-data; name="${inventName(d)}"`, s),
  'part, password': (s) => part('Content-Disposition: form-data; name="password"', s),
  'part, file': (s) =>
    part(
      'Content-Disposition: form-data; name="file"; filename="a.txt"\r\nContent-Type: text/plain',
      `line one\nkey ${s}\n`,
    ),
  'part, name of a file': (s) => part(`Content-Disposition: form-data; name="file"; filename="${s}.txt"`, 'x'),
  'part, JSON': (s) =>
    part('Content-Disposition: form-data; name="meta"\r\nContent-Type: application/json', JSON.stringify({ q: s })),
  'XML element': (s, d) =>
    post(`<?xml version="1.0"?><r><${inventName(d)}>${s}</${inventName(d)}></r>`, 'application/xml'),
  'XML password': (s) => post(`<login><user>ann</user><password>${s}</password></login>`, 'text/xml'),
  'XML attribute': (s, d) => post(`<r><a ${inventName(d)}="${s}"/></r>`, 'application/xml'),
  'XML CDATA': (s) => post(`<r><a><![CDATA[${s}]]></a></r>`, 'application/xml'),
  'XML comment': (s) => post(`<r><!-- ${s} --><a/></r>`, 'application/xml'),
  SOAP: (s) =>
    post(
      `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Header><w:Security><w:Password>${s}</w:Password></w:Security></s:Header></s:Envelope>`,
      'text/xml',
    ),
  'GraphQL argument': (s) => json({ query: `mutation { login(user: "ann", pass: ${JSON.stringify(s)}) { id } }` }),
  'GraphQL variable': (s, d) =>
    json({ query: 'mutation ($x: String!) { go(x: $x) { id } }', variables: { [inventName(d, '')]: s } }),
  'GraphQL block text': (s) => post(`mutation { note(text: """${s}""") { id } }`, 'application/graphql'),
  'GraphQL comment': (s) => post(`query {\n # ${s}\n me { id } }`, 'application/graphql'),
  YAML: (s, d) => post(`user: ann\n${inventName(d)}: ${s}\n`, 'application/yaml'),
  'YAML list': (s) => post(`keys:\n  - one\n  - ${s}\n`, 'application/yaml'),
  'YAML block': (s) => post(`pem: |\n  ${s}\nuser: ann\n`, 'application/yaml'),
  properties: (s, d) => post(`a=1\n${inventName(d, '.')} = ${s}\n`, 'text/plain'),
  'plain text': (s) => post(`please take ${s} now`, 'text/plain'),
  csv: (s) => post(`name,key\nann,${s}\n`, 'text/csv'),
  'private key': (s) =>
    post(`-----BEGIN PRIVATE KEY-----\n${s}\n-----END PRIVATE KEY-----\n`, 'application/x-pem-file'),
  binary: (s) => post(`\u0000\u0001${s}\u0002\ufffd`, 'application/octet-stream'),
};

const ANSWERS: Readonly<Record<string, Place>> = {
  'answer: token': (s) => answered({ error: 'forbidden', access_token: s }),
  'answer: made up': (s, d) => answered({ error: 'forbidden', [inventName(d, '_')]: s }),
  'answer: nested': (s, d) => answered({ error: 'forbidden', data: { user: { [inventName(d)]: [s] } } }),
  'answer: JSON in JSON': (s, d) => answered({ error: 'forbidden', upstream: JSON.stringify({ [inventName(d)]: s }) }),
  'answer: in a message': (s) => answered({ message: `The token ${s} lacks the scope posts:write.` }),
  'answer: password in a message': (s) => answered({ message: `Access denied for ann (password: ${s}).` }),
  'answer: debug': (s) => answered({ error: 'forbidden', debug: { headers: { authorization: `Bearer ${s}` } } }),
  'answer: hidden field': (s) =>
    page(`<h1>403 Forbidden</h1><form><input type="hidden" name="csrf" value="${s}"></form>`),
  'answer: meta': (s) => page(`<meta name="csrf-token" content="${s}"><h1>Forbidden</h1>`),
  'answer: script': (s, d) => page(`<script>var ${inventName(d, '')} = "${s}";</script><h1>Forbidden</h1>`),
  'answer: data attribute': (s, d) => page(`<div data-${inventName(d)}="${s}">Access denied</div>`),
  'answer: comment': (s) => page(`<!-- ${s} --><p>Access denied</p>`),
  'answer: link': (s) => page(`<p>Access denied. <a href="/login?next=/x&ticket=${u(s)}">Sign in</a></p>`),
  'answer: in the page': (s) => page(`<p>Access denied for key ${s}</p>`),
  'answer: XML': (s, d) => ({
    text: `<Error><Code>AccessDenied</Code><${inventName(d, '')}>${s}</${inventName(d, '')}></Error>`,
    answerType: 'application/xml',
  }),
  'answer: XML signature': (s) => ({
    text: `<Error><Code>SignatureDoesNotMatch</Code><AWSAccessKeyId>${s}</AWSAccessKeyId></Error>`,
    answerType: 'application/xml',
  }),
  'answer: plain': (s) => ({ text: `403 Forbidden: session=${s} is not known`, answerType: 'text/plain' }),
  'answer: Location': (s) => ({ status: 302, got: { Location: `https://id.example/login?state=a&code=${u(s)}` } }),
  'answer: Location, fragment': (s) => ({
    status: 302,
    got: { Location: `https://id.example/cb#access_token=${u(s)}` },
  }),
  'answer: Link': (s) => ({ got: { Link: `<https://api.example/x?cursor=${u(s)}>; rel="next"` } }),
  'answer: header made up': (s, d) => ({ got: { [`X-${inventName(d)}`]: s } }),
  'answer: X-Auth-Token': (s) => ({ got: { 'X-Auth-Token': s } }),
  'answer: nonce of a challenge': (s) => ({
    status: 401,
    got: { 'WWW-Authenticate': `Digest realm="site", nonce="${s}", qop="auth"` },
  }),
  'answer: Negotiate': (s) => ({ status: 401, got: { 'WWW-Authenticate': `Negotiate ${b64(s)}` } }),
  'answer: parameter of a challenge': (s, d) => ({
    status: 401,
    got: { 'WWW-Authenticate': `Bearer realm="site", ${inventName(d, '_')}="${s}"` },
  }),
  'answer: policy with a nonce': (s) => ({ got: { 'Content-Security-Policy': `script-src 'nonce-${s}'` } }),
  'answer: ETag': (s) => ({ got: { ETag: `"${s}"` } }),
  'answer: reason phrase of a header': (s) => ({ got: { 'X-Error-Message': `key ${s} is blocked` } }),
};
