// A server made for the search of the smallest difference: of 30 headers and 25 cookies in which two requests differ, one, two or
// three matter, and only together. Everything is drawn from a seed. The searches that it is held against are here too.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Imported, Request } from '@why403/core';

/** One planted case. */
export interface Planted {
  readonly seed: number;
  readonly refused: Imported;
  readonly working: Imported;
  /** Names of the headers and cookies that matter, lower case: `header x-region`, `cookie ab_test`. */
  readonly planted: readonly string[];
}

const HEADERS =
  'User-Agent Accept Accept-Language Referer Origin X-Requested-With X-Api-Version X-Region X-Tenant X-Client-Id X-Device X-Platform X-Locale X-Timezone X-Feature X-Channel X-Brand X-Store X-Currency X-Build X-Release X-Stage X-Screen X-Theme X-Network X-Market X-Source X-Campaign X-Partner X-Variant Sec-Fetch-Site Sec-Fetch-Mode Sec-Fetch-Dest Cache-Control Pragma DNT X-Api-Key Authorization X-CSRF-Token X-Trace X-Zone X-Shard X-Cohort X-Level'.split(
    ' ',
  );
const COOKIES =
  'sessionid csrftoken theme lang ab_test region cart seen consent utm device visit promo tz _ga _gid track store flavour banner layout level shard cohort zone pref last tour survey referrer'.split(
    ' ',
  );

/** Numbers from 0 to below 1 that follow from a seed (mulberry32, https://github.com/bryc/code/blob/master/jshash/PRNGs.md). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function drawn<T>(from: readonly T[], count: number, random: () => number): readonly T[] {
  const rest = [...from];
  return Array.from({ length: count }, () => rest.splice(Math.floor(random() * rest.length), 1)[0]!);
}

/** The case of a seed: 1, 2 or 3 differences matter, in turn. */
export function plant(seed: number, origin: string): Planted {
  const random = seeded(seed * 7919 + 17);
  const headers = drawn(HEADERS, 30, random);
  const cookies = drawn(COOKIES, 25, random);
  const word = (): string => `v${Math.floor(random() * 1e9).toString(36)}`;
  const allowed = headers.map((name) => [name, word()] as const);
  const jar = cookies.map((name) => [name, word()] as const);
  // half of them are missing from the refused request, the others have another value there
  const other = <T extends readonly [string, string]>(list: readonly T[]): (readonly [string, string])[] =>
    list.flatMap(([name]) => (random() < 0.5 ? [] : [[name, word()] as const]));
  const planted = drawn(
    [...headers.map((n) => `header ${n.toLowerCase()}`), ...cookies.map((n) => `cookie ${n}`)],
    1 + (seed % 3),
    random,
  );
  const request = (fields: readonly (readonly [string, string])[], pairs: readonly (readonly [string, string])[]) =>
    imported({
      method: 'GET',
      url: `${origin}/report`,
      headers: [
        ['Host', origin.slice('http://'.length)],
        ...fields,
        ...(pairs.length ? [['Cookie', pairs.map(([n, v]) => `${n}=${v}`).join('; ')] as const] : []),
      ],
    });
  return { seed, refused: request(other(allowed), other(jar)), working: request(allowed, jar), planted };
}

function imported(request: Request): Imported {
  return { exchange: { request, gaps: [] }, send: {}, notes: [] };
}

/** What a request holds, by the names that `planted` uses. */
export function held(headers: readonly (readonly [string, string])[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [name, value] of headers) {
    if (name.toLowerCase() !== 'cookie') found.set(`header ${name.toLowerCase()}`, value);
    else
      for (const pair of value.split('; ')) {
        const eq = pair.indexOf('=');
        found.set(`cookie ${pair.slice(0, eq)}`, pair.slice(eq + 1));
      }
  }
  return found;
}

/** The server: it lets through what holds the planted values, and answers 403 to all else. */
export async function plantedServer(): Promise<{ origin: string; now(p: Planted): void; server: Server }> {
  let current: Planted | undefined;
  const server = createServer((req, res) => {
    const sent: [string, string][] = [];
    for (let i = 0; i < req.rawHeaders.length; i += 2) sent.push([req.rawHeaders[i]!, req.rawHeaders[i + 1]!]);
    const passes = current && turns(current, sent);
    res.writeHead(passes ? 200 : 403, { 'content-type': 'text/plain' });
    res.end(passes ? 'the report' : 'Forbidden');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    now(p) {
      current = p;
    },
    server,
  };
}

/** Whether these headers hold every planted value. */
export function turns(p: Planted, headers: readonly (readonly [string, string])[]): boolean {
  const wanted = held(p.working.exchange.request.headers);
  const sent = held(headers);
  return p.planted.every((name) => sent.get(name) === wanted.get(name));
}

/** Each difference left out once: what can be left out alone is not needed. Gives the number of questions. */
export function leaveOneOut<T>(all: readonly T[], passes: (set: readonly T[]) => boolean): number {
  let set = all;
  let asked = 0;
  for (const one of all) {
    const rest = set.filter((other) => other !== one);
    asked++;
    if (passes(rest)) set = rest;
  }
  return asked;
}

/** Plain ddmin (Zeller and Hildebrandt 2002, https://www.st.cs.uni-saarland.de/papers/tse2002/), no question put twice. */
export function ddmin<T>(all: readonly T[], passes: (set: readonly T[]) => boolean): number {
  const known = new Map<string, boolean>();
  const places = new Map(all.map((one, i) => [one, i]));
  const test = (set: readonly T[]): boolean => {
    const key = set.map((one) => places.get(one)).join(' ');
    const answer = known.get(key) ?? passes(set);
    known.set(key, answer);
    return answer;
  };
  let set = all;
  let parts = 2;
  known.set(all.map((_one, i) => i).join(' '), true);
  known.set('', false);
  while (set.length >= 2) {
    const size = Math.ceil(set.length / parts);
    const chunks = Array.from({ length: Math.ceil(set.length / size) }, (_c, i) => set.slice(i * size, (i + 1) * size));
    const single = chunks.find(test);
    const without =
      single || chunks.length <= 2
        ? undefined
        : chunks.map((chunk) => set.filter((one) => !chunk.includes(one))).find(test);
    if (single) [set, parts] = [single, 2];
    else if (without) [set, parts] = [without, Math.max(parts - 1, 2)];
    else if (parts >= set.length) break;
    else parts = Math.min(set.length, parts * 2);
  }
  return known.size - 2;
}
