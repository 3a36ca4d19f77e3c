import type { Requirement } from '../model.ts';
import { holds } from './holds.ts';
import type { RoleOptions } from './role.ts';

/** Demands all of the permissions. */
export function permission(names: string | readonly string[], options: RoleOptions = {}): Requirement<true> {
  return holds({
    kind: 'permission',
    wants: [names].flat(),
    every: true,
    cause: 'role-missing',
    near: 0.4,
    tell: options.tell ?? 'full',
    held: (caller) => caller.permissions,
    from: options.from,
  });
}
