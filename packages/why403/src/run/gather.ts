// Answers of recordings, gathered as they are read: of those that are alike one is kept, and of different ones a bounded number,
// so that a recording takes no more memory the longer it is.
import { createHash } from 'node:crypto';
import { catalogue, type Imported, isAllowed, routeOf } from '@why403/core';

/**
 * Answers up to this many are judged one by one. Nobody reads more reports than that, and at some milliseconds each it takes about
 * a second; recordings of a session with more refusals repeat the same few.
 */
export const MOST_JUDGED = 200;
/** Of a body this much shows whether it says the same as another. */
const MOST_SHAPE = 4_096;
/** Routes that are counted apart. */
const MOST_COUNTED = 2_000;

/** Answers that were only counted. */
export interface Counted {
  readonly status: number | null;
  /** Null for what is left over. */
  readonly route: string | null;
  readonly answers: number;
  /** Where the first of them stands. */
  readonly source?: Imported['exchange']['source'];
}

/** What is left of all that was read. */
export interface Gathered {
  readonly items: readonly Imported[];
  /** How many more answers are like one of the items. */
  readonly like: ReadonlyMap<Imported, number>;
  /** What is not among the items. */
  readonly rest: readonly Counted[];
}

export interface Gathering {
  /** Takes an answer, and how many more there are like it. */
  readonly add: (item: Imported, like?: number) => void;
  /** Takes what was only counted elsewhere. */
  readonly count: (counted: Counted) => void;
  /** How many answers came in all. */
  readonly size: () => number;
  readonly all: () => Gathered;
}

interface Group {
  readonly item: Imported;
  like: number;
}

/** `isRecord` tells what is judged as it stands: all else is kept. `allowed` is told of what was let through and is not kept. */
export function createGathering(
  isRecord: (item: Imported) => boolean = () => true,
  allowed: (item: Imported) => void = () => {},
): Gathering {
  /** Up to the limit, each for itself. */
  let first: Group[] | undefined = [];
  const groups = new Map<string, Group>();
  let [errors, others, asked] = [0, 0, 0];
  let size = 0;
  const rest = createCounts();
  const put = ({ item, like }: Group): void => {
    if (!isRecord(item)) {
      groups.set(String(asked++), { item, like });
      return;
    }
    // what was let through needs no judging, and is no refusal that is left out
    if (isAllowed(item.exchange, catalogue)) {
      allowed(item);
      return;
    }
    const key = likenessOf(item);
    const group = groups.get(key);
    if (group) {
      group.like += 1 + like;
      return;
    }
    const isFull = isError(item) ? errors >= MOST_JUDGED : others >= MOST_JUDGED;
    if (isFull) rest.add({ ...placeOf(item), answers: 1 + like });
    else {
      groups.set(key, { item, like });
      if (isError(item)) errors++;
      else others++;
    }
  };
  return {
    size: () => size,
    add(item, like = 0) {
      size += 1 + like;
      if (!first) put({ item, like });
      else if (first.push({ item, like }) > MOST_JUDGED) {
        for (const one of first) put(one);
        first = undefined;
      }
    },
    count(counted) {
      size += counted.answers;
      rest.add(counted);
    },
    all() {
      const all = first ?? [...groups.values()];
      const records = first ? [] : all.filter(({ item }) => isRecord(item));
      // a refusal by its number comes before an answer that may hold one
      const order = [...records.filter(({ item }) => isError(item)), ...records.filter(({ item }) => !isError(item))];
      const over = new Set(order.slice(MOST_JUDGED));
      const left = createCounts(rest.all());
      for (const { item, like } of over) left.add({ ...placeOf(item), answers: 1 + like });
      const kept = all.filter((group) => !over.has(group));
      return {
        items: kept.map(({ item }) => item),
        like: new Map(kept.filter(({ like }) => like > 0).map(({ item, like }) => [item, like])),
        rest: left.all(),
      };
    },
  };
}

/** What is told of an answer that is only counted. */
export function placeOf({ exchange: { request, response, source } }: Imported): Omit<Counted, 'answers'> {
  return { status: response?.status ?? null, route: routeOf(request), ...(source && { source }) };
}

/** Answers counted by status and route, the first ones apart. */
function createCounts(begun: readonly Counted[] = []): {
  readonly add: (counted: Counted) => void;
  readonly all: () => readonly Counted[];
} {
  const counts = new Map<string, Counted>();
  const add = (one: Counted): void => {
    const own = `${one.status} ${one.route}`;
    const key = counts.has(own) || counts.size < MOST_COUNTED ? own : 'rest';
    const known = counts.get(key);
    if (known) counts.set(key, { ...known, answers: known.answers + one.answers });
    else counts.set(key, key === own ? one : { ...one, status: null, route: null });
  };
  for (const one of begun) add(one);
  return { add, all: () => [...counts.values()] };
}

function isError({ exchange: { response } }: Imported): boolean {
  return (response?.status ?? 0) >= 400;
}

/** Alike are the same route, credential, fields of the header and status, where the body says the same but for what is drawn or counted. */
function likenessOf({ exchange: { request, response, source } }: Imported): string {
  const likeness = JSON.stringify([
    source?.name,
    routeOf(request),
    response?.status,
    shapeOf(response?.body?.text),
    namesOf(response?.headers),
    namesOf(request.headers),
    request.headers.filter(([name]) => name.toLowerCase() === 'authorization').map(([, value]) => value),
    shapeOf(request.body?.text),
  ]);
  return createHash('sha256').update(likeness).digest('base64');
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
