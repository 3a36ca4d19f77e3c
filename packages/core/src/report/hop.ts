// Where on the way a request was refused: from what single headers say outright, from a product's own documented words, and
// from pairs of answers of which one is refused and one is not. Nothing is said without such evidence.
import type { Catalogue } from '../engine/catalogue.ts';
import { gather } from '../engine/gather.ts';
import type { Judgement } from '../engine/judge.ts';
import { subjectOf } from '../engine/match.ts';
import { recognise } from '../engine/recognise.ts';
import { isRefusal } from '../engine/refusal.ts';
import type { Role } from '../model/evidence.ts';
import type { Exchange } from '../model/exchange.ts';
import { header } from '../model/http.ts';
import { inQuotes } from '../model/unseen.ts';

/** A place on the way of a request, from the client on. */
export type Hop = 'forward proxy' | 'CDN' | 'WAF' | 'gateway' | 'web server' | 'framework' | 'application' | 'upstream';

/** Where it was refused, and what says so. */
export interface FoundHop {
  readonly hop: Hop;
  /** The product, where it shows itself. */
  readonly product?: string;
  /** One sentence for the user. */
  readonly says: string;
}

/** An answer of an experiment beside the refusal. */
export interface Beside {
  readonly exchange: Exchange;
  readonly allowed: boolean;
}

const HOPS: Partial<Readonly<Record<Role, Hop>>> = {
  'forward-proxy': 'forward proxy',
  cdn: 'CDN',
  waf: 'WAF',
  gateway: 'gateway',
  mesh: 'gateway',
};
/** Headers that an application or its framework adds, not what stands before it. */
const OF_APPLICATION =
  /^(?:x-powered-by|x-aspnet-version|x-aspnetmvc-version|x-runtime|x-generator|x-drupal-.{1,30}|x-rack-cache|x-frame-options-app|x-debug-token|x-django-.{1,20}|x-laravel-.{1,20})$/;

/** Where this refusal was made, as far as the evidence goes. */
export function hopOf(judgement: Judgement, answers: readonly Beside[], catalogue: Catalogue): FoundHop | undefined {
  const { exchange } = judgement.case;
  if (!exchange.response || !isRefusal(judgement)) return undefined;
  return said(exchange) ?? worded(judgement) ?? paired(exchange, answers, catalogue);
}

/** What one header says outright. */
function said(exchange: Exchange): FoundHop | undefined {
  const { response, transport } = exchange;
  const of = (name: string): string | undefined => header(response, name);
  // RFC 9209 section 2.1: the last member is the hop nearest to the client; one with `error` made the answer itself
  for (const member of (of('proxy-status') ?? '').split(',').reverse()) {
    const [name = '', ...params] = member.split(';').map((part) => part.trim().replace(/"/g, ''));
    const error = params.find((param) => param.startsWith('error='))?.slice('error='.length, 66);
    if (error && name !== '')
      return {
        hop: 'gateway',
        product: name.slice(0, 80),
        says: `refused at ${inQuotes(name, 80)}: its Proxy-Status says ${inQuotes(error)}`,
      };
  }
  if (response!.status === 407)
    return { hop: 'forward proxy', says: 'refused at a forward proxy: a 407 is never the origin’s' };
  const squid = of('x-squid-error');
  if (squid)
    return {
      hop: 'forward proxy',
      product: 'Squid',
      says: `refused at a forward proxy: Squid says ${inQuotes(squid, 60)}`,
    };
  if (
    exchange.request.method === 'CONNECT' ||
    (transport?.viaProxy && /^https:/i.test(exchange.request.url) && !transport.tls)
  )
    return { hop: 'forward proxy', says: 'refused at the forward proxy: the tunnel to the origin was not opened' };
  // Kong sets the one when the upstream answered, the other when it answered itself: https://developer.konghq.com/gateway/configuration/#headers
  if (of('x-kong-upstream-latency') !== undefined)
    return { hop: 'upstream', says: 'refused behind the gateway: Kong passed it on (X-Kong-Upstream-Latency)' };
  if (of('x-kong-response-latency') !== undefined)
    return {
      hop: 'gateway',
      product: 'Kong',
      says: 'refused at the gateway: Kong answered itself (X-Kong-Response-Latency)',
    };
  // https://www.envoyproxy.io/docs/envoy/latest/configuration/http/http_filters/router_filter#x-envoy-upstream-service-time
  if (of('x-envoy-upstream-service-time') !== undefined)
    return {
      hop: 'upstream',
      says: 'refused behind the proxy: the upstream answered Envoy (X-Envoy-Upstream-Service-Time)',
    };
  return undefined;
}

/** A product before the application that refuses in its own documented words. */
function worded({ products, refusals, ranked }: Judgement): FoundHop | undefined {
  const by = new Set(refusals.map((refusal) => refusal.split('/', 1)[0]));
  for (const { fact } of products) {
    const hop = HOPS[fact.role];
    if (!hop || !by.has(fact.vendor)) continue;
    const why = ranked[0]?.claims.find(({ claim }) => claim.by.startsWith(`${fact.vendor}/`))?.claim.says;
    return {
      hop,
      product: fact.name,
      says: `refused at the ${hop}: the words are ${fact.name}'s own${why ? '' : ', before the request reached the application'}`,
    };
  }
  return undefined;
}

/** The refused answer against one that passes on the same site: what does the one carry that the other lacks? */
function paired(refused: Exchange, answers: readonly Beside[], catalogue: Catalogue): FoundHop | undefined {
  const passed = answers.filter(({ allowed, exchange }) => allowed && exchange.response);
  const other = passed.find(({ exchange }) => exchange.request.url === refused.request.url) ?? passed[0];
  if (!other) return undefined;
  const [a, b] = [refused.response!, other.exchange.response!];
  const [serverA, serverB] = [header(a, 'server'), header(b, 'server')];
  const name = (server: string): string => server.split(/[\s(]/, 1)[0]!.slice(0, 60);
  const fast = faster(refused, other.exchange);
  if (serverA && serverB && name(serverA) !== name(serverB))
    return {
      hop: hopOfServer(refused, catalogue) ?? 'gateway',
      product: name(serverA),
      says: `refused before the application: ${inQuotes(name(serverA))} answered, where what passes comes from ${inQuotes(name(serverB))}${fast}`,
    };
  const marks = (e: Exchange): string[] => [
    ...e.response!.headers.map(([n]) => n.toLowerCase()).filter((n) => OF_APPLICATION.test(n)),
    ...productsOf(e, catalogue)
      .filter(({ fact }) => fact.role === 'framework' || fact.role === 'cms')
      .map(({ fact }) => fact.name),
  ];
  const [inRefused, inPassed] = [marks(refused), marks(other.exchange)];
  const lacking = inPassed.filter((mark) => !inRefused.includes(mark));
  if (inRefused.length === 0 && lacking.length) {
    const server = serverA ? `${name(serverA)} answered without it` : 'something before it answered';
    return {
      hop: hopOfServer(refused, catalogue) ?? 'web server',
      ...(serverA && { product: name(serverA) }),
      says: `refused before the application: answers that pass carry ${lacking[0]}, and ${server}${fast}`,
    };
  }
  if (inRefused.length && inPassed.some((mark) => inRefused.includes(mark)))
    return {
      hop: 'application',
      says: `refused in the application: this answer carries ${inRefused.find((mark) => inPassed.includes(mark))}, as those that pass do`,
    };
  return undefined;
}

function productsOf(exchange: Exchange, catalogue: Catalogue) {
  const evidence = gather(exchange, catalogue.readers);
  return recognise(subjectOf(exchange, evidence), catalogue.vendors).products;
}

function hopOfServer(exchange: Exchange, catalogue: Catalogue): Hop | undefined {
  const roles = productsOf(exchange, catalogue).map(({ fact }) => fact.role);
  for (const [role, hop] of Object.entries(HOPS) as [Role, Hop][]) if (roles.includes(role)) return hop;
  return roles.includes('web-server') ? 'web server' : undefined;
}

// Milliseconds; only a clear difference is worth a word, and it is never the only evidence.
function faster(a: Exchange, b: Exchange): string {
  const [x, y] = [a.transport?.timings?.firstByte, b.transport?.timings?.firstByte];
  if (x === undefined || y === undefined || y < 80 || x * 5 > y) return '';
  return ` (after ${Math.round(x)} ms, not ${Math.round(y)})`;
}
