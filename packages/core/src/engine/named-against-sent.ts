// Hosts, audiences, parameters and ids that the answer names, held against the request: is it the one that was sent?
import { nothingSent } from '../model/case.ts';
import type { Case } from '../model/cause.ts';
import type { Evidence } from '../model/evidence.ts';
import type { Fact } from './facts.ts';

type At = Evidence<'message'>['at'];

/** What of these the words of one message name. */
export function namedAgainstSent(text: string, at: At, c: Case): readonly Fact[] {
  // an answer alone tells nothing about its request
  if (c.method === 'request') return [];
  return [
    ...hostNamed(text, at, c),
    ...audienceNamed(text, at, c),
    ...parameterNamed(text, at, c),
    ...identifierNamed(text, at, c),
    ...idNamed(text, at, c),
  ];
}

const ABOUT_HOSTS = /\b(?:hosts?|hostname|domain|origins?|site|referr?er)\b/i;
const HOST = /\b(?:[a-z0-9-]{1,63}\.){1,6}[a-z]{2,24}\b/gi;

function hostNamed(text: string, at: At, c: Case): readonly Fact[] {
  if (!ABOUT_HOSTS.test(text)) return [];
  const named = new Set([...text.matchAll(HOST)].slice(0, 12).map(([name]) => name.toLowerCase()));
  if (!named.size) return [];
  const origin = c.evidence.first('origin')?.fact.origin;
  const from = origin ? hostOf(origin) : undefined;
  if (from && from !== c.host && named.has(from))
    return [{ id: 'own origin named', says: 'the answer names the origin that was sent', at }];
  if (named.has(c.host)) return [{ id: 'own host named', says: 'the answer names the host that was asked', at }];
  return [{ id: 'other host named', says: 'the answer names another host than the one that was asked', at }];
}

function hostOf(url: string): string | undefined {
  return /^[a-z][a-z0-9+.-]*:\/\/([^/:?#]{1,253})/i.exec(url)?.[1]?.toLowerCase();
}

const ABOUT_AUDIENCES = /\b(?:aud|audiences?|iss|issuers?|issued (?:for|by)|intended for)\b/i;

function audienceNamed(text: string, at: At, c: Case): readonly Fact[] {
  const token = c.evidence.first('jwt')?.fact;
  if (!token || !ABOUT_AUDIENCES.test(text)) return [];
  const own = ['aud', 'iss', 'azp', 'client_id']
    .flatMap((key) => token.claims[key])
    .filter((value): value is string => typeof value === 'string' && value.length > 2);
  return own.some((value) => text.includes(value))
    ? [{ id: 'own audience named', says: 'the answer names the audience or issuer of the token', at }]
    : [{ id: 'audience named', says: 'the answer speaks of an audience or issuer that the token does not have', at }];
}

const PARAMETER =
  /\b(?:parameters?|params?|fields?|arguments?)\b[ :]{1,3}['"`]([a-z][\w.-]{1,40})['"`]|['"`]([a-z][\w.-]{1,40})['"`] (?:query |form |body |request )?(?:parameter|param|field|argument)\b/i;
const SECRET = /key|token|secret|sig|auth|pass|credential|session|hash|hmac/i;

function parameterNamed(text: string, at: At, c: Case): readonly Fact[] {
  const found = PARAMETER.exec(text);
  const name = found?.[1] ?? found?.[2];
  if (!name) return [];
  const kind = /csrf|xsrf|_token$/i.test(name) ? 'form token' : SECRET.test(name) ? 'credential' : 'other';
  const sent = namesSent(c).has(name.toLowerCase());
  return [
    sent
      ? { id: `${kind} parameter named, sent`, says: `the answer names the parameter ${name}, and it was sent`, at }
      : {
          id: `${kind} parameter named, absent${nothingSent(c) ? ', nothing sent' : ''}`,
          says: `the answer names the parameter ${name}, and it was not sent`,
          at,
        },
  ];
}

/** What programs say who they are by, beside the credential itself. */
const IDENTIFIER =
  /\b(client|app|application|tenant|project|customer|device|consumer|partner|merchant|developer|publisher|seller|shop|store|subscription|organi[sz]ation|workspace)[ _-](id|identifier|number)\b/gi;

function identifierNamed(text: string, at: At, c: Case): readonly Fact[] {
  if (!c.headersKnown && !c.exchange.request.headers.length) return [];
  const names = new Set([...text.matchAll(IDENTIFIER)].slice(0, 4).map(([, what, kind]) => bareName(`${what}${kind}`)));
  if (!names.size) return [];
  const sent = [...c.exchange.request.headers.map(([name]) => name), ...namesSent(c)].map(bareName);
  return [...names].every((name) => sent.some((one) => one.includes(name)))
    ? [{ id: 'identifier named, sent', says: 'the answer names an id of the client, and it was sent', at }]
    : [{ id: 'identifier named, absent', says: 'the answer names an id of the client, and it was not sent', at }];
}

function bareName(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z]/g, '')
    .replace('identifier', 'id')
    .replace('application', 'app');
}

/** Names of the query's and the body's parameters. */
function namesSent({ exchange: { request } }: Case): ReadonlySet<string> {
  const query = /\?([^#]{0,4000})/.exec(request.url)?.[1] ?? '';
  const body = request.body?.text.slice(0, 20_000) ?? '';
  const pairs = /^\s*[{[<]/.test(body)
    ? [...body.matchAll(/"([\w.-]{1,60})"\s{0,5}:/g)].map(([, name]) => name!)
    : body.split('&').map((pair) => pair.split('=', 1)[0]!);
  return new Set([...query.split('&').map((pair) => pair.split('=', 1)[0]!), ...pairs].map((n) => n.toLowerCase()));
}

const ID = /^(?:\d{3,20}|[0-9a-f]{8}-[0-9a-f-]{20,40}|[0-9a-f]{16,64})$/i;

function idNamed(text: string, at: At, c: Case): readonly Fact[] {
  const path = c.exchange.request.url.split(/[?#]/, 1)[0]!;
  const ids = path.split('/').filter((segment) => ID.test(segment));
  return ids.some((id) => text.includes(id))
    ? [{ id: 'own object named', says: 'the answer names what was asked for by its id', at }]
    : [];
}
