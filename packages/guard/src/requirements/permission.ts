import type { Requirement } from '../model.ts';
import { checkOptions } from '../options.ts';
import { holds } from './holds.ts';
import { NAMES, ROLE_OPTIONS, type RoleOptions } from './role.ts';

/** Demands all of the permissions. */
export function permission(names: string | readonly string[], given: RoleOptions = {}): Requirement<true> {
  checkOptions('permission', NAMES, { names });
  checkOptions('permission', ROLE_OPTIONS, given);
  return holds({
    kind: 'permission',
    wants: [names].flat(),
    every: true,
    cause: 'role-missing',
    near: 0.4,
    tell: given.tell ?? 'full',
    held: (caller) => caller.permissions,
    from: given.from,
  });
}
