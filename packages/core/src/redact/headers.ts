// A header field by its grammar: credentials, challenges, cookies, URLs, dates, lists of words.
import type { Header } from '../model/exchange.ts';
import { decodePercent } from '../model/http.ts';
import type { Cut } from './cuts.ts';
import { shifted } from './cuts.ts';
import { isAddress, isCommon, isName, isReadable, isTrivial } from './form.ts';
import { ID_NAME, isSecretName, isTimeName } from './names.ts';
import { sentenceCuts } from './sentence.ts';
import { isId, type UrlView, urlCuts } from './url.ts';

/** Fields whose values are words, products, types, dates and numbers of the protocol. */
const WORDS =
  /^(?:accept(?:-.{1,30})?|allow|age|alt-svc|cache-control|cdn-cache-control|connection|content-(?:type|length|language|encoding|range|disposition|security-policy(?:-report-only)?)|cross-origin-.{1,30}|date|dnt|sec-gpc|early-data|expect|expires|forwarded|from-origin|host|if-modified-since|if-unmodified-since|keep-alive|last-modified|max-forwards|origin-agent-cluster|p3p|permissions-policy|pragma|prefer|priority|proxy-connection|proxy-status|cache-status|public|range|rate-?limit(?:-.{1,20})?|x-rate-?limit(?:-.{1,40})?|referrer-policy|retry-after|sec-ch-.{1,40}|sec-fetch-.{1,20}|sec-websocket-(?:version|protocol|extensions)|server|server-timing|save-data|strict-transport-security|te|trailer|transfer-encoding|upgrade|upgrade-insecure-requests|user-agent|vary|via|warning|x-(?:powered-by|content-type-options|frame-options|xss-protection|ua-compatible|requested-with|cache(?:-.{1,20})?|served-by|runtime|aspnet-version|aspnetmvc-version|generator|robots-tag|download-options|permitted-cross-domain-policies|dns-prefetch-control|forwarded-(?:for|proto|host|port|server|prefix)|real-ip|client-ip|cluster-client-ip|http-method-override|http-method|method-override|original-method|squid-error|error-.{1,20}|github-(?:media-type|api-version-selected|sso)|kong-.{1,30}-latency|envoy-.{1,40}|amz-(?:date|apigw-.{1,20}|cf-pop|bucket-region|algorithm|signedheaders|content-sha256)|amzn-errortype|ms-.{0,30}(?:version|date|code|error)|azure-ref-originshield|deny-reason|denied-reason|block-reason|oauth-scopes|accepted-.{1,60}|required-.{1,40}|missing-.{1,40})|true-client-ip|cf-connecting-ip|cf-cache-status|cf-mitigated|fastly-client-ip|access-control-(?:allow|expose|max|request)-.{1,30}|x-robots-tag|x-.{0,30}(?:reason|scopes?|permissions?|polic(?:y|ies)|roles?|message|denied|status)|grpc-(?:status|message|timeout|encoding|accept-encoding)|signature-input|trailers|tk)$/i;
/** Fields that hold addresses of the network, a name of a hop at most. */
const ADDRESSES =
  /^(?:x-forwarded-for|x-real-ip|x-client-ip|x-cluster-client-ip|true-client-ip|cf-connecting-ip|fastly-client-ip)$/i;
const STRICT_DATES = /^(?:date|expires|last-modified|if-modified-since|if-unmodified-since|x-amz-date|x-ms-date)$/i;
const URLS =
  /^(?:location|content-location|referer|origin|refresh|link|sourcemap|x-sourcemap|x-original-ur[il]|x-rewrite-url|x-forwarded-uri|x-envoy-original-path|access-control-allow-origin|destination|report-to|reporting-endpoints|nel|:path|x-pingback)$/i;
const CHALLENGE = /^(?:www-authenticate|proxy-authenticate|authentication-info|proxy-authentication-info|why403)$/i;
const CREDENTIALS =
  /^(?:authorization|proxy-authorization|x-authorization|x-amz-security-token|x-original-authorization|x-forwarded-authorization|dpop)$/i;

/** Parameters of credentials and challenges (RFC 9110 section 11.2) that are no secret. */
const OPEN_PARAMETER =
  /^(?:realm|error|cause|error_description|error_uri|scope|charset|algorithm|qop|stale|title|signedheaders|headers|keyid|oauth_version|oauth_signature_method|authorization_uri|authorization|resource_metadata|resource|resource_id|service|domain|max_age|acr_values|insufficient_claims_reason|as_uri|ver|version|nc|userhash|authparam|type|reason|code|trusted_issuers|rel|tenant_id)$/i;

/** Scheme words, and the like of them that people write: `Bearer`, `AWS4-HMAC-SHA256`, `SharedKey`. */
function isScheme(word: string): boolean {
  return (
    word.length <= 24 &&
    /^[A-Za-z][\w-]*$/.test(word) &&
    (isCommon(word) ||
      /^(?:aws4?-?.{0,16}|sharedkey(?:lite)?|dpop|ntlm|ssws|vapid|genie[-_]?key|apikey|pve.{0,10}|snyk|splunk|scram-.{1,12}|mac|gnap|bot|googlelogin|zoho-.{1,14}|acs3?-.{1,14}|tc3-.{1,14}|edgegrid|eg1-.{1,14}|glsa|mediabrowser|concealed|klaviyo-.{1,12})$/i.test(
        word,
      ))
  );
}

/** What is not shown of a header's value. */
export function headerCuts([name, value]: Header, part: 'request' | 'response', view: UrlView = {}): readonly Cut[] {
  const all: readonly Cut[] = value.trim() === '' ? [] : [{ start: 0, end: value.length }];
  if (value.split(',').every(isTrivial) && !isSecretName(name)) return [];
  const lower = name.toLowerCase();
  if (lower === 'cookie') return cookieCuts(value);
  if (lower === 'set-cookie') return setCookieCuts(value);
  if (CREDENTIALS.test(name)) return credentialCuts(value);
  if (CHALLENGE.test(name)) return challengeCuts(value);
  if (lower === 'host' && view.ownHost !== false) return [];
  if (STRICT_DATES.test(name) && (/^[A-Z][a-z]{2}, [\w :]{16,26}$/.test(value) || /^\d{8}T\d{6}Z$/.test(value)))
    return [];
  if (part === 'response' && ID_NAME.test(name) && isId(value)) return [];
  if (URLS.test(name)) return urlsCuts(value, view);
  if (lower === 'x-csrf-token' && /^(?:fetch|required)$/i.test(value)) return [];
  if (ADDRESSES.test(name)) return addressCuts(value);
  if (WORDS.test(name)) return sentenceCuts(value, { times: isTimeName(name) });
  return part === 'response' && !isSecretName(name) ? all.map((cut) => ({ ...cut, soft: true as const })) : all;
}

function addressCuts(value: string): readonly Cut[] {
  return [...value.matchAll(/[^\s,;]+/g)]
    .filter(([token]) => !isAddress(token) && !isCommon(token))
    .map(({ 0: token, index }) => ({ start: index, end: index + token.length }));
}

function cookieCuts(header: string): readonly Cut[] {
  const cuts: Cut[] = [];
  for (const match of header.matchAll(/[^;]+/g)) {
    const pair = match[0];
    const eq = pair.indexOf('=');
    const lead = pair.length - pair.trimStart().length;
    const name = pair.slice(lead, eq < 0 ? undefined : eq).trim();
    // without a name it is a value (RFC 6265bis, section 5.6)
    if (eq < 0 ? !isTrivial(name) && !isCommon(name) : !isName(name))
      cuts.push({ start: match.index + lead, end: match.index + lead + name.length });
    if (eq < 0) continue;
    const value = pair.slice(eq + 1);
    if (value.trim() === '' || (isTrivial(value) && !isSecretName(name))) continue;
    const start = match.index + eq + 1 + (value.length - value.trimStart().length);
    cuts.push({ start, end: start + value.trim().length, value: decodePercent(value.trim()) });
  }
  return cuts;
}

function setCookieCuts(header: string): readonly Cut[] {
  const end = header.indexOf(';');
  const cuts = [...cookieCuts(end < 0 ? header : header.slice(0, end))];
  for (const match of end < 0 ? [] : header.slice(end).matchAll(/[^;]+/g)) {
    const [name = '', value] = match[0].split(/=(.*)/s, 2);
    const start = end + match.index;
    const known = name.trim();
    if (value === undefined) {
      if (!isReadable(known)) cuts.push({ start, end: start + name.length });
    } else if (/^path$/i.test(known)) cuts.push(...shifted(urlCuts(value), start + name.length + 1));
    else if (!/^(?:domain|expires|max-age|samesite|priority|version)$/i.test(known) || sentenceCuts(value).length)
      cuts.push({ start: start + name.length + 1, end: start + match[0].length });
  }
  return cuts;
}

const PARAMETER = /([\w!#$%&*+.^`|~-]{1,80})(\s{0,3}=\s{0,3})("(?:[^"\\]|\\.)*"?|[^\s",;]*)/g;

/** `Scheme token`, or `Scheme name="value", name=value`. */
function credentialCuts(value: string): readonly Cut[] {
  const text = value.trim();
  const scheme = /^["']?([A-Za-z][\w-]*)(?=[\s:=]|$)/.exec(value.trimStart());
  const lead = value.length - value.trimStart().length;
  if (text === '' || /^(?:undefined|null|none|nan|\[object object\]|false)$/i.test(text)) return [];
  const word = scheme?.[1] ?? '';
  const from = scheme && isScheme(word) ? lead + scheme[0].length : 0;
  if (from >= value.trimEnd().length) return [];
  if (from > 0) {
    const rest = value.slice(from);
    const doubled = /^\s+(?=[A-Za-z]{3,10}\s)/.exec(rest);
    if (doubled && isScheme(/^[A-Za-z]+/.exec(rest.trimStart())?.[0] ?? '')) return shifted(credentialCuts(rest), from);
    if (/^\s+[\w-]{1,40}\s{0,3}=\s{0,3}(?:"|[^\s=])/.test(rest) && !/^\s+[\w+/.-]{8,}=+\s*$/.test(rest))
      return shifted(parameterCuts(rest), from);
    if (
      /^\s+(?:undefined|null|none|nan|\[object object\]|false|\$\{?[A-Za-z_]{1,20}\}?|\{\{[a-z_ ]{1,30}\}\}|<[a-z _-]{2,40}>|[*x•.…]{2,})\s*$/i.test(
        rest,
      )
    )
      return [];
  }
  const gap = /^[\s:=]*/.exec(value.slice(from))![0].length;
  const secret = value.slice(from + gap).trimEnd();
  const start = from + gap;
  return [{ start, end: start + secret.length, value: secret.replace(/^["']|["']$/g, '') }];
}

function parameterCuts(text: string): readonly Cut[] {
  const cuts: Cut[] = [];
  let last = 0;
  for (const match of text.matchAll(PARAMETER)) {
    gapCuts(text, last, match.index, cuts);
    const [whole, name = '', sign = '', raw = ''] = match;
    last = match.index + whole.length;
    const quoted = raw.startsWith('"');
    const value = quoted ? raw.slice(1).replace(/"$/, '') : raw;
    const start = match.index + name.length + sign.length + (quoted ? 1 : 0);
    if (!isName(name)) cuts.push({ start: match.index, end: match.index + name.length });
    if (value === '') continue;
    if (ID_NAME.test(name) && isId(value)) continue;
    if (OPEN_PARAMETER.test(name)) cuts.push(...shifted(sentenceCuts(value), start));
    else if (/^(?:uri|.{0,40}_uri|.{0,40}url)$/i.test(name)) cuts.push(...shifted(urlCuts(value), start));
    else if (!isTrivial(value)) cuts.push({ start, end: start + value.length, value: decodePercent(value) });
  }
  gapCuts(text, last, text.length, cuts);
  return cuts;
}

// what stands between the parameters: scheme words, commas, or a token without a name
function gapCuts(text: string, from: number, to: number, cuts: Cut[]): void {
  for (const match of text.slice(from, to).matchAll(/[^\s,;]+/g))
    if (!isScheme(match[0]) && match[0].length >= 4)
      cuts.push({ start: from + match.index, end: from + match.index + match[0].length });
}

function challengeCuts(value: string): readonly Cut[] {
  return parameterCuts(value);
}

/** URLs in a header, alone, in angle brackets with parameters, in a list. */
function urlsCuts(value: string, view: UrlView): readonly Cut[] {
  const cuts: Cut[] = [];
  for (const match of value.matchAll(/[^\s<>",]+/g)) {
    const token = match[0];
    if (/^[;=]/.test(token) || /^(?:\d{1,6};?|url=.*|\w{1,20}=.*)$/i.test(token)) {
      const eq = token.indexOf('=');
      if (/^(?:\d{1,6};)?url=/i.test(token))
        cuts.push(...shifted(urlCuts(token.slice(eq + 1), view), match.index + eq + 1));
      else cuts.push(...shifted(sentenceCuts(token), match.index));
    } else cuts.push(...shifted(urlCuts(token.replace(/;$/, ''), view), match.index));
  }
  return cuts;
}
