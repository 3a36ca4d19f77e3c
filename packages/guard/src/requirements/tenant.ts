import type { Requirement } from '../model.ts';
import { belongs, type Load, type OwnerOptions } from './owner.ts';

/** Demands that the object belongs to the caller's tenant: property `tenantId` of it by default. */
export function tenant(load: Load, options: OwnerOptions = {}): Requirement<true> {
  return belongs({
    kind: 'tenant',
    load,
    what: options.what ?? 'the object',
    property: options.property ?? 'tenantId',
    of: (caller) => caller.tenant,
    cause: 'not-owner',
  });
}
