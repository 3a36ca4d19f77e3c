import { speaksOfAccess } from '../language/languages.ts';
import type { Evidence, Reader } from '../model/evidence.ts';
import { BODY_LIMIT, header } from '../model/http.ts';
import { codeWords, fold } from '../model/text.ts';

// Words of access. An envelope that reports another fault (a field that is wrong, a thing that is not there) is no refusal.
const ACCESS =
  /\b(?:forbidden|not authori[sz]ed|unauthori[sz]ed|access|denied|deny|permissions?|privileges?|not allowed|not permitted|unauthenticated|not authed|auth\w{0,20}|log(?:ged)? ?in|sign(?:ed)? in|login|tokens?|jwt|session|api ?keys?|apikey|credentials?|password|signature|expired|csrf|scopes?|roles?|owner|blocked|banned|suspended|locked|deactivated|disabled|account inactive|rate ?limit\w*|throttl\w*|too many|quota|origin|referer|host header|ip address|ip|captcha|robot|policy|plan|subscription|licen[cs]e|upgrade|not enabled|restricted|rejected|invalid host|limited|white ?list\w*|allow ?list\w*|black ?list\w*|mfa|2fa|otp|two factor|balance|credits?|timestamp|request time|sign|permitted|barred|paid|not in (?:channel|group|team)|inactive|not active|compliance|budget|40[13])\b/;
// What a whole short text or a title must say by itself.
const REFUSES =
  /\b(?:forbidden|not authori[sz]ed|unauthori[sz]ed|(?:access|request|permission|url) (?:is |was |has been )?(?:denied|rejected|blocked)|permission denied|not allowed|not permitted|unauthenticated|must be logged in|please (?:log|sign) ?in|(?:invalid|blocked|unknown) (?:token|session|api key|host|host header|origin|csrf)|not an? (?:\w+ )?owner|(?:page|content|site) blocked|login required|authentication required|token mismatch|incorrect (?:password|username|credentials|token)|(?:ip|ip address) (?:\w+ )?(?:not allowed|blocked|banned|not in whitelist)|insufficient (?:permissions?|balance|credits?)|you are not in an? (?:\w+ ){0,3}(?:group|role|team)|account (?:is |has been )?(?:suspended|locked|disabled|blocked))\b/;

/** Letters that English does not have: such words are read by the lexicon of their language. */
const FOREIGN = /[\u00c0-\u024f\u0370-\u1fff\u3040-\ud7af]/;

const FAILED = /^(?:fail(?:ed|ure)?|error|err|denied|forbidden|unauthorized|false|rejected|nok|ko|request_denied)$/i;
/** A flag that says what the caller has yet to do, or what keeps it out. */
const HOLDS =
  /^(?:(?:mfa|2fa|otp|twofactor|captcha|login|auth|reauth|verification)required|requires(?:mfa|2fa|otp|twofactor|captcha|login|auth\w{0,12}))$/;
const FINE = /^(?:ok|success|none|null|no error|0|200|true)$/i;

// A refusal told inside a successful status: GraphQL over HTTP, `{"ok":false}`, home-made envelopes, a one-line text. Pages of prose that
// mention such words are none: of HTML only title and headings count.
const reader: Reader = {
  id: 'inside',
  after: ['messages'],
  read(exchange, soFar) {
    const { response } = exchange;
    if (!response || response.status >= 300) return [];
    const text = response.body?.text.slice(0, BODY_LIMIT).trim() ?? '';
    const json = /json/.test(header(response, 'content-type') ?? '') || /^[{[]/.test(text);
    const fails = json && failing(text);
    const short = !json && text.length < 400;
    const found: Evidence<'inside'>[] = [];
    for (const { fact, at } of soFar.all('message')) {
      const words = fact.role === 'code' ? codeWords(fact.text) : fold(fact.text);
      const foreign = FOREIGN.test(fact.text) && speaksOfAccess(fact.text);
      if (fact.text.length > 600) continue;
      const told = at[0]?.in === 'header';
      const heading = (fact.role === 'title' || fact.role === 'heading') && words.length < 80;
      if (told || fails ? foreign || ACCESS.test(words) : (short || heading) && (foreign || REFUSES.test(words)))
        found.push({ kind: 'inside', fact: { text: fact.text }, at, by: 'inside' });
    }
    return found.slice(0, 5);
  },
};

/** Whether the fields in which envelopes tell success tell failure. */
function failing(text: string): boolean {
  const top = parse(text);
  for (const node of Array.isArray(top) ? top.slice(0, 5) : [top]) {
    if (!node || typeof node !== 'object') continue;
    for (const [name, value] of Object.entries(node as Record<string, unknown>).slice(0, 60)) {
      const key = name.toLowerCase().replace(/[_-]/g, '');
      if (/^(?:ok|success|succeeded|successful|issuccess)$/.test(key) && (value === false || value === 0)) return true;
      if (/^(?:status|stat|result|state|outcome|responsestatus)$/.test(key) && FAILED.test(String(value))) return true;
      if (/^(?:error|errors|fault|exception|err|errormessage|errormsg|errmsg|errorcode)$/.test(key) && full(value))
        return true;
      if (/^(?:errcode|errno|code|ret|retcode|statuscode|resultcode|errorno|status)$/.test(key))
        if (bad(value) || (key !== 'code' && FAILED.test(String(value)))) return true;
      if (value === true && HOLDS.test(key)) return true;
      if (key === 'response' && value && typeof value === 'object' && 'Error' in value) return true;
    }
  }
  return false;
}

function full(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  if (value && typeof value === 'object') return Object.keys(value).length > 0;
  return typeof value === 'string' ? value !== '' && !FINE.test(value) : value === true || bad(value);
}

const bad = (value: unknown): boolean =>
  typeof value === 'number'
    ? value !== 0 && value !== 1 && !(value >= 200 && value < 300)
    : typeof value === 'string' &&
      /^(?:4\d\d|5\d\d|forbidden|unauthorized|unauthenticated|access_?denied|permission_?denied)$/i.test(value);

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // JSONP, a prefix against hijacking, or cut off: the fields that matter mostly stand first
    const open = text.search(/[{[]/);
    const close = text.lastIndexOf('}');
    if (open < 0) return undefined;
    try {
      return JSON.parse(text.slice(open, close + 1));
    } catch {
      const pair =
        /"(ok|success|status|stat|error|code|errcode|statusCode)"\s{0,5}:\s{0,5}("[^"]{0,100}"|-?\d{1,9}|true|false)/i.exec(
          text.slice(0, 4000),
        );
      return pair ? { [pair[1]!]: scalar(pair[2]!) } : undefined;
    }
  }
}

function scalar(text: string): unknown {
  return text.startsWith('"') ? text.slice(1, -1) : text === 'true' ? true : text === 'false' ? false : Number(text);
}

export default reader;
