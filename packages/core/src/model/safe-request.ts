// Whether a request asks to change nothing. A method alone does not say it: frameworks take another method from a header, a
// parameter or a field, and many an old application changes things by GET (RFC 9110 §9.2.1 warns of it).
import type { Request } from './exchange.ts';
import { decodeForm, header, queryOf, splitUrl } from './http.ts';

const SAFE = /^(?:GET|HEAD|OPTIONS|TRACE)$/;
/** A name that says of its value, without its signs, that it is the method which is meant: `_method`, `$method`, `X-HTTP-Method-Override`. */
const OVERRIDE = /^x?(?:http)?method(?:override)?$/i;
/** The like of it in names that are made up: `X-HTTP-Verb`, `Tunneled-Method`, `a[_method]`. */
const METHOD_LIKE = /method|verb/i;
/** What a browser asks leave for, and does not do. */
const ASKS_LEAVE = /^access-control-request-method$/i;
const KNOWN = /^(?:POST|PUT|PATCH|DELETE|MERGE|MOVE|COPY|LINK|UNLINK|PURGE|MKCOL|LOCK|UNLOCK|PROPPATCH)$/;
/** Words in a path, or as the value of a parameter that names an action, by which a GET changes something or is used up. */
const ACTION =
  /^(?:delete|remove|destroy|erase|purge|logout|logoff|signout|unsubscribe|revoke|cancel|deactivate|activate|approve|reject|confirm|reset|redeem|checkout|pay|transfer|magic|onetime|otp)$/i;
const ACTION_PARAMETER = /^_?(?:action|act|do|cmd|command|op|operation|task|mode|event)$/i;
/** Longest part of a body in which a field is looked for, in UTF-16 units. */
const MOST_BODY = 1_000_000;

/**
 * Whether a request asks to change nothing (RFC 9110 §9.2.1): its method is safe, nothing in it names another one, and its
 * address names no action and holds nothing that is good for one use. Methods are case-sensitive; the names of an override are not.
 */
export function isSafeRequest(request: Request): boolean {
  if (!SAFE.test(request.method) || request.method.length > 10) return false;
  const { body: _, ...bodiless } = request;
  return (
    methodsNamed(request).every((method) => SAFE.test(method)) &&
    !namesAction(request.url) &&
    !isMutation(request.url) &&
    oneTimeFields(bodiless).length === 0
  );
}

/**
 * Methods that a request names beside its own, in upper case: in what is called so, and wherever the word stands as methods are
 * written, in capitals.
 */
function methodsNamed(request: Request): readonly string[] {
  const named = [
    ...request.headers.filter(([name]) => !ASKS_LEAVE.test(name)),
    // Some take `;` for `&`.
    ...queryOf(request.url.replaceAll(';', '&')).map(({ name, value }) => [name, value] as const),
    ...fieldsOf(request),
  ];
  return named.flatMap(([name, given]) => {
    const value = given.trim();
    const method = value.toUpperCase();
    if (!/^[A-Z-]{1,40}$/.test(method)) return [];
    const letters = name.slice(0, 200).replace(/[^a-z]/gi, '');
    // A parameter that is just called `method` may be any method: of payment, of sorting.
    if (OVERRIDE.test(letters) && (!/^method$/i.test(name) || KNOWN.test(method))) return [method];
    return KNOWN.test(method) && (METHOD_LIKE.test(letters) || value === method) ? [method] : [];
  });
}

/** Whether a query of GraphQL asks to change something. */
function isMutation(url: string): boolean {
  return queryOf(url).some(({ name, value }) => /^query$/i.test(name) && /^\s{0,100}mutation\b/.test(value));
}

/** Fields of a body that could name a method: of a form, of JSON at any depth, of multipart. */
function fieldsOf(request: Request): readonly (readonly [name: string, value: string])[] {
  const text = request.body?.text.slice(0, MOST_BODY) ?? '';
  if (text === '') return [];
  return [
    ...queryOf(`?${text}`).map(({ name, value }) => [name, value] as const),
    ...[...text.matchAll(/"([\w$-]{1,40})"\s{0,9}:\s{0,9}"([A-Za-z-]{1,40})"/g)].map(
      ([, name, value]) => [name!, value!] as const,
    ),
    ...[...text.matchAll(/name="?([\w$-]{1,40})"?[^\n]{0,200}\n(?:[^\n]{2,200}\n)?\r?\n([A-Za-z-]{1,40})/gi)].map(
      ([, name, value]) => [name!, value!] as const,
    ),
  ];
}

function namesAction(url: string): boolean {
  const [path = ''] = (splitUrl(url)?.target ?? '').split('?', 1);
  const isAction = (text: string): boolean =>
    decodeForm(text)
      .replace(/([a-z])([A-Z])/g, '$1 $2')
      .split(/[^A-Za-z]+/)
      .some((word) => ACTION.test(word)) || ACTION.test(decodeForm(text).replace(/[^a-z]/gi, ''));
  return (
    path.split('/').some(isAction) ||
    queryOf(url).some(({ name, value }) => (ACTION_PARAMETER.test(name) ? isAction(value) : ACTION.test(name)))
  );
}

/** Names of fields and headers that hold what a person types to sign in, or what is good for one use. */
const ONE_TIME =
  /^(?:.{0,40}(?:password|passwd|passphrase|passcode).{0,20}|pass|pwd|otp|totp|mfa_?code|pin|one_?time_?(?:code|password|token)|refresh_?token|device_?code|authorization_?code|assertion|code_?verifier)$/i;

/**
 * Passwords and one-time secrets that a request carries: a server may count a second use of them against the account, or end
 * the session that they belong to. Basic and Digest pairs, fields of the body, parameters.
 */
export function passwordsOf(request: Request): readonly string[] {
  const found: string[] = [];
  for (const name of ['authorization', 'proxy-authorization']) {
    const value = header(request, name)?.trim() ?? '';
    if (/^basic\s/i.test(value)) found.push(value.slice(6).trim());
    // A Digest answer is another one for each request; what stays the same is whose it is.
    else if (/^digest\s/i.test(value)) found.push(/username="?([^",]{0,200})/i.exec(value)?.[1] ?? 'digest');
  }
  for (const [name, value] of request.headers) {
    if (ONE_TIME.test(name)) found.push(value);
    if (/^cookie$/i.test(name))
      for (const pair of value.split(/;\s{0,9}/)) {
        const [cookie = '', of = ''] = pair.split(/=(.*)/s, 2);
        if (ONE_TIME.test(cookie.trim())) found.push(of.trim());
      }
  }
  return [...found, ...oneTimeFields(request)].filter((value) => value !== '');
}

/** One-time secrets and passwords in the body or the parameters. */
function oneTimeFields(request: Request): readonly string[] {
  const text = request.body?.text.slice(0, MOST_BODY) ?? '';
  const json = [...text.matchAll(/"([\w.-]{1,60})"\s{0,9}:\s{0,9}"((?:[^"\\]|\\.){1,2000})"/g)].map(
    ([, name, value]) => ({ name: name!, value: value! }),
  );
  const parts = [...text.matchAll(/name="([\w.-]{1,60})"\r?\n\r?\n([^\r\n]{1,2000})/gi)].map(([, name, value]) => ({
    name: name!,
    value: value!,
  }));
  const form = /^\s*[{[<-]/.test(text) ? [] : queryOf(`?${text}`);
  return [...queryOf(request.url), ...form, ...json, ...parts]
    .filter(({ name }) => ONE_TIME.test(name))
    .map(({ value }) => value);
}
