import type { Finding } from './model.ts';
import { foreign, plain } from './plain.ts';

/** What settled a refusal: the leaf that the nearest branches lead to, and whether its being there is hidden. */
export interface Blame {
  readonly leaf: Finding;
  readonly hidden: boolean;
}

/** Follows the nearest branches down to the leaf that failed. */
export function blame(finding: Finding): Blame {
  let leaf = finding;
  let hidden = leaf.absent === true;
  while (leaf.branches !== undefined && leaf.nearest !== undefined) {
    const next = leaf.branches[leaf.nearest];
    if (next === undefined) break;
    leaf = next;
    hidden ||= leaf.absent === true;
  }
  return { leaf, hidden };
}

/** How near a branch came to passing, 0 to 1: the share of it that passed, and how near the rest was. */
export function nearness(finding: Finding): number {
  if (finding.state === 'passed') return 1;
  if (finding.state === 'unasked') return 0;
  const { branches, nearest } = finding;
  if (branches === undefined || nearest === undefined || branches.length === 0) return finding.near ?? 0.5;
  if (finding.kind !== 'allOf') return nearness(branches[nearest]!);
  return branches.reduce((sum, branch) => sum + nearness(branch), 0) / branches.length;
}

/** Takes out what no record may hold. */
export type Hide = (text: string) => string;

/** The decision in one sentence: every leaf that failed, with what it found. */
export function sentence(finding: Finding, hide: Hide): string {
  return plain(failures(finding, hide).join('; '), 600);
}

function failures(finding: Finding, hide: Hide): string[] {
  if (finding.state === 'passed' || finding.state === 'unasked') return [];
  const inner = finding.branches?.flatMap((branch) => failures(branch, hide)) ?? [];
  if (inner.length > 0) return inner;
  const verb = finding.state === 'fault' ? 'could not be judged' : 'failed';
  const { found } = finding;
  return [`${finding.kind} ${verb}: ${found === undefined ? `wants ${finding.demand}` : told(finding, found, hide)}`];
}

/** What was found, as a record may hold it: the words of a fault are an error's, which may repeat anything. */
function told({ state }: Finding, found: string, hide: Hide): string {
  const text = hide(found.slice(0, 2500));
  return state === 'fault' ? foreign(text) : text;
}

/** Bounds on what is kept of a decision: a tree has an author, but its texts may come from a caller. */
const MOST_BRANCHES = 50;
const MOST_DEPTH = 20;

/** A copy of the tree that is safe to store and to send: texts bounded and cleaned, nothing but what is declared. */
export function record(finding: Finding, hide: Hide, depth = 0): Finding {
  const { state, kind, demand, found, cause, status, absent, branches, nearest, retryAfter } = finding;
  return {
    state: state === 'unknown' ? 'failed' : state,
    kind: plain(kind, 60),
    demand: plain(demand),
    ...(found === undefined ? {} : { found: plain(told(finding, found, hide)) }),
    ...(cause === undefined ? {} : { cause }),
    ...(status === undefined ? {} : { status }),
    ...(retryAfter === undefined ? {} : { retryAfter }),
    ...(absent === true ? { absent } : {}),
    ...(branches === undefined || depth >= MOST_DEPTH
      ? {}
      : { branches: branches.slice(0, MOST_BRANCHES).map((branch) => record(branch, hide, depth + 1)) }),
    ...(nearest === undefined ? {} : { nearest }),
  };
}
