import type { Requirement } from '../model.ts';
import { type Held, holds } from './holds.ts';

export interface RoleOptions {
  /** Looks the roles up for each request, in place of the credential's own. */
  readonly from?: Held;
  /** From which disclosure on the caller is told the role. `full` by default: names of roles map an organisation. */
  readonly tell?: 'hint' | 'full';
}

/** Demands one of the roles. */
export function role(names: string | readonly string[], options: RoleOptions = {}): Requirement<true> {
  return holds({
    kind: 'role',
    wants: [names].flat(),
    every: false,
    cause: 'role-missing',
    near: 0.4,
    tell: options.tell ?? 'full',
    held: (caller) => caller.roles,
    from: options.from,
  });
}
