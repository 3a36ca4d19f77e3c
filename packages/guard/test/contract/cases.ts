import { csrfTokens } from '../../src/requirements/csrf-token.ts';
import { CSRF_KEY } from './app.ts';
import { bearerOf, SECONDS, token } from './callers.ts';

/** A request of the contract. Those of one path come in this order, since rate limits count. */
export interface ContractCase {
  readonly name: string;
  readonly method?: 'GET' | 'POST' | 'HEAD';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

const csrfToken = csrfTokens([CSRF_KEY], 43_200);
const good = csrfToken.make('7', SECONDS);
const others = csrfToken.make('8', SECONDS);
const seven = bearerOf();
const page = { accept: 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.8' };
const form = { 'content-type': 'application/x-www-form-urlencoded' };
const upload = { 'content-type': 'multipart/form-data; boundary=boundary' };
const part = (name: string, value: string) =>
  `--boundary\r\ncontent-disposition: form-data; ${name}\r\n\r\n${value}\r\n`;
const file = part('name="file"; filename="a.txt"\r\ncontent-type: text/plain', 'a text');

export const CASES: readonly ContractCase[] = [
  { name: 'a known caller is allowed', path: '/authenticated', headers: seven },
  { name: 'a session is allowed', path: '/authenticated', headers: { cookie: 'a=b; sid=s7' } },
  { name: 'nothing that identifies', path: '/authenticated' },
  { name: 'nothing that identifies, asked with HEAD', path: '/authenticated', method: 'HEAD' },
  { name: 'nothing that identifies, asked by a browser', path: '/authenticated', headers: page },
  { name: 'a token that is no token', path: '/authenticated', headers: { authorization: 'Bearer not-a-token' } },
  { name: 'a doubled prefix', path: '/authenticated', headers: { authorization: `Bearer Bearer ${token()}` } },
  { name: 'another scheme', path: '/authenticated', headers: { authorization: 'Token abc' } },
  { name: 'an expired token', path: '/authenticated', headers: bearerOf({ exp: SECONDS - 60 }) },
  { name: 'a token of the future', path: '/authenticated', headers: bearerOf({ nbf: SECONDS + 60 }) },
  { name: 'a token for another audience', path: '/authenticated', headers: bearerOf({ aud: 'https://other.example' }) },
  { name: 'a token of another issuer', path: '/authenticated', headers: bearerOf({ iss: 'https://evil.example' }) },
  {
    name: 'a token with another signature',
    path: '/authenticated',
    headers: { authorization: `Bearer ${token({}, {}, 'another secret that is long enough for HS256')}` },
  },
  { name: 'an expired session', path: '/authenticated', headers: { cookie: 'sid=old' } },
  { name: 'an unknown session', path: '/authenticated', headers: { cookie: 'sid=forged' } },
  { name: 'a role is allowed', path: '/role', headers: bearerOf({ roles: ['admin'] }) },
  { name: 'a role is missing', path: '/role', headers: bearerOf({ roles: ['editor'] }) },
  { name: 'a role is missing, asked by a browser', path: '/role', headers: { ...bearerOf(), ...page } },
  { name: 'a role is asked of a stranger', path: '/role' },
  {
    name: 'permissions are allowed',
    path: '/permission',
    headers: bearerOf({ permissions: ['posts:read', 'posts:delete'] }),
  },
  { name: 'a permission is missing', path: '/permission', headers: bearerOf({ permissions: ['posts:read'] }) },
  { name: 'scopes are allowed', path: '/scope', headers: bearerOf({ scope: 'posts:write posts:read' }) },
  { name: 'a scope is missing', path: '/scope', headers: bearerOf({ scope: 'posts:read' }) },
  { name: 'an owner is allowed', path: '/owner/1', headers: seven },
  { name: 'the object is another’s', path: '/owner/2', headers: seven },
  { name: 'the object is absent', path: '/owner/9', headers: seven },
  { name: 'a tenant is allowed', path: '/tenant/1', headers: bearerOf({ tenant: 'acme' }) },
  { name: 'the object is another tenant’s', path: '/tenant/2', headers: bearerOf({ tenant: 'acme' }) },
  { name: 'a caller without a tenant', path: '/tenant/2', headers: seven },
  { name: 'an ability is there', path: '/ability/1', headers: seven },
  { name: 'an ability is not there', path: '/ability/2', headers: seven },
  { name: 'an ability is forbidden by a rule', path: '/ability/3', headers: seven },
  { name: 'a predicate holds', path: '/predicate', headers: seven },
  { name: 'a predicate gives its reason', path: '/predicate', headers: bearerOf({ sub: '8' }) },
  { name: 'a demand on the request fails', path: '/request' },
  {
    name: 'a strong login is allowed',
    path: '/step-up',
    headers: bearerOf({ acr: 'gold', amr: ['pwd', 'mfa'], auth_time: SECONDS - 10 }),
  },
  { name: 'a login is too weak', path: '/step-up', headers: bearerOf({ acr: 'silver' }) },
  {
    name: 'a login is too old',
    path: '/step-up',
    headers: bearerOf({ acr: 'gold', amr: ['mfa'], auth_time: SECONDS - 400 }),
  },
  {
    name: 'a CSRF token in a header is allowed',
    method: 'POST',
    path: '/csrf',
    headers: { ...seven, cookie: `__Host-csrf=${good}`, 'x-csrf-token': good, 'sec-fetch-site': 'same-origin' },
  },
  {
    name: 'a CSRF token in a form is allowed',
    method: 'POST',
    path: '/csrf',
    headers: { ...seven, ...form, cookie: `__Host-csrf=${good}` },
    body: `a=1&_csrf=${good}`,
  },
  {
    name: 'a CSRF token in a form with a file is allowed',
    method: 'POST',
    path: '/csrf',
    headers: { ...seven, ...upload, cookie: `__Host-csrf=${good}` },
    body: `${part('name="_csrf"', good)}${file}--boundary--\r\n`,
  },
  {
    name: 'a form with a file and no CSRF token',
    method: 'POST',
    path: '/csrf',
    headers: { ...seven, ...upload, cookie: `__Host-csrf=${good}` },
    body: `${file}--boundary--\r\n`,
  },
  { name: 'no CSRF cookie', method: 'POST', path: '/csrf', headers: seven },
  { name: 'no CSRF token', method: 'POST', path: '/csrf', headers: { ...seven, cookie: `__Host-csrf=${good}` } },
  {
    name: 'a CSRF token that differs from its cookie',
    method: 'POST',
    path: '/csrf',
    headers: { ...seven, cookie: `__Host-csrf=${good}`, 'x-csrf-token': others },
  },
  {
    name: 'a CSRF token of another session',
    method: 'POST',
    path: '/csrf',
    headers: { ...seven, cookie: `__Host-csrf=${others}`, 'x-csrf-token': others },
  },
  {
    name: 'a cross-site request',
    method: 'POST',
    path: '/csrf',
    headers: { ...seven, cookie: `__Host-csrf=${good}`, 'x-csrf-token': good, 'sec-fetch-site': 'cross-site' },
  },
  {
    name: 'another origin',
    method: 'POST',
    path: '/csrf',
    headers: { ...seven, cookie: `__Host-csrf=${good}`, 'x-csrf-token': good, origin: 'https://evil.example' },
  },
  { name: 'an address in the list', path: '/allow-ips' },
  { name: 'an address that is not in the list', path: '/allow-other-ips' },
  { name: 'a forged X-Forwarded-For', path: '/allow-other-ips', headers: { 'x-forwarded-for': '203.0.113.7' } },
  { name: 'an address that is denied', path: '/deny-ips' },
  { name: 'the first request of a limit', path: '/rate-limit', headers: { 'x-client': 'one' } },
  { name: 'the last request of a limit', path: '/rate-limit', headers: { 'x-client': 'one' } },
  { name: 'a request beyond the limit', path: '/rate-limit', headers: { 'x-client': 'one' } },
  { name: 'another client’s limit', path: '/rate-limit', headers: { 'x-client': 'two' } },
  { name: 'a flag that is on', path: '/flag', headers: seven },
  { name: 'a flag that is off', path: '/flag' },
  { name: 'a plan is allowed', path: '/plan', headers: bearerOf({ plan: 'team' }) },
  { name: 'a plan does not include it', path: '/plan', headers: bearerOf({ plan: 'free' }) },
  { name: 'one of two by role', path: '/any-of/2', headers: bearerOf({ roles: ['admin'] }) },
  { name: 'one of two by ownership', path: '/any-of/1', headers: seven },
  { name: 'neither of two', path: '/any-of/2', headers: bearerOf({ roles: ['editor'] }) },
  { name: 'neither of two for a stranger', path: '/any-of/2' },
  { name: 'all of three', path: '/all-of', headers: bearerOf({ scope: 'posts:write' }) },
  { name: 'the second of three fails', path: '/all-of', headers: seven },
  { name: 'a negation holds', path: '/not', headers: seven },
  { name: 'a negation fails', path: '/not', headers: bearerOf({ roles: ['banned'] }) },
  { name: 'a negation is no way in for strangers', path: '/not' },
  { name: 'a hidden object’s owner is allowed', path: '/hidden/1', headers: seven },
  { name: 'a hidden object', path: '/hidden/2', headers: seven },
  { name: 'an absent object where others are hidden', path: '/hidden/9', headers: seven },
  { name: 'a hidden object, for a stranger', path: '/hidden/2' },
  { name: 'a hidden object, asked by a browser', path: '/hidden/2', headers: { ...seven, ...page } },
  { name: 'a stranger before a hidden part', path: '/hidden-inside/2' },
  { name: 'a hidden part', path: '/hidden-inside/2', headers: seven },
  { name: 'a requirement in shadow mode', path: '/shadow', headers: seven },
  { name: 'a requirement in shadow mode, for a stranger', path: '/shadow' },
  { name: 'a part in shadow mode', path: '/shadow-part', headers: seven },
  { name: 'a check that throws', path: '/throws', headers: seven },
  { name: 'a check that rejects', path: '/rejects', headers: seven },
  { name: 'a check that hangs', path: '/hangs', headers: seven },
  { name: 'a check that answers 1', path: '/truthy', headers: seven },
  { name: 'a store that is lost', path: '/store-lost', headers: seven },
  { name: 'a handler that finds nothing', path: '/absent', headers: seven },
];
