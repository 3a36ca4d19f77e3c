import { decodeBase64, looksLikeJwt } from '../model/base64.ts';
import type { CredentialKind, Evidence, Malformation, Reader } from '../model/evidence.ts';
import type { Exchange, Span } from '../model/exchange.ts';
import { cookiePairs, headersOf, queryOf } from '../model/http.ts';

// Scheme words seen in Authorization: the IANA registry and what products use beside it.
const SCHEMES = new Set(
  'basic bearer digest token negotiate ntlm hmac signature apikey api-key key dpop aws4-hmac-sha256 aws sharedkey sharedkeylite bot oauth googlelogin gnap hawk mac mutual privatetoken scram-sha-256 vapid splunk jwt ssws sso-key genie zoho-oauthtoken klaviyo-api-key pve pveapitoken snyk discogs mediabrowser credential client-id concealed access_token zlogin session user x-api-key edgegrid eg1-hmac-sha256 acs ocp qbox qsign obs cos ucloud aliyun acs3-hmac-sha256 tc3-hmac-sha256 hmac-sha256 hmac-sha1 service glsa prefixed cloudsearch'.split(
    ' ',
  ),
);
// What ends in the word for a secret is one, with whatever product's name before it; keys of another sense are not.
const KEY_NAME =
  /^(?:(?:[a-z0-9]{1,20}[-_]){0,4}(?:(?:api|auth|access|app|user|session)?(?:key|token|secret)|credential|passphrase)|auth-email|apikey-auth)$/i;
const NO_KEY =
  /captcha|turnstile|csrf|xsrf|idempoten|cache|surrogate|websocket|partition|routing|request-key|device-token|public-key|page-token|continuation|encryption|signature-key|key-id/i;
const QUERY_KEY =
  /^(?:api_?key|apikey|key|access_?token|token|auth|auth_?token|sig|signature|hapikey|appid|app_?key|subscription-key|client_secret|private_token|x-amz-signature|x-goog-signature|secret|code)$/i;
const SESSION_COOKIE =
  /^(?:.{0,40}(?:sess|sid$|auth|token|jwt|login|user_?id|remember|identity|ticket|sso|access|account|sec$).{0,40}|cloudfront-.{5,12}|sid|s|id|uid|jsessionid|phpsessid|asp\.net_sessionid|connect\.sid|laravel_session|_[a-z0-9]{1,30}_session|wordpress_(?:logged_in|sec)_.{0,80}|\.aspnetcore\..{0,60}|\.aspxauth)$/i;
const NOT_SESSION = /csrf|xsrf|consent|_ga|utm|analytics|locale|lang|theme/i;

const reader: Reader = {
  id: 'credentials',
  read(exchange) {
    return [
      ...fromAuthorization(exchange),
      ...fromHeaders(exchange),
      ...fromCookies(exchange),
      ...fromQuery(exchange),
      ...fromTls(exchange),
    ];
  },
};

function item(
  kind: CredentialKind,
  name: string,
  value: string,
  at: Span,
  problems: readonly Malformation[] = [],
  scheme?: string,
): Evidence<'credential'> {
  return {
    kind: 'credential',
    fact: { kind, name, value, problems, ...(scheme !== undefined && { scheme }) },
    at: [at],
    by: 'credentials',
  };
}

function fromAuthorization(exchange: Exchange): Evidence<'credential'>[] {
  return headersOf(exchange, 'request', 'authorization').map(({ value, span }) => {
    const { scheme, rest } = splitScheme(value);
    const kind: CredentialKind = scheme === undefined ? (looksLikeJwt(rest) ? 'bearer' : 'api-key') : kindOf(scheme);
    return item(kind, 'Authorization', rest, span, problemsOf(value, scheme, rest), scheme);
  });
}

function splitScheme(value: string): { scheme?: string; rest: string } {
  const trimmed = value.trim();
  const space = trimmed.search(/[\s:=]/);
  const word = (space < 0 ? trimmed : trimmed.slice(0, space)).replace(/^["']/, '');
  const known = SCHEMES.has(word.toLowerCase());
  if (space > 0 && (known || /\s/.test(trimmed[space]!)))
    return { scheme: word, rest: trimmed.slice(space + 1).trim() };
  // `Bearer` alone is a scheme without its token; a lone long word is a token without its scheme.
  return known && space < 0 ? { scheme: word, rest: '' } : { rest: trimmed };
}

function kindOf(scheme: string): CredentialKind {
  const lower = scheme.toLowerCase();
  if (lower === 'basic' || lower === 'bearer' || lower === 'digest') return lower;
  return /^aws4-hmac-sha256$/.test(lower) ? 'sigv4' : 'scheme';
}

/** What is wrong with the form of an Authorization value, whatever the secret in it. */
function problemsOf(value: string, scheme: string | undefined, rest: string): Malformation[] {
  const problems: Malformation[] = [];
  const masked =
    /^[*x•.…<>[\](){}_-]{2,}$/i.test(rest) || /redacted|masked|hidden|removed|example|…|\.\.\.|\*\*\*/i.test(rest);
  // parameters have quoted values (RFC 9110 §11.2)
  if ((/^["']|["']$/.test(value.trim()) && !/=\s?["']/.test(value)) || /^["'].*["']$/.test(rest))
    problems.push('quoted');
  if (scheme === undefined && rest && !masked) problems.push('no-scheme');
  if (scheme !== undefined && /^(?:bearer|basic|token|digest)[\s:]/i.test(rest)) problems.push('doubled-scheme');
  if (scheme !== undefined && rest === '') problems.push('empty');
  if (/^(?:undefined|null|none|nan|\[object object\]|false)$/i.test(rest)) problems.push('placeholder');
  else if (/^(?:\$\{?[A-Za-z_]\w*\}?|\{\{[^}]{1,80}\}\}|%[A-Z_]{2,40}%|<[a-z _-]{2,40}>)$/.test(rest) && !masked)
    problems.push('placeholder');
  if (/[\r\n\t]|%0[ad]|\\n/i.test(value)) problems.push('whitespace');
  if (scheme !== undefined && !SCHEMES.has(scheme.toLowerCase()) && /^(?:bearer|basic|token)/i.test(scheme))
    problems.push('unknown-scheme');
  // RFC 9110 §11.4: a space, and nothing else, parts the scheme word from the credential
  if (scheme !== undefined && rest !== '' && /^["']?[\w-]{1,40}[:=]/.test(value.trim())) problems.push('punctuated');
  if (cutOff(rest)) problems.push('truncated');
  if (scheme?.toLowerCase() === 'basic' && rest && !masked && !problems.length) {
    const plain = decodeBase64(rest);
    if (plain === undefined) problems.push('not-base64');
    else if (!plain.includes(':')) problems.push('no-colon');
  }
  return problems;
}

/** Lengths of a signature in base64url by algorithm, where the algorithm fixes it (RFC 7518 §3.1). */
const SIGNATURE_LENGTH: Readonly<Record<string, number>> = {
  HS256: 43,
  HS384: 64,
  HS512: 86,
  ES256: 86,
  ES384: 128,
  ES512: 176,
  RS256: 342,
  RS384: 342,
  RS512: 342,
  PS256: 342,
  EdDSA: 86,
};

/** Whether a signed JWT lost its end: its third part, or some of it. */
function cutOff(token: string): boolean {
  const [head = '', , signature, ...more] = token.split('.', 5);
  if (!token.startsWith('eyJ') || more.length || !/^[\w.-]+$/.test(token)) return false;
  // one sign again and again stands for what was taken out
  if (/^(\w)\1*$/.test(signature ?? '')) return false;
  if (signature === undefined) return token.length > 15 && token.includes('.');
  const alg = /"alg"\s{0,5}:\s{0,5}"(\w{2,8})"/.exec(decodeBase64(head) ?? '')?.[1];
  return signature.length < (SIGNATURE_LENGTH[alg ?? ''] ?? 0);
}

function fromHeaders(exchange: Exchange): Evidence<'credential'>[] {
  const found: Evidence<'credential'>[] = [];
  exchange.request.headers.forEach(([name, value], index) => {
    if (
      !(KEY_NAME.test(name) || carries(exchange, 'header', name)) ||
      NO_KEY.test(name) ||
      name.toLowerCase() === 'authorization'
    )
      return;
    const problems: Malformation[] = [];
    if (/^["'].*["']$/.test(value)) problems.push('quoted');
    if (!value) problems.push('empty');
    if (/^(?:undefined|null|none|\$\{?[A-Za-z_]\w*\}?|\{\{[^}]{1,80}\}\})$/i.test(value)) problems.push('placeholder');
    if (/^bearer\s/i.test(value)) problems.push('doubled-scheme');
    found.push(item('api-key', name, value, { part: 'request', in: 'header', header: name, index }, problems));
  });
  return found;
}

function carries(exchange: Exchange, place: 'header' | 'cookie', name: string): boolean {
  const lower = name.toLowerCase();
  return exchange.carriers?.some((carrier) => carrier.in === place && carrier.name.toLowerCase() === lower) === true;
}

function fromCookies(exchange: Exchange): Evidence<'credential'>[] {
  return headersOf(exchange, 'request', 'cookie').flatMap(({ value, span }) =>
    cookiePairs(value)
      .filter(([name]) => (SESSION_COOKIE.test(name) && !NOT_SESSION.test(name)) || carries(exchange, 'cookie', name))
      .map(([name, cookie]) => {
        const start = value.indexOf(`${name}=`);
        return item(
          'session-cookie',
          name,
          cookie,
          start < 0 ? span : { ...span, start, end: start + name.length + 1 + cookie.length },
        );
      }),
  );
}

/** Parameters that sign a link where another one says how long it holds (nginx secure_link and its likes). */
const LINK_SIGNATURE = /^(?:md5|hash|st|hmac|hdnts|hdnea|s|e_sig|verify)$/i;
const LINK_TIME = /^(?:expires?|exp|e|ttl|valid_?until|deadline)$/i;

function fromQuery(exchange: Exchange): Evidence<'credential'>[] {
  const query = queryOf(exchange.request.url);
  const timed = query.some(({ name, value }) => LINK_TIME.test(name) && /^\d{9,13}$/.test(value));
  return query
    .filter(({ name, value }) => value !== '' && (QUERY_KEY.test(name) || (timed && LINK_SIGNATURE.test(name))))
    .map(({ name, value, start, end }) =>
      item(/sig/i.test(name) || timed ? 'signed-url' : 'api-key', name, value, {
        part: 'request',
        in: 'url',
        start,
        end,
      }),
    );
}

function fromTls(exchange: Exchange): Evidence<'credential'>[] {
  return exchange.transport?.tls?.clientCertificateSent
    ? [item('client-certificate', 'TLS', '', { part: 'request', in: 'transport' })]
    : [];
}

export default reader;
