import type { Denial } from '../model.ts';

/**
 * Writes what is given in one turn with one statement. Who wraps a journal wraps `write` alone, so that it is the one
 * way in, for one denial as for a batch.
 */
export function together(writeAll: (denials: readonly Denial[]) => unknown): (denial: Denial) => Promise<void> {
  let gathered: Denial[] = [];
  let written: Promise<void> | undefined;
  return (denial) => {
    gathered.push(denial);
    written ??= Promise.resolve().then(async () => {
      const batch = gathered;
      gathered = [];
      written = undefined;
      await writeAll(batch);
    });
    return written;
  };
}
