// What the answer says, held against what was sent: it names a header, a scheme, a method, a scope or a caller. Is it there, in that
// form, the same? It says that something is missing though something was sent, or is wrong though nothing was.
import { read } from '../language/languages.ts';
import type { Reading } from '../language/statements.ts';
import { credentialsOf, csrfTokens, nothingSent, tokensShown } from '../model/case.ts';
import type { Case } from '../model/cause.ts';
import type { Evidence } from '../model/evidence.ts';
import type { Span } from '../model/exchange.ts';
import { header, httpDate } from '../model/http.ts';
import { sentKind } from '../model/sent.ts';
import { type Fact, MOST_SKEW } from './facts.ts';
import { namedAgainstSent } from './named-against-sent.ts';

type Message = Evidence<'message'>;

/** Facts that only the answer and the request together show. */
export function saidAgainstSent(c: Case): readonly Fact[] {
  const messages = c.evidence.all('message').slice(0, 40);
  return [...messages.flatMap((message) => ofMessage(message, c)), ...clocks(c)];
}

function ofMessage(message: Message, c: Case): readonly Fact[] {
  const text = message.fact.text.slice(0, 1500);
  return [
    ...headerNamed(text, message, c),
    ...schemeNamed(text, message, c),
    ...methodNamed(text, message, c),
    ...scopeNamed(text, message, c),
    ...callerNamed(text, message, c),
    ...namedAgainstSent(text, message.at, c),
    ...missingOrWrong(read(message.fact.text.trim()), message, c),
  ];
}

const HEADER =
  /\b(?:x(?:-[a-z0-9]{1,20}){1,4}|[a-z0-9]{2,20}(?:-[a-z0-9]{2,20}){0,3}-(?:key|token|secret|signature|auth|id)|authorization|cookie|origin|referer|user-agent|host|content-type)\b(?=['"`]? (?:request )?(?:http )?header)|\bheaders?:? ['"`]?(x(?:-[a-z0-9]{1,20}){1,4}|[a-z]{2,20}(?:-[a-z0-9]{2,20}){1,4}|authorization|cookie|origin|referer|host)\b|\bx(?:-[a-z0-9]{2,20}){1,4}\b/gi;

function headerNamed(text: string, { at }: Message, c: Case): readonly Fact[] {
  if (!c.headersKnown && !c.exchange.request.headers.length) return [];
  const names = [...text.matchAll(HEADER)].map(([whole, told]) => (told ?? whole).toLowerCase()).slice(0, 4);
  return [...new Set(names)].map((name) => {
    const sent = c.exchange.request.headers.find(([n]) => n.toLowerCase() === name);
    const kind = /csrf|xsrf/.test(name)
      ? 'form token'
      : /origin|referer|user-agent|host|content-type|date|time|forwarded|real-ip|version|request-id/.test(name)
        ? 'other'
        : 'credential';
    if (!sent)
      return {
        id: `${kind} header named, absent`,
        says: `the answer names the header ${name}, and it was not sent`,
        at,
      };
    return sent[1]
      ? { id: `${kind} header named, sent`, says: `the answer names the header ${name}, and it was sent`, at }
      : { id: `${kind} header named, empty`, says: `the answer names the header ${name}, and it came empty`, at };
  });
}

const SCHEME =
  /\b(bearer|basic|digest|token|apikey|hmac|negotiate|aws4-hmac-sha256)\b(?=['"`]? (?:scheme|token|prefix|auth|authentication|credentials?|<|\[|\{)|['"`] )|\b(?:scheme|prefix|use|expected|expects)\b[: ]{1,2}['"`]?(bearer|basic|digest|token|apikey|hmac)\b/i;

function schemeNamed(text: string, { at }: Message, c: Case): readonly Fact[] {
  const told = SCHEME.exec(text);
  const name = (told?.[1] ?? told?.[2])?.toLowerCase();
  const sent = credentialsOf(c).find(({ fact }) => fact.name === 'Authorization');
  if (!name || !sent) return [];
  const same = sent.fact.scheme?.toLowerCase() === name;
  if (name === 'token' && !same) return [];
  return [
    same
      ? { id: 'scheme named, sent', says: `the answer names the scheme ${name}, and it was sent`, at }
      : { id: 'scheme named, other sent', says: `the answer names the scheme ${name}, and another one was sent`, at },
  ];
}

const METHOD = /\b(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|PROPFIND|TRACE)\b/g;

function methodNamed(text: string, { at }: Message, c: Case): readonly Fact[] {
  if (c.method === 'request') return [];
  const named = new Set([...text.matchAll(METHOD)].map(([name]) => name));
  if (!named.size) return [];
  return [
    named.has(c.method)
      ? { id: 'own method named', says: `the answer names ${c.method}`, at }
      : { id: 'other method named', says: 'the answer names other methods than the one sent', at },
  ];
}

function scopeNamed(text: string, { at }: Message, c: Case): readonly Fact[] {
  const token = c.evidence.first('jwt')?.fact;
  const names = text.match(/\b[a-z][a-z0-9_-]{1,30}[:.][a-z][a-z0-9_.:-]{1,40}\b/gi)?.slice(0, 6) ?? [];
  if (!names.length) return [];
  if (!token?.scopes.length) return [{ id: 'right named', says: 'the answer names a right', at }];
  return names.every((name) => token.scopes.includes(name))
    ? [{ id: 'scope named, held', says: 'the token has the scope that the answer names', at }]
    : [{ id: 'scope named, not held', says: 'the token lacks what the answer names', at }];
}

/** A nil id, or one of a single digit, names nobody; so do the words that stand for no user. */
const NOBODY =
  /\b([0-9a-f])\1{7}-(?:\1{4}-){3}\1{12}\b|\b(?:user|caller|principal|identity|subject|role|as|for)['"`:= ]{1,4}(?:system:)?(?:anonymous\w{0,6}|anon|guest|nobody|null|undefined|<none>|none)\b|\banonymous (?:user|caller|principal|access)/i;

function callerNamed(text: string, { at }: Message, c: Case): readonly Fact[] {
  // an id of zeros beside a name stands for one that was taken out
  if (NOBODY.test(text.replace(/<\/?[a-z][^<>]{0,200}>/gi, ' ')) && !/\S@\S/.test(text))
    return [{ id: `nobody named, ${sentKind(c)}`, says: 'the answer takes the caller for nobody', at }];
  const names = c.evidence
    .all('jwt')
    .flatMap(({ fact }) => ['sub', 'email', 'preferred_username', 'azp', 'client_id'].map((key) => fact.claims[key]))
    .filter((name): name is string => typeof name === 'string' && name.length > 2);
  return names.some((name) => text.includes(name))
    ? [{ id: 'caller named', says: 'the answer names the caller, so it was read', at }]
    : [];
}

const IDENTIFIES: ReadonlySet<string> = new Set([
  'key',
  'token',
  'password',
  'session',
  'signature',
  'login',
  'caller',
  'header',
]);

function missingOrWrong({ statements }: Reading, { at }: Message, c: Case): readonly Fact[] {
  const own = statements.filter(({ thing }) => IDENTIFIES.has(thing));
  const missing = own.some(({ state, denied }) => state === 'absent' && !denied);
  const wrong = own.some(({ state, denied }) => /^(?:wrong|unknown|mismatched|failed|revoked)$/.test(state) && !denied);
  const sent = credentialsOf(c).find(({ fact }) => fact.kind !== 'session-cookie');
  const facts: Fact[] = formTokenSaid(statements, at, c);
  if (missing && sent)
    facts.push({
      id: sent.fact.problems.length ? 'missing, unreadable sent' : 'missing, sent',
      says: 'the answer says that credentials are missing, and some were sent',
      at: sent.at,
    });
  if (missing && wrong)
    facts.push({
      id: `missing or wrong, ${nothingSent(c) ? 'nothing sent' : sent ? 'sent' : 'open'}`,
      says: 'the answer leaves open whether credentials are missing or wrong',
      at,
    });
  if (wrong && !missing && nothingSent(c))
    facts.push({ id: 'wrong, nothing sent', says: 'the answer calls credentials wrong, and none were sent', at });
  return facts;
}

/** A form's token that is called wrong and never came, or is called missing and came. */
function formTokenSaid(statements: Reading['statements'], at: readonly Span[], c: Case): Fact[] {
  const said = statements.filter(({ thing, denied }) => thing === 'form-token' && !denied);
  if (!said.length || !tokensShown(c)) return [];
  const absent = said.some(({ state }) => state === 'absent' || state === 'required');
  const token = csrfTokens(c)[0];
  if (absent === !token) return [];
  return token
    ? [
        {
          id: 'form token missing, sent',
          says: 'the answer says that a CSRF token is missing, and one was sent',
          at: token.at,
        },
      ]
    : [{ id: 'form token wrong, none sent', says: 'the answer speaks of a CSRF token, and none was sent', at }];
}

const OWN_TIME = /^(?:date|x-(?:[a-z]{1,10}-)?(?:date|timestamp|time)|timestamp)$/i;

/** The request's own time against the answer's. */
function clocks(c: Case): readonly Fact[] {
  const now = httpDate(header(c.exchange.response, 'date'));
  if (now === undefined) return [];
  return c.exchange.request.headers.flatMap(([name, value], index): readonly Fact[] => {
    if (!OWN_TIME.test(name)) return [];
    const time = timeOf(value);
    if (time === undefined) return [];
    const at: readonly Span[] = [{ part: 'request', in: 'header', header: name, index }];
    return Math.abs(time - now) / 1000 > MOST_SKEW
      ? [{ id: 'clock skew', says: `${name} and the answer's Date are far apart`, at }]
      : [{ id: 'clock right', says: `${name} fits the answer's Date`, at }];
  });
}

function timeOf(value: string): number | undefined {
  if (/^\d{10}$/.test(value)) return Number(value) * 1000;
  if (/^\d{13}$/.test(value)) return Number(value);
  const time = Date.parse(value);
  return Number.isNaN(time) ? undefined : time;
}
