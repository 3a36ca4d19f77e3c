import { after } from '../ask.ts';
import { namesOf } from '../authenticate/caller.ts';
import type { Cause } from '../cause.ts';
import { withCaller } from '../identify.ts';
import {
  type Caller,
  type ChallengeParameters,
  type Eventually,
  type Native,
  type Outcome,
  PASSED,
  type Requirement,
  type Tell,
} from '../model.ts';

/** Names that a caller holds: from the credential, or looked up for each request. */
export type Held = (caller: Caller, native: Native) => Eventually<Iterable<string>>;

/** What role, permission and scope have in common: names that the caller must hold. */
export interface Holding {
  readonly kind: string;
  readonly wants: readonly string[];
  readonly every: boolean;
  readonly cause: Cause;
  readonly near: number;
  readonly tell: Tell['from'];
  readonly challenge?: ChallengeParameters;
  readonly held: (caller: Caller) => ReadonlySet<string>;
  readonly from?: Held | undefined;
}

/** Demands that the caller holds all, or one, of some names. */
export function holds(what: Holding): Requirement<true> {
  const { kind, wants, every, cause, near, challenge } = what;
  const tells: readonly Tell[] = [{ name: kind, value: wants.length === 1 ? wants[0] : wants, from: what.tell }];
  const requirement: Requirement<true> = {
    kind,
    demand: `${kind} ${wants.join(every ? ' and ' : ' or ')}`,
    knows: true,
    asksCaller: true,
    check: (visit) =>
      withCaller(visit, requirement, (caller) => {
        if (what.from === undefined) return judge(what.held(caller));
        return after(what.from(caller, visit.native), (names) => judge(lookedUp(names)));
      }),
  };

  /** A look-up that answers nothing has found nothing out: neither that the caller holds a name, nor that it does not. */
  function lookedUp(names: unknown): ReadonlySet<string> {
    if (names === undefined || names === null) throw new TypeError(`the look-up of ${kind}s answered nothing`);
    return namesOf(`${kind}s`, names);
  }

  function judge(held: ReadonlySet<string>): Outcome {
    const missing = wants.filter((name) => !held.has(name));
    if (wants.length > 0 && (every ? missing.length === 0 : missing.length < wants.length)) return PASSED;
    const has = held.size === 0 ? 'none' : [...held].slice(0, 20).join(', ');
    const found = `has ${has}, wants ${missing.join(every ? ' and ' : ' or ')}`;
    const { demand } = requirement;
    const finding = { state: 'failed', kind, demand, found, cause, near, tells } as const;
    return challenge === undefined ? finding : { ...finding, challenge };
  }
  return requirement;
}
