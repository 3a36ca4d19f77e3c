import { idText } from '../id-text.ts';
import type { Caller, Loads, Requirement, Settings } from '../model.ts';
import { callback, checkOptions, options } from '../options.ts';
import { belongs, type Load, type Loadable, OWNER_OPTIONS, type OwnerOptions } from './belongs.ts';

/**
 * Demands that the object belongs to the caller. An object that is not there is answered with 404, and what was
 * loaded is handed to the handler, so that it is not loaded twice.
 */
export function owner<T extends Loadable>(load: Load<T>, given: OwnerOptions = {}): Requirement<true> & Loads<T> {
  checkOptions('owner', LOAD, { load });
  checkOptions('owner', OWNER_OPTIONS, given);
  const { of } = given;
  return belongs({
    kind: 'owner',
    load,
    what: given.what ?? 'the object',
    property: given.property ?? 'ownerId',
    of: of === undefined ? ownId : (caller) => mapped(of(caller)),
    cause: 'not-owner',
  });
}

export const LOAD = options({ load: callback });

export function mapped(id: unknown): { readonly id: string } | { readonly unlike: string } {
  const own = idText(id);
  return own === undefined ? { unlike: 'the caller is of none' } : { id: own };
}

function ownId({ subject, issuer, kind }: Caller, { owners }: Settings) {
  // Names of this server's own (sessions, passwords) are taken for those of an issuer that comes first, never the reverse.
  if (issuer !== undefined && issuer !== owners.issuer) return { unlike: `the caller is ${subject} of ${issuer}` };
  return kind === owners.kind ? { id: subject } : { unlike: `the caller is the ${kind} ${subject}` };
}
