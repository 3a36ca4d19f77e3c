import { after, ask } from '../ask.ts';
import { PASSED, type Requirement } from '../model.ts';

/** Lets every request pass and only reports what the part would have refused: how a new requirement is tried out. */
export function shadow(part: Requirement): Requirement<false> {
  return {
    kind: 'shadow',
    demand: `shadow: ${part.demand}`,
    knows: false,
    asksCaller: part.asksCaller,
    parts: [part],
    check: (visit) =>
      after(ask(part, visit), (outcome) => {
        if (outcome !== PASSED) visit.shadows.push(outcome);
        return PASSED;
      }),
  };
}
