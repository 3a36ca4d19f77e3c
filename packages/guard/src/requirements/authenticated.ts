import { withCaller } from '../identify.ts';
import { PASSED, type Requirement } from '../model.ts';
import { checkNoParts } from '../options.ts';

/** Demands that the caller is known, whoever it is. */
export function authenticated(...parts: readonly []): Requirement<true> {
  checkNoParts('authenticated', parts);
  const requirement: Requirement<true> = {
    kind: 'authenticated',
    demand: 'a known caller',
    knows: true,
    asksCaller: true,
    check: (visit) => withCaller(visit, requirement, () => PASSED),
  };
  return requirement;
}
