import type { EvidenceSet } from '../model/evidence.ts';
import type { Exchange, Header, Request } from '../model/exchange.ts';
import { cookiePairs, queryOf } from '../model/http.ts';

/** Replaces secrets in any text. */
export type Redactor = (text: string) => string;

const SECRET_HEADER =
  /^(?:authorization|proxy-authorization|cookie|set-cookie|x-amz-security-token|.{0,60}(?:token|secret|api-?key|apikey|auth-key|password|signature|session|credential).{0,40})$/i;
const HARMLESS_HEADER =
  /^(?:x-amz-signedheaders|sec-websocket-.{0,20}|x-auth-scheme|www-authenticate|token-type|x-accepted-.{1,60}|x-oauth-scopes|access-control-.{1,60}|x-xsrf-protection|signature-input)$/i;
/** Headers whose value is a URL, with secrets of its own. */
const HOLDS_URL = /^(?:location|content-location|referer|refresh|link|x-original-ur[il]|x-rewrite-url)$/i;
const SECRET_NAME =
  /^(?:.{0,40}(?:password|passwd|secret|token|api_?-?key|apikey|access_?key|private_?key|signature|credential|assertion|authenticity|csrf|xsrf|session|otp|passcode|refresh|bearer|nonce).{0,40}|pwd|pass|sig|key|code|auth|jwt|sid|hash|x-amz-credential|awsaccesskeyid|googleaccessid|md5|st|pin|cvv|client_assertion)$/i;
const NOT_SECRET =
  /^(?:token_?type|grant_type|response_type|code_challenge_method|keyword|key_?id|scope|tokens?_used|max_?tokens|.{0,20}token_(?:limit|count)|error_?code|status_?code|country_?code|currency_?code|response_?code|key-pair-id|code)$/i;
// Secrets that show by their own form, wherever they stand.
const BY_FORM =
  /\beyJ[\w-]{6,}\.[\w-]{6,}(?:\.[\w-]*)?|\b(?:ghp|gho|ghu|ghs|ghr)_[A-Za-z0-9]{8,}|\bgithub_pat_\w{10,}|\bglpat-[\w-]{8,}|\b(?:sk|pk|rk)_(?:live|test)_\w{8,}|\bsk-[\w-]{16,}|\bxox[abpors]-[\w-]{8,}|\bAKIA[0-9A-Z]{12,}|\bASIA[0-9A-Z]{12,}|\bAIza[\w-]{20,}|\bnpm_[A-Za-z0-9]{20,}|\bpypi-[\w-]{16,}|\bSG\.[\w-]{10,}\.[\w-]{10,}|\bhvs\.[\w-]{10,}|\bdop_v1_\w{20,}|-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----[^-]{0,8000}-----END/g;

export const REDACTED = '<redacted>';

/** A redactor for one exchange: knows every secret of it by value, and others by their form. */
export function redactorFor(exchange: Exchange, evidence: EvidenceSet, more: readonly string[] = []): Redactor {
  const secrets = new Set<string>(more.filter((s) => s.length >= 4));
  const add = (value: string | undefined): void => {
    const text = value?.trim();
    // a short or plain word may stand anywhere; replacing it would garble the report
    if (
      text &&
      text.length >= 6 &&
      !/^(?:redacted|undefined|null|none|true|false|nocheck|no-check|fetch|bearer|basic)$/i.test(text)
    )
      secrets.add(text);
  };
  for (const { fact } of evidence.all('credential')) {
    add(fact.value);
    add(fact.value.replace(/^["']|["']$/g, '').replace(/^(?:bearer|basic|token)\s+/i, ''));
    if (fact.kind === 'basic') addBasic(fact.value, add);
    try {
      add(decodeURIComponent(fact.value));
    } catch {
      // not encoded
    }
  }
  for (const { fact } of evidence.all('csrf')) if (fact.value.length >= 8) add(fact.value);
  for (const [name, value] of exchange.request.headers) {
    if (name.toLowerCase() === 'cookie')
      for (const [, cookie] of cookiePairs(value)) if (cookie.length >= 8) add(cookie);
    if (SECRET_HEADER.test(name) && !HARMLESS_HEADER.test(name)) add(value);
  }
  for (const [name, value] of exchange.response?.headers ?? []) {
    if (name.toLowerCase() === 'set-cookie') add(value.split(';', 1)[0]!.split('=').slice(1).join('='));
  }
  for (const message of [exchange.request, exchange.response]) {
    for (const [name, value] of message?.headers ?? [])
      if (HOLDS_URL.test(name)) for (const v of urlSecrets(value)) add(v);
    if (message?.body)
      for (const { start, end } of bodySecrets(message.body.text)) add(message.body.text.slice(start, end));
  }
  for (const value of urlSecrets(exchange.request.url)) add(value);
  const sorted = [...secrets].sort((a, b) => b.length - a.length);
  return (text) => {
    let out = text;
    for (const secret of sorted) if (out.includes(secret)) out = out.replaceAll(secret, REDACTED);
    return out.replace(BY_FORM, REDACTED);
  };
}

function addBasic(value: string, add: (value: string) => void): void {
  try {
    const plain = atob(value);
    const colon = plain.indexOf(':');
    if (colon >= 0) add(plain.slice(colon + 1));
  } catch {
    // not base64
  }
}

/** Headers with their secrets replaced, the scheme word and cookie names kept: they tell what was sent. */
export function redactHeaders(headers: readonly Header[], redact: Redactor): readonly Header[] {
  return headers.map(([name, value]): Header => {
    const lower = name.toLowerCase();
    if (HARMLESS_HEADER.test(name)) return [name, redact(value)];
    if (lower === 'cookie')
      return [
        name,
        cookiePairs(value)
          .map(([n]) => `${n}=${REDACTED}`)
          .join('; '),
      ];
    if (lower === 'set-cookie') {
      const eq = value.indexOf('=');
      const end = value.indexOf(';');
      return [
        name,
        eq < 0 ? redact(value) : `${value.slice(0, eq)}=${REDACTED}${end < 0 ? '' : redact(value.slice(end))}`,
      ];
    }
    if (lower === 'authorization' || lower === 'proxy-authorization') {
      const scheme = /^\s*["']?([A-Za-z][\w-]{1,30})\s+\S/.exec(value)?.[1];
      return [
        name,
        scheme
          ? `${scheme} ${REDACTED}`
          : value.trim() === ''
            ? value
            : /^[A-Za-z]{1,10}$/.test(value.trim())
              ? value
              : REDACTED,
      ];
    }
    if (SECRET_HEADER.test(name) && value.length >= 4) return [name, REDACTED];
    if (HOLDS_URL.test(name)) return [name, redactUrl(value, redact)];
    return [name, redact(value)];
  });
}

/** A URL with its password and secret query values replaced. */
export function redactUrl(url: string, redact: Redactor): string {
  return redact(cutOut(url, urlPlaces(url)));
}

/** A body with the values of secret fields replaced (JSON, form and multipart alike). */
export function redactBody(text: string, redact: Redactor): string {
  return redact(cutOut(text, bodySecrets(text)));
}

interface Place {
  readonly start: number;
  readonly end: number;
}

/** The text without what stands at these places, which do not overlap. */
function cutOut(text: string, places: readonly Place[]): string {
  let out = text;
  for (const { start, end } of [...places].sort((a, b) => b.start - a.start))
    out = `${out.slice(0, start)}${REDACTED}${out.slice(end)}`;
  return out;
}

/** Whether a field or parameter of this name holds a secret. */
export function isSecretName(name: string): boolean {
  return SECRET_NAME.test(name) && !NOT_SECRET.test(name);
}

/** Where a URL holds secrets: the password, and the values of parameters whose names say so. */
function urlPlaces(url: string): readonly Place[] {
  const places: Place[] = [];
  const password = /^([a-z][a-z0-9+.-]{0,20}:\/\/[^/?#@:]{0,200}:)([^/?#@]{1,500})@/i.exec(url);
  if (password) places.push({ start: password[1]!.length, end: password[1]!.length + password[2]!.length });
  for (const { name, start, end } of queryOf(url)) {
    // an authorization code (RFC 6749 section 4.1.2) is long; the code of an error is not
    const secret = isSecretName(name) || (name === 'code' && end - start >= 16);
    if (secret && end - start >= 4 && !url.startsWith(REDACTED, start)) places.push({ start, end });
  }
  return places;
}

/** The secrets of a URL by value, as they stand there and decoded. */
function urlSecrets(url: string): readonly string[] {
  return urlPlaces(url).flatMap(({ start, end }) => {
    const raw = url.slice(start, end);
    try {
      return [raw, decodeURIComponent(raw)];
    } catch {
      return [raw];
    }
  });
}

/** Most of a body that is looked through. */
const LOOKED_THROUGH = 262_144;
const JSON_FIELD = /"([\w.-]{1,60})"\s{0,5}:\s{0,5}"((?:[^"\\]|\\.){4,8000})"/g;
const FORM_FIELD = /(?:^|[&?\n])([\w.%[\]-]{1,60})=([^&\s"<]{4,8000})/g;
const PART = /name="([^"\r\n]{1,60})"[^\r\n]{0,200}\r?\n(?:[^\r\n]{1,200}\r?\n){0,5}\r?\n([^\r\n]{4,8000})/g;

/** Where a body holds the values of fields whose names say that they are secret. */
function bodySecrets(body: string): readonly Place[] {
  const text = body.slice(0, LOOKED_THROUGH);
  const places: Place[] = [];
  for (const field of [JSON_FIELD, FORM_FIELD, PART])
    for (const match of text.matchAll(field)) {
      const [whole, name, value] = match as unknown as [string, string, string];
      if (!isSecretName(name) || /^(?:message|error)/i.test(name) || value.includes(REDACTED)) continue;
      const start = match.index + whole.lastIndexOf(value);
      const end = start + value.length;
      if (places.every((p) => end <= p.start || start >= p.end)) places.push({ start, end });
    }
  return places;
}

/** A request that may be shown. */
export function redactRequest(request: Request, redact: Redactor): Request {
  return {
    ...request,
    url: redactUrl(request.url, redact),
    headers: redactHeaders(request.headers, redact),
    ...(request.body && { body: { text: redactBody(request.body.text, redact) } }),
  };
}
