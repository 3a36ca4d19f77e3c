import type { Evidence, EvidenceSet, Kind, Reader } from '../model/evidence.ts';
import type { Exchange } from '../model/exchange.ts';

/** What went wrong inside a unit; shown in the diagnosis, never a crash. */
export interface Fault {
  readonly unit: string;
  readonly message: string;
}

/** Evidence as it comes in, and what went wrong on the way. */
export interface Gathered extends EvidenceSet {
  readonly faults: Fault[];
  add(evidence: readonly Evidence[]): void;
}

function nothingGathered(): Gathered {
  const byKind = new Map<Kind, Evidence[]>();
  const all = <K extends Kind>(kind: K): readonly Evidence<K>[] =>
    (byKind.get(kind) ?? []) as unknown as readonly Evidence<K>[];
  return {
    faults: [],
    all,
    first: (kind) => all(kind)[0],
    add(evidence) {
      for (const item of evidence) {
        const list = byKind.get(item.kind);
        if (list) list.push(item);
        else byKind.set(item.kind, [item]);
      }
    },
  };
}

/** Runs `run`; a unit that throws becomes a fault. */
export function guarded<T>(faults: Fault[], unit: string, otherwise: T, run: () => T): T {
  try {
    return run();
  } catch (error) {
    faults.push({ unit, message: error instanceof Error ? error.message : String(error) });
    return otherwise;
  }
}

/** Asks every reader, those first that others look at. */
export function gather(exchange: Exchange, readers: readonly Reader[]): Gathered {
  const gathered = nothingGathered();
  for (const reader of inOrder(readers))
    gathered.add(guarded(gathered.faults, reader.id, [], () => reader.read(exchange, gathered)));
  return gathered;
}

const ordered = new WeakMap<readonly Reader[], readonly Reader[]>();

function inOrder(readers: readonly Reader[]): readonly Reader[] {
  const known = ordered.get(readers);
  if (known) return known;
  const done: Reader[] = [];
  let rest = [...readers];
  while (rest.length) {
    const ready = rest.filter((r) => (r.after ?? []).every((id) => done.some((d) => d.id === id)));
    if (!ready.length) throw new Error(`readers wait for each other: ${rest.map((r) => r.id).join(', ')}`);
    done.push(...ready);
    rest = rest.filter((r) => !ready.includes(r));
  }
  ordered.set(readers, done);
  return done;
}
