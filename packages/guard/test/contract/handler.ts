import type { Caller } from '../../src/index.ts';

/** What every handler of the contract answers: who it was told calls, and what was loaded. */
export function tell(known: { readonly caller: Caller | undefined; readonly object: unknown }): string {
  return JSON.stringify({ caller: known.caller?.subject ?? null, object: known.object ?? null });
}

/** The last segment of a path, for callbacks. */
export function lastSegment(url: string | undefined): string {
  return (url ?? '').split('?')[0]!.split('/').at(-1)!;
}
