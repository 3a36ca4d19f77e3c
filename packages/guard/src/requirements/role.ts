import type { Requirement } from '../model.ts';
import { callback, checkOptions, maybe, oneOf, options, textOrTexts } from '../options.ts';
import { type Held, holds } from './holds.ts';

export interface RoleOptions {
  /** Looks the roles up for each request, in place of the credential's own. */
  readonly from?: Held;
  /** From which disclosure on the caller is told the role. `full` by default: names of roles map an organisation. */
  readonly tell?: 'hint' | 'full';
}

export const NAMES = options({ names: textOrTexts });
export const ROLE_OPTIONS = options({ from: maybe(callback), tell: maybe(oneOf('hint', 'full')) });

/** Demands one of the roles. */
export function role(names: string | readonly string[], given: RoleOptions = {}): Requirement<true> {
  checkOptions('role', NAMES, { names });
  checkOptions('role', ROLE_OPTIONS, given);
  return holds({
    kind: 'role',
    wants: [names].flat(),
    every: false,
    cause: 'role-missing',
    near: 0.4,
    tell: given.tell ?? 'full',
    held: (caller) => caller.roles,
    from: given.from,
  });
}
