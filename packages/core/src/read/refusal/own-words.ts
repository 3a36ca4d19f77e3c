// Where an answer speaks of itself: what it says of its own end, not what it carries. A number above 400 makes all its words such; a
// success says so only in the fields of an envelope, in the title of a short page, or in one line of text.
import { isStandard } from '../../model/case.ts';
import type { Evidence } from '../../model/evidence.ts';
import type { Exchange } from '../../model/exchange.ts';
import { BODY_LIMIT, header } from '../../model/http.ts';
import { readLiteral } from '../../model/literal.ts';

/** What kind of place words stand in; each has its own share of refusals before a word is read. */
export type Place =
  | 'refusing'
  | 'absent'
  | 'invalid'
  | 'broken'
  | 'moved'
  | 'envelope'
  | 'remark'
  | 'page'
  | 'notice'
  | 'none';

export interface OwnWords {
  readonly place: Place;
  readonly said: readonly Evidence<'message'>[];
}

// Numbers that tell a refusal by themselves: RFC 9110, 6585, 7725, and those of nginx, Laravel and others for certificates and forms.
const REFUSING: ReadonlySet<number> = new Set([
  401, 402, 403, 405, 407, 419, 420, 421, 429, 430, 440, 444, 451, 495, 496, 497, 498, 511, 999,
]);
/** Words of a page that is no more than a message. */
const SHORT_PAGE = 40;
const SHORT_LINE = 400;

export function ownWords({ response }: Exchange, messages: readonly Evidence<'message'>[]): OwnWords {
  const status = response?.status ?? 0;
  if (!response) return NONE;
  if (status >= 400) {
    const place = placeOf(status);
    const said = inHeadersFirst(messages);
    // the standard words of such a number say no more than the number
    return { place, said: place === 'refusing' ? said.filter(({ fact }) => !isStandard(fact.text)) : said };
  }
  const told = messages.filter(({ at }) => at[0]?.in === 'header');
  if (told.length) return { place: status < 300 ? 'envelope' : 'moved', said: told };
  if (status >= 300) return NONE;
  const type = header(response, 'content-type') ?? '';
  const text = response.body?.text.slice(0, BODY_LIMIT).trim() ?? '';
  if (
    !text ||
    /javascript|ecmascript|css|^image\/|font|^video\/|^audio\/|octet|wasm|event-stream|source-?map/i.test(type)
  )
    return NONE;
  if (/^(?:\w[\w$.]{0,80}\s{0,3}\(\s{0,3})?[[{]|^\)\]\}'/.test(text) || /json/.test(type))
    return ofObject(text, messages);
  if (
    /^<(?:\?xml|[a-z][\w-]{0,30}:)|^<(?!!doctype|html|head|body|div|p|h\d|center|title|script|br|frameset)[a-z]/i.test(
      text,
    )
  )
    return ofXml(text, messages);
  return text.startsWith('<') || /<(?:html|body|title|h[1-4])\b/i.test(text.slice(0, 2000))
    ? ofPage(messages)
    : text.length < SHORT_LINE
      ? { place: 'page', said: messages }
      : NONE;
}

const NONE: OwnWords = { place: 'none', said: [] };

export function placeOf(status: number): Place {
  if (REFUSING.has(status)) return 'refusing';
  if (status === 404 || status === 410) return 'absent';
  return status >= 500 ? 'broken' : 'invalid';
}

function inHeadersFirst(messages: readonly Evidence<'message'>[]): readonly Evidence<'message'>[] {
  const first = messages.filter(({ fact, at }) => fact.role !== 'text' || at[0]?.in === 'header');
  return [...first, ...messages.filter((m) => !first.includes(m))];
}

/** A page speaks of itself in its title and headings; one that has neither, and is no more than a message, in all its words. */
function ofPage(messages: readonly Evidence<'message'>[]): OwnWords {
  // standard words and nothing else are no article on a refusal
  if (messages.length && messages.every(({ fact }) => isStandard(fact.text)))
    return { place: 'notice', said: messages };
  const heads = messages.filter(({ fact }) => fact.role === 'title' || fact.field === 'h1' || fact.field === 'h2');
  if (heads.length) return { place: 'page', said: heads.slice(0, 3) };
  const words = messages.reduce((sum, { fact }) => sum + fact.text.split(/\s+/).length, 0);
  return words <= SHORT_PAGE ? { place: 'page', said: messages } : NONE;
}

function ofXml(text: string, messages: readonly Evidence<'message'>[]): OwnWords {
  const fails = /<(?:[\w-]{1,30}:)?\w{0,30}(?:fault|errors?|exception|exceptionreport)[\s>]/i.test(text.slice(0, 4000));
  return fails ? { place: 'envelope', said: messages } : NONE;
}

function ofObject(text: string, messages: readonly Evidence<'message'>[]): OwnWords {
  const top = readLiteral(text);
  const nodes = (Array.isArray(top) ? top.slice(0, 5) : [top]).filter((n) => n !== null && typeof n === 'object');
  const said = messages.filter(({ fact }) => !PAYLOAD.test(fact.field));
  if (nodes.some((node) => fails(node as Record<string, unknown>))) return { place: 'envelope', said };
  const remark = !Array.isArray(top) && nodes.length === 1 && remarks(nodes[0] as Record<string, unknown>);
  return remark ? { place: 'remark', said } : NONE;
}

/** What an envelope carries, below its own fields. */
const PAYLOAD =
  /^(?:\[\d+\]\.)?(?:data|payload|items?|results?|list|rows|records|hits|docs|values?|content|entries|logs|events|history)[.[]/i;

/** An object of a few plain values, one of them a message: it speaks, and carries nothing. */
function remarks(node: Record<string, unknown>): boolean {
  const fields = Object.entries(node);
  return (
    fields.length <= 4 &&
    fields.every(([, v]) => v === null || typeof v !== 'object') &&
    fields.some(
      ([name, v]) =>
        typeof v === 'string' && /^(?:message|msg|error|detail|reason|info|description|errmsg|text|title)$/i.test(name),
    )
  );
}

const FAILED =
  /^(?:fail(?:ed|ure)?|error|err|denied|forbidden|unauthorized|false|rejected|nok|ko|request_denied|over_query_limit|login_required)$/i;
/** A flag that says what the caller has yet to do, or what keeps it out. */
const HOLDS =
  /^(?:(?:mfa|2fa|otp|twofactor|captcha|login|auth|reauth|verification)required|requires(?:mfa|2fa|otp|twofactor|captcha|login|auth\w{0,12}))$/;
const FINE = /^(?:ok|success|none|null|no error|0|200|true)?$/i;

/** Whether the fields in which envelopes tell success tell failure. */
function fails(node: Record<string, unknown>): boolean {
  return Object.entries(node)
    .slice(0, 60)
    .some(([name, held]) => {
      const key = name.toLowerCase().replace(/[_-]/g, '');
      if (/^(?:ok|success|succeeded|successful|issuccess)$/.test(key))
        return held === false || held === 0 || held === 'false';
      if (/^(?:status|stat|result|state|outcome|responsestatus)$/.test(key) && FAILED.test(String(held))) return true;
      if (/^(?:error|errors|fault|exception|err|errormessage|errormsg|errmsg|errorcode|errorcodename)$/.test(key))
        return full(held);
      if (/^(?:errcode|errno|code|ret|retcode|statuscode|resultcode|errorno|status|rc|rtn|respcode)$/.test(key))
        return bad(held) || (key !== 'code' && FAILED.test(String(held)));
      if (key === 'response' && held && typeof held === 'object') return 'Error' in held;
      if (key.endsWith('status') && held && typeof held === 'object') return fails(held as Record<string, unknown>);
      if (key === 'messages' && Array.isArray(held))
        return held.slice(0, 3).some((one) => one !== null && typeof one === 'object' && 'error-text' in one);
      return held === true && HOLDS.test(key);
    });
}

function full(held: unknown): boolean {
  if (Array.isArray(held)) return held.length > 0;
  if (held && typeof held === 'object') return Object.keys(held).length > 0;
  return typeof held === 'string' ? !FINE.test(held) : held === true || bad(held);
}

/** A number or word that tells no success; programs count success as 0, 1 or by HTTP's numbers. */
const bad = (held: unknown): boolean =>
  typeof held === 'number'
    ? held !== 0 && held !== 1 && !(held >= 200 && held < 210)
    : typeof held === 'string' &&
      (/^(?:forbidden|unauthorized|unauthenticated|access_?denied|permission_?denied)$/i.test(held) ||
        (/^-?\d{1,12}$/.test(held) && bad(Number(held))));
