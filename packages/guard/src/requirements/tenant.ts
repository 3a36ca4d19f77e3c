import type { Caller, Loads, Requirement, Settings } from '../model.ts';
import { checkOptions } from '../options.ts';
import { belongs, type Load, type Loadable, OWNER_OPTIONS, type OwnerOptions } from './belongs.ts';
import { LOAD, mapped } from './owner.ts';

/** Demands that the object belongs to the caller's tenant: property `tenantId` of it by default. */
export function tenant<T extends Loadable>(load: Load<T>, given: OwnerOptions = {}): Requirement<true> & Loads<T> {
  checkOptions('tenant', LOAD, { load });
  checkOptions('tenant', OWNER_OPTIONS, given);
  const { of } = given;
  return belongs({
    kind: 'tenant',
    load,
    what: given.what ?? 'the object',
    property: given.property ?? 'tenantId',
    of: of === undefined ? ownTenant : (caller) => mapped(of(caller)),
    cause: 'not-owner',
  });
}

function ownTenant({ tenant: own, issuer }: Caller, { owners }: Settings) {
  if (issuer !== undefined && issuer !== owners.issuer) return { unlike: `the caller is of ${issuer}` };
  return mapped(own);
}
