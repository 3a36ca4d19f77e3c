// Where an answer speaks of itself: what it says of its own end, not what it carries. A number above 400 makes all its words such; a
// success says so only in the fields of an envelope, in the title of a short page, or in one line of text.
import { denies } from '../../language/languages.ts';
import { isStandard } from '../../model/case.ts';
import type { Evidence } from '../../model/evidence.ts';
import type { Exchange } from '../../model/exchange.ts';
import { BODY_LIMIT, decodePercent, header, headersOf, isSafe, splitUrl } from '../../model/http.ts';
import { readLiteral } from '../../model/literal.ts';
import { isLogin } from '../login.ts';

/** Whether standard words are those of a refusal of access, not of another failure. */
export const refusesAccess = (text: string): boolean => denies(text) || REFUSES.test(text);
const REFUSES = /\bun-?authori[sz]ed\b|\b40[137]\b/i;

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
  | 'line'
  | 'notice'
  | 'none';

export interface OwnWords {
  readonly place: Place;
  readonly said: readonly Evidence<'message'>[];
  /** What else it says, where it says little beside. */
  readonly beside?: readonly Evidence<'message'>[];
  /** How the answer is made, whatever it says. */
  readonly shape: readonly string[];
}

// Numbers that tell a refusal by themselves: RFC 9110, 6585, 7725, and those of nginx, Laravel and others for certificates and forms.
const REFUSING: ReadonlySet<number> = new Set([
  401, 402, 403, 405, 407, 419, 420, 421, 429, 430, 440, 444, 451, 495, 496, 497, 498, 511, 999,
]);
/** Words of a page that is no more than a message. */
const SHORT_PAGE = 40;
const SHORT_LINE = 400;

export function ownWords(exchange: Exchange, messages: readonly Evidence<'message'>[]): OwnWords {
  const { request, response } = exchange;
  const status = response?.status ?? 0;
  if (!response) return NONE;
  const text = response.body?.text.slice(0, BODY_LIMIT).trim() ?? '';
  const type = header(response, 'content-type') ?? '';
  if (status >= 400) {
    const place = placeOf(status);
    const said = inHeadersFirst(messages);
    return {
      place,
      // the standard words of such a number say no more than the number
      said:
        place === 'refusing' ? said.filter(({ fact: { text } }) => !isStandard(text) && text !== 'about:blank') : said,
      shape: [
        isPage(text) ? 'page' : isObject(text, type) ? 'object' : text ? 'line' : 'empty',
        ...(FIELD_OF_INPUT.test(text.slice(0, 4000)) ? ['names a field'] : []),
      ],
    };
  }
  const told = messages.filter(({ at }) => at[0]?.in === 'header');
  if (status >= 300) return ofRedirect(exchange, told);
  if (told.length) return { place: 'envelope', said: told, shape: ['told in headers'] };
  if (!text) return NONE;
  if (/event-stream/i.test(type)) return ofStream(text, messages);
  if (NO_WORDS.test(type) && !SCRIPT_OBJECT.test(text.slice(0, 300))) return NONE;
  if (isObject(text, type)) return ofObject(text, messages);
  if (XML.test(text)) return ofXml(text, messages);
  if (isPage(text)) return ofPage(text, request.url, messages);
  return text.length < SHORT_LINE ? { place: 'line', said: messages, shape: [] } : NONE;
}

/** Names in which answers say which part of the input is wrong. */
const FIELD_OF_INPUT =
  /"(?:field|param(?:eter)?|pointer|loc|property|propertyPath|violations|(?:field|validation)_?errors?|invalid_?params?)"\s{0,5}:/i;

/** A redirect speaks of itself in the words of the address that it leads to. */
function ofRedirect(exchange: Exchange, told: readonly Evidence<'message'>[]): OwnWords {
  const to = headersOf(exchange, 'response', 'location')[0];
  if (!to) return told.length ? { place: 'moved', said: told, shape: [] } : NONE;
  const address = to.value.slice(0, 1000);
  const [path = '', ...rest] = pathOf(address).split(/[?&#]/);
  // where one came from, and what was asked for there, is no word of the answer
  const own = rest.filter((part) => !/=(?:https?:|%2f|\/)/i.test(part));
  const text = decodePercent([path, ...own].join(' ').replace(/[=/]/g, ' ')).trim();
  const said: Evidence<'message'> = {
    kind: 'message',
    fact: { text, role: 'code', field: 'location' },
    at: [to.span],
    by: 'inside',
  };
  const [asked = ''] = pathOf(exchange.request.url).split(/[?#]/, 1);
  return {
    place: 'moved',
    said: [...told, said],
    shape: [
      /^[a-z]+:\/\//i.test(address) && !sameHost(address, exchange.request.url) ? 'elsewhere' : 'here',
      ...(isLogin(exchange.request.url) ? ['asked for a login'] : []),
      ...(/[?&](?:next|return\w*|redirect\w*|continue|dest\w*|from|back|service|url)=/i.test(address)
        ? ['comes back']
        : []),
      ...(words(asked).some((word) => words(text).includes(word)) ? ['names its address'] : []),
      ...(isSafe(exchange.request.method) ? [] : ['after a change']),
    ],
  };
}

/** A URL behind its host. */
const pathOf = (url: string): string => splitUrl(url)?.target ?? url;
const words = (text: string): readonly string[] => text.toLowerCase().match(/\p{L}{4,}/gu) ?? [];
const sameHost = (a: string, b: string): boolean => splitUrl(a)?.host === splitUrl(b)?.host;

/** Types whose text is meant for programs. */
const NO_WORDS = /javascript|ecmascript|css|^image\/|font|^video\/|^audio\/|octet|wasm|source-?map/i;
/** An object that is served as a script: JSONP, or behind what keeps other sites from running it. */
const SCRIPT_OBJECT = /^(?:\w[\w$.]{0,80}\s{0,3}\(\s{0,3})?\{|^(?:for ?\(;;\);|while ?\(1\);|\)\]\}',?)\s{0,3}[{[]/;
const XML =
  /^<(?:\?xml|[a-z][\w-]{0,30}:)|^<(?!!doctype|html|head|body|div|p|h\d|center|title|script|br|frameset)[a-z]/i;

const isObject = (text: string, type: string): boolean =>
  /^[[{(]|^(?:\w[\w$.]{0,80}\s{0,3}\(\s{0,3})[[{]/.test(text) ||
  SCRIPT_OBJECT.test(text.slice(0, 300)) ||
  (/json/.test(type) && !text.startsWith('<'));

const isPage = (text: string): boolean =>
  text.startsWith('<') ? !XML.test(text) : /<(?:html|body|title|h[1-4])\b/i.test(text.slice(0, 2000));

const NONE: OwnWords = { place: 'none', said: [], shape: [] };

export function placeOf(status: number): Place {
  if (REFUSING.has(status)) return 'refusing';
  if (status === 404 || status === 410) return 'absent';
  return status >= 500 ? 'broken' : 'invalid';
}

function inHeadersFirst(messages: readonly Evidence<'message'>[]): readonly Evidence<'message'>[] {
  const first = messages.filter(({ fact, at }) => fact.role !== 'text' || at[0]?.in === 'header');
  return [...first, ...messages.filter((m) => !first.includes(m))];
}

/** A page speaks of itself in its title and headings; one that is no more than a message, in all its words. */
function ofPage(text: string, url: string, messages: readonly Evidence<'message'>[]): OwnWords {
  // standard words and nothing else are no article on a refusal
  if (messages.length && messages.every(({ fact }) => isStandard(fact.text)))
    return { place: 'notice', said: messages, shape: [] };
  const heads = messages.filter(({ fact }) => fact.role === 'title' || fact.field === 'h1' || fact.field === 'h2');
  const words = messages.reduce((sum, { fact }) => sum + fact.text.split(/\s+/).length, 0);
  const short = words <= SHORT_PAGE;
  if (!heads.length && !short) return NONE;
  const links = text.split(/<a[\s>]/i).length - 1;
  const shape = [
    `links ${links < 2 ? 'none' : links < 6 ? 'few' : 'many'}`,
    `form ${/type=["']?password/i.test(text) ? 'login' : /<(?:form|input|textarea)\b/i.test(text) ? 'other' : 'none'}`,
    `words ${words <= 15 ? 'message' : short ? 'short' : words < 120 ? 'page' : 'long'}`,
    ...(echoes(url, heads) ? ['names its address'] : []),
    ...(isLogin(url) ? ['asked for a login'] : []),
    ...(heads.some(({ fact }) => isStandard(fact.text) && refusesAccess(fact.text)) ? ['titled as a refusal'] : []),
    // a title that quotes a refusal, or asks about one, speaks of another page
    ...(heads.some(({ fact }) => QUOTES.test(fact.text)) ? ['quotes'] : []),
    ...(heads.some(({ fact }) => fact.text.includes('?')) ? ['asks'] : []),
  ];
  const rest = short ? messages.filter((message) => !heads.includes(message)) : [];
  return heads.length
    ? { place: 'page', said: heads.slice(0, 3), beside: rest, shape }
    : { place: 'page', said: rest, shape };
}

const QUOTES = /["'\u2018\u201c\u00ab\u201e]\p{L}[^"'\u2019\u201d\u00bb]{3,60}["'\u2019\u201d\u00bb]/u;

/** Whether the path was that of a page with such a title: then it is what was asked for. */
function echoes(url: string, heads: readonly Evidence<'message'>[]): boolean {
  const path = pathOf(url).toLowerCase();
  return heads.some(({ fact }) => words(fact.text).some((word) => path.includes(word.slice(0, 6))));
}

function ofXml(text: string, messages: readonly Evidence<'message'>[]): OwnWords {
  const shape = XML_FAILS.filter(([, fails]) => fails.test(text.slice(0, 4000))).map(([name]) => `xml ${name}`);
  return shape.length ? { place: 'envelope', said: messages, shape: ['xml', ...shape] } : NONE;
}

/** How XML tells failure: an element of that name, a status in an attribute or an element, a code that is none of success. */
const XML_FAILS: readonly (readonly [name: string, fails: RegExp])[] = [
  ['error', /<(?:[\w-]{1,30}:)?\w{0,30}(?:fault|errors?|err|exception|exceptionreport)[\s>]/i],
  ['status', /\bstat(?:us)?=["'](?:fail|err|denied|no)|<(?:stat(?:us)?|result)>\s{0,5}(?:fail|err|denied|nok)/i],
  ['code', /<(?:result|ret|return|status|resp|rsp)_?code>\s{0,5}(?!0{1,6}\s{0,5}<|200\b|ok\b|success)[\w-]/i],
];

/** A stream of events speaks of itself where its first event is an error. */
function ofStream(text: string, messages: readonly Evidence<'message'>[]): OwnWords {
  const [first = ''] = text.split(/\r?\n\r?\n/, 1);
  const held = /^data:\s{0,3}([{[].{0,4000})/m.exec(first)?.[1];
  const failing = held === undefined ? [] : failuresIn(readLiteral(held));
  return /^event:\s{0,3}error\s{0,3}$/m.test(first) || failing.length
    ? { place: 'envelope', said: messages.slice(0, 4), shape: ['stream', ...failing] }
    : NONE;
}

function ofObject(text: string, messages: readonly Evidence<'message'>[]): OwnWords {
  const top = readLiteral(text);
  const failing = failuresIn(top);
  const speaking = messages.filter(({ fact }) => !PAYLOAD.test(fact.field));
  const carries = isRecord(top) ? carried(top) : 0;
  const shape = [
    `carries ${carries > 2 ? 'many' : carries}`,
    ...(FIELD_OF_INPUT.test(text.slice(0, 4000)) ? ['names a field'] : []),
  ];
  if (failing.length) return { place: 'envelope', said: speaking, shape: [...shape, ...failing] };
  // GraphQL and RPC tell the failure of one operation inside what they carry
  const within = failuresIn(operationOf(top));
  if (within.length) return { place: 'envelope', said: messages, shape: ['operation', ...within] };
  return isRecord(top) && remarks(top) ? { place: 'remark', said: speaking, shape } : NONE;
}

/** How many fields hold something else than what envelopes tell of success, failure and themselves. */
function carried(node: Record<string, unknown>): number {
  return Object.entries(node).filter(
    ([name, held]) => held !== null && held !== '' && !ENVELOPE.test(name.replace(/[_-]/g, '')),
  ).length;
}

const ENVELOPE =
  /^(?:(?:is)?(?:ok|success\w{0,6}|status\w{0,8}|stat|result\w{0,8}|state|outcome|err\w{0,20}|fault\w{0,8}|exception\w{0,8}|\w{0,10}code|ret\w{0,8}|rc|rtn|msg|message\w{0,8}|reason|detail\w{0,4}|description|mensaje|meldung|info|type|title|jsonrpc|id|data|payload|extensions|meta|header|head|body|response|path|locations|\w{0,12}id|timestamp|time|date|trace\w{0,4}|hint|help|docs?|\w{0,8}url|debug|version|redirect\w{0,3}|auth\w{0,10}|needed|provided|required))$/i;

const isRecord = (node: unknown): node is Record<string, unknown> =>
  node !== null && typeof node === 'object' && !Array.isArray(node);

/** `{"data": {"operation": {…}}}`: the one thing that is carried. */
function operationOf(top: unknown): unknown {
  const data = isRecord(top) ? top['data'] : undefined;
  if (!isRecord(data)) return undefined;
  const held = Object.values(data);
  return held.length === 1 && isRecord(held[0]) ? held[0] : undefined;
}

/** In which of the ways of envelopes an object, or the first ones of a list, tell failure. */
function failuresIn(top: unknown): readonly string[] {
  const nodes = (Array.isArray(top) ? top.slice(0, 5) : [top]).filter(isRecord);
  // a list of things that each have a status is data
  if (Array.isArray(top) && nodes.some((node) => carried(node) > 0 || !('error' in node || 'message' in node)))
    return [];
  return [...new Set(nodes.flatMap(failures))];
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
    fields.some(([name, v]) => typeof v === 'string' && /^(?:message|msg|error|detail|reason|errmsg)$/i.test(name))
  );
}

const FAILED =
  /^(?:fail(?:ed|ure)?|error|err|denied|forbidden|unauthorized|false|rejected|nok|ko|request_denied|over_query_limit|login_required)$/i;
/** A flag that says what the caller has yet to do, or what keeps it out. */
const HOLDS =
  /^(?:(?:mfa|2fa|otp|twofactor|captcha|login|auth|reauth|verification)required|requires(?:mfa|2fa|otp|twofactor|captcha|login|auth\w{0,12}))$/;
/** What stands in a field of errors where there are none. */
const FINE = /^(?:ok|success|none|null|no error|0|200|true)?$/i;

/** How the fields in which envelopes tell success tell failure. */
function failures(node: Record<string, unknown>): readonly string[] {
  return Object.entries(node)
    .slice(0, 60)
    .flatMap(([name, held]) => {
      const key = name.toLowerCase().replace(/[_-]/g, '');
      if (key.endsWith('status') && isRecord(held)) return failures(held);
      if (/^(?:meta|header|head|response)$/.test(key) && isRecord(held)) return failures(held);
      const kind = KINDS.find(([names]) => names.test(key));
      return kind?.[2](held, key) ? [kind[1], ...numberIn(held)] : [];
    });
}

type Kind = readonly [names: RegExp, shape: string, tells: (held: unknown, key: string) => boolean];

/** Fields of envelopes, what each shows, and when it does. */
const KINDS: readonly Kind[] = [
  [
    /^(?:ok|success|succeeded|successful|issuccess|issuccessful|auth|authenticated|authorized)$/,
    'flag',
    (held) => held === false || held === 0 || (typeof held === 'string' && FAILED.test(held)),
  ],
  [
    /^(?:status|stat|result|state|outcome|responsestatus)$/,
    'status',
    (held, key) => FAILED.test(String(held)) || (key === 'status' && bad(held)) || held === false,
  ],
  [
    /^(?:error|errors|usererrors|fault|exception|err|errormessage|errormsg|errmsg|errorcode|errorcodename)$/,
    'error',
    (held) => full(held),
  ],
  [
    /^(?:errcode|errno|cod|code|faultcode|rspcode|ret|retcode|statuscode|resultcode|errorno|rc|rtn|respcode)$/,
    'code',
    (held, key) => bad(held) || (key !== 'code' && (FAILED.test(String(held)) || /^err(?:[_-]|$)/i.test(String(held)))),
  ],
  [
    /^messages$/,
    'error',
    (held) => Array.isArray(held) && held.slice(0, 3).some((one) => isRecord(one) && 'error-text' in one),
  ],
  [HOLDS, 'hold', (held) => held === true],
];

/** HTTP's number in a field, also where a program adds digits of its own. */
function numberIn(held: unknown): readonly string[] {
  const own = isRecord(held) ? (held['code'] ?? held['status'] ?? held['statusCode']) : held;
  const found = /^(?:[45]\d\d|4(?:0[13]|29)\d{1,3})$/.exec(String(own))?.[0];
  return found ? [`number ${found.slice(0, 3)}`] : [];
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
