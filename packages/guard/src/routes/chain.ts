import { requirementOf } from '../adapt.ts';
import type { Requirement } from '../model.ts';

/**
 * The guards of a chain of functions that protect its handler: those before the first function that cannot pass on, or
 * else before the last that is no guard. What stands behind the handler protects nothing.
 * @param passing how many parameters a function of this framework needs to pass on to the next
 */
export function guardsOf(chain: readonly unknown[], passing: number): readonly Requirement[] {
  const isHandler = (one: unknown): boolean => requirementOf(one) === undefined && typeof one === 'function';
  const ends = chain.findIndex((one) => isHandler(one) && (one as { length: number }).length < passing);
  const end = ends >= 0 ? ends : chain.findLastIndex(isHandler);
  return (end < 0 ? chain : chain.slice(0, end)).flatMap((one) => requirementOf(one) ?? []);
}
