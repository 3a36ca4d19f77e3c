// What a name says of its value. A value is shown only where its place is on one of these lists, and even there only as far as
// its form is harmless; a name that says "secret" outranks every list.

/** What may be seen of a value: as it stands where it is readable, of an id its signs, nothing but what is trivial. */
export type Policy = 'readable' | 'id' | 'strict' | 'hide';

const SECRET =
  /pass(?:word|wd|phrase|code|key)|passwd|^pwd|pwd$|^pass$|secret|token|credential|api[-_]?key|app[-_]?key|access[-_]?key|private|signature|assertion|authenticity|csrf|xsrf|sess(?:ion|id)|^sid$|otp|^pin$|^cvv|^cvc|bearer|nonce|jwt|^sig$|^sign$|^auth$|hash|hmac|^key$|[-_]key$|apikey|seed|mnemonic|salt|iban|card|ssn|cookie|ticket|^code$|verifier|license|licence/i;
const NOT_SECRET =
  /^(?:token[-_]?type|grant[-_]?type|response[-_]?type|code[-_]?challenge[-_]?method|(?:max|min|total|prompt|completion)[-_]?tokens?(?:[-_]?(?:used|limit|count|remaining))?|tokens?[-_]?(?:used|limit|count|remaining)|token[-_](?:expired|error|status|expires|expiry|expires[-_]at|expires[-_]in|required|scopes?|endpoint)|session[-_](?:expired|status|state)|(?:error|status|country|currency|reason|response|result|ret|sub|http|api|vendor|internal)[-_]?codes?|hash[-_]?algorithm|signature[-_]?(?:algorithm|method|version)|x-amz-signedheaders|signedheaders|(?:csrf|xsrf|token|session|cookie|password|secret|signature|key|jwt|credentials?|auth)[-_](?:error|message|reason|required|missing|invalid|expired|mismatch)|required[-_]?(?:token|credential)[-_]?type)$/i;

/** Fields of an answer that speak, and names whose values are words of the protocol. */
const SPEAKING =
  /(?:^|[-_.])(?:messages?|msg|errors?|err|error[-_]?(?:description|message|msg|type|details?|code|reason|summary|text)|errcode|errmsg|errno|descriptions?|desc|details?|reasons?|title|hint|info|explanation|summary|faultstring|faultcode|fault|failure|cause|why|note|warnings?|status|state|type|kind|scopes?|roles?|permissions?|privileges?|abilit(?:y|ies)|realm|polic(?:y|ies)|action|method|allow(?:ed)?|required|provided|missing|denied|missing[-_]?scopes?|needed|expected|accepted|operation|operation[-_]?name|resource[-_]?type|grant[-_]?type|response[-_]?type|token[-_]?type|auth[-_]?type|scheme|audience|aud|issuer|iss|plan|tier|feature|flag|product|service|server|module|category|level|severity|domain|exception|solution|help|documentation[-_]?url|doc[-_]?url|docs|help[-_]?url|more[-_]?info|url|instance|path|locale|language|lang|country|version|format|mode|algorithm|alg|environment|env|region|rule|rules|rule[-_]?name|limit|remaining|reset|retry[-_]?after|window|quota|unit|page|per[-_]?page|size|count|total|offset|sort|order|order[-_]?by|direction|enabled|active|success|ok|result|outcome|decision|verdict|timestamp|time|date|expires?|expires[-_]?(?:at|in|on)|expired[-_]?at|exp|iat|nbf|ttl|resource|target|subject[-_]?type|principal|user|username|account|caller|client|ip|client[-_]?ip|address|remote[-_]?addr|non[-_]?field[-_]?errors|id|name|label|field|slug|tag|error[-_]?(?:key|link)|channels?|labels?)$/i;
const CODES =
  /^(?!.{0,20}(?:pass|access|auth|verif|invite|device|user|activat|backup|recovery|promo|one_?time))(?:[a-z]{1,12}[-_]?){0,2}code$/i;

/** Parameters and fields of a request that hold words of the protocol. */
const ASKING =
  /^(?:grant_type|response_type|response_mode|token_type|token_type_hint|code_challenge_method|prompt|display|scope|scopes|audience|page|per[-_]?page|pagesize|page[-_]?size|limit|offset|count|size|sort|sort[-_]?by|order|order[-_]?by|direction|dir|format|fmt|lang|language|locale|hl|version|v|api-version|operationname|method|action|type|kind|mode|role|roles|permission|permissions|status|state[-_]?filter|fields|include|expand|expires|exp|expires[-_]?in|x-amz-algorithm|x-amz-date|x-amz-expires|x-amz-signedheaders|x-goog-algorithm|x-goog-date|x-goog-expires|x-goog-signedheaders|x-ms-version|sv|sr|sp|se|spr|sks|jsonrpc|per|year|month|day|from[-_]?date|to[-_]?date|alt|view|q[-_]?type|acl|versions|uploads|location|restore|policy|tagging|reason)$/i;

/** Fields and headers by which the one who runs the service finds this refusal. */
export const ID_NAME =
  /^(?:cf-ray|ray[-_ ]?id|request[-_]?id|requestid|x-amzn-requestid|x-amz-request-id|x-amz-id-2|x-amz-cf-id|x-amzn-trace-id|x-ms-request-id|x-azure-ref|x-vercel-id|x-github-request-id|x-iinfo|x-sucuri-id|x-kong-request-id|x-guploader-uploadid|fly-request-id|x-nf-request-id|traceparent|x-(?:request|correlation|trace|transaction|incident)-?id|x-denial-id|denial|trace[-_]?id|correlation[-_]?id|incident[-_]?id|event[-_]?id|reference[-_]?id|support[-_]?id|ref[-_]?id|log[-_]?id|error[-_]?id|fbtrace_id|hostid|x-why403-denial|sealed)$/i;

const TIME =
  /(?:^|[-_])(?:exp|iat|nbf|ts|se|st|time|timestamp|date|reset|expires?|expiry|expiration|after|until|since|from|to|at|epoch|now)(?:$|[-_])|rate-?limit/i;

/** Names that were asked about: a recording has the same few over and over. */
const known = new Map<string, string>();
const MOST_KNOWN = 5_000;

/** The last part of a path of names, its words joined by underscores. */
function lastOf(name: string): string {
  let last = known.get(name);
  if (last === undefined) {
    last = lastPartOf(name);
    if (known.size >= MOST_KNOWN) known.clear();
    if (name.length <= 100) known.set(name, last);
  }
  return last;
}

function lastPartOf(name: string): string {
  const parts = name
    .slice(-200)
    .split(/[.[\]:\s]/)
    .filter((part) => part !== '' && !/^\d+$/.test(part));
  return (parts.at(-1) ?? name)
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .replace(/^[@$_]+(?=[a-zA-Z])/, '')
    .toLowerCase();
}

/** Whether a name says that its value is a time. */
export function isTimeName(name: string): boolean {
  return TIME.test(lastOf(name));
}

/** Whether a name says that its value is a secret. */
export function isSecretName(name: string): boolean {
  const last = lastOf(name);
  return SECRET.test(last) && !NOT_SECRET.test(last);
}

/** What may be seen of the value of a parameter or field. */
export function policyOf(name: string, side: 'request' | 'response'): Policy {
  const last = lastOf(name);
  if (side === 'response') {
    if (CODES.test(last)) return 'readable';
    if (ID_NAME.test(last)) return 'id';
  }
  if (isSecretName(last)) return 'hide';
  if (ASKING.test(last)) return 'readable';
  if (side === 'response' && SPEAKING.test(last)) return 'readable';
  return 'strict';
}
