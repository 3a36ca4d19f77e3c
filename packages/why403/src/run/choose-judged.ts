// Which answers of a large recording are judged: of those that are alike one, and of different ones a bounded number.
import { catalogue, type Imported, isAllowed, routeOf } from '@why403/core';

/**
 * Answers up to this many are judged one by one. Nobody reads more reports than that, and at some milliseconds each it takes about
 * a second; recordings of a session with more refusals repeat the same few.
 */
export const MOST_JUDGED = 200;
/** Milliseconds of processor for judging what was recorded: with the reading before it, a run is to end in about 10 s. */
export const MOST_TIME = 5_000;
/** Of a body this much shows whether it says the same as another. */
const MOST_SHAPE = 4_096;

/** An answer that is judged, and those like it, which are not. */
export interface Chosen {
  readonly item: Imported;
  readonly like: readonly Imported[];
}

export interface Choice {
  readonly judged: readonly Chosen[];
  /** What is only counted. */
  readonly rest: readonly Imported[];
}

/** What is sent is always judged; `isRecord` tells what is judged as it stands. */
export function chooseJudged(items: readonly Imported[], isRecord: (item: Imported) => boolean): Choice {
  if (items.length <= MOST_JUDGED) return { judged: items.map((item) => ({ item, like: [] })), rest: [] };
  const groups = new Map<string, Imported[]>();
  for (const [at, item] of items.entries()) {
    // what was let through needs no judging, and is no refusal that is left out
    if (isRecord(item) && isAllowed(item.exchange, catalogue)) continue;
    const key = isRecord(item) ? likenessOf(item) : String(at);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  const all = [...groups.values()];
  // a refusal by its number comes before an answer that may hold one
  const order = [...all.filter(([one]) => isError(one!)), ...all.filter(([one]) => !isError(one!))];
  const taken = new Set([...order.filter(([one]) => !isRecord(one!)), ...order.slice(0, MOST_JUDGED)]);
  return {
    judged: all.filter((group) => taken.has(group)).map((group) => ({ item: group[0]!, like: group.slice(1) })),
    rest: all.filter((group) => !taken.has(group)).flat(),
  };
}

function isError({ exchange: { response } }: Imported): boolean {
  return (response?.status ?? 0) >= 400;
}

/** Alike are the same route, credential, fields of the header and status, where the body says the same but for what is drawn or counted. */
function likenessOf({ exchange: { request, response, source } }: Imported): string {
  return JSON.stringify([
    source?.name,
    routeOf(request),
    response?.status,
    shapeOf(response?.body?.text),
    namesOf(response?.headers),
    namesOf(request.headers),
    request.headers.filter(([name]) => name.toLowerCase() === 'authorization').map(([, value]) => value),
    shapeOf(request.body?.text),
  ]);
}

function namesOf(headers: readonly (readonly [string, string])[] = []): string {
  return [...new Set(headers.slice(0, MOST_SHAPE).map(([name]) => name.toLowerCase()))].sort().join();
}

function shapeOf(text: string | undefined): string {
  if (text === undefined) return '';
  return text
    .slice(0, MOST_SHAPE)
    .replace(/[0-9a-f]{8,64}(?:-[0-9a-f]{4,64}){0,5}/gi, '#')
    .replace(/\d+/g, '#');
}

/** Gives signals their turn, and tells whether the time for judging what was recorded is used up. */
export interface Pace {
  readonly turn: () => Promise<void>;
  readonly isOver: () => boolean;
}

export function startPace(): Pace {
  const began = process.cpuUsage();
  return {
    turn: () => new Promise((resolve) => setImmediate(resolve)),
    isOver: () => {
      const { user, system } = process.cpuUsage(began);
      return (user + system) / 1000 > MOST_TIME;
    },
  };
}
