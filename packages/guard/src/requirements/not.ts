import { after, ask } from '../ask.ts';
import type { Cause } from '../cause.ts';
import { type Finding, type Outcome, PASSED, type Requirement } from '../model.ts';

/**
 * Passes when the part is refused on its merits. A part that could not be judged, or that was refused because nobody
 * knows who calls, is no reason to let a request pass: `not(role('banned'))` demands a known caller too.
 */
export function not<K extends boolean>(part: Requirement<K>, options: { readonly cause?: Cause } = {}): Requirement<K> {
  const requirement: Requirement<K> = {
    kind: 'not',
    demand: part.parts === undefined ? `not ${part.demand}` : `not (${part.demand})`,
    knows: part.knows,
    asksCaller: part.asksCaller,
    parts: [part],
    check: (visit) => after(ask(part, visit), judge),
  };

  function judge(outcome: Outcome): Outcome {
    const { kind, demand } = requirement;
    if (outcome === PASSED) {
      const branches: readonly Finding[] = [{ state: 'passed', kind: part.kind, demand: part.demand }];
      const found = `${part.demand} holds, and must not`;
      return { state: 'failed', kind, demand, found, cause: options.cause ?? 'policy-denied', near: 0.3, branches };
    }
    return isUndecided(outcome) ? { state: outcome.state, kind, demand, branches: [outcome], nearest: 0 } : PASSED;
  }
  return requirement;
}

/** Whether anything in a refusal was not judged on its merits: a fault, or a caller that nobody knows. */
function isUndecided(finding: Finding): boolean {
  if (finding.state === 'fault') return true;
  if (finding.branches === undefined || finding.branches.length === 0) return finding.near === 0;
  const settling = finding.kind === 'allOf' ? [finding.branches[finding.nearest ?? 0]!] : finding.branches;
  return settling.some((branch) => branch.state !== 'passed' && isUndecided(branch));
}
