// Which request that passed each refused one is held against: what `--working` names, or what the recording itself holds.
import { catalogue, type Exchange, type Imported, isAllowed, routeOf, visible, workingAmong } from '@why403/core';
import type { Input } from './read-input.ts';

/** What a refusal is held against. */
export interface Beside {
  /** Named by the user. */
  readonly working?: Imported;
  /** Found in the same recording; nobody named it, so it is compared as a text and never sent. */
  readonly found?: Imported;
  /** The route to which the recording that was named holds no request that was let through. */
  readonly missing?: string;
}

/** Gives for each refusal what it is held against. `named` is what `--working` was read as. */
export function besideOf(input: Input, named: Input | undefined): (refused: Imported) => Beside {
  if (named && isOne(named, input)) {
    const [working] = [...named.items, ...(named.passed ?? [])];
    return () => (working ? { working } : {});
  }
  const passes = onceEach((exchange) => isAllowed(exchange, catalogue));
  const workingFor = workingAmong(candidatesOf(named ?? input), passes);
  return (refused) => {
    // a recording holds thousands that look refused only to the sieve: what was let through needs nothing beside it
    if (!named && passes(refused.exchange)) return {};
    const one = workingFor(refused.exchange);
    if (!one) return named ? { missing: routeOf(refused.exchange.request) } : {};
    return named ? { working: one } : { found: one };
  };
}

/** The same answer without judging an exchange twice. */
function onceEach(passes: (exchange: Exchange) => boolean): (exchange: Exchange) => boolean {
  const known = new Map<Exchange, boolean>();
  return (exchange) => {
    const passed = known.get(exchange) ?? passes(exchange);
    known.set(exchange, passed);
    return passed;
  };
}

/** A request that is given alone is held against the one that was refused, whatever its route; of a recording only what was let through. */
function isOne({ items, passed = [], entries = 1 }: Input, { items: refused }: Input): boolean {
  const isRecorded = items.some(({ exchange }) => exchange.response !== undefined) || passed.length > 0;
  return !isRecorded || (entries <= 1 && items.length + passed.length <= 1 && refused.length <= 1);
}

function candidatesOf({ items, passed = [] }: Input): readonly Imported[] {
  return [...passed, ...items.filter(({ exchange: { response } }) => response !== undefined && response.status < 400)];
}

/** Says which request it is, and where it stands. */
export function nameOfWorking({ exchange: { request, response, source } }: Imported): string {
  const place = source?.entry === undefined ? '' : `entry ${source.entry + 1} of ${source.name}, `;
  const [url] = request.url.split(/[?#]/, 1);
  return visible(`${place}${request.method} ${url!.slice(0, 160)}${response ? ` → ${response.status}` : ''}`);
}
