import type { CauseId } from '@why403/core';

/**
 * The ids that a refusal may carry. They are core's own; the import is of the type alone, so that neither the bundle
 * nor the published declarations need core. `test/bundle.test.ts` holds that none is missing.
 */
export const CAUSES = [
  'credentials-missing',
  'credentials-malformed',
  'credentials-expired',
  'credentials-invalid',
  'scope-insufficient',
  'role-missing',
  'not-owner',
  'policy-denied',
  'step-up-required',
  'feature-unavailable',
  'csrf-missing',
  'csrf-invalid',
  'origin-rejected',
  'host-rejected',
  'content-rejected',
  'method-refused',
  'ip-refused',
  'rate-limited',
  'client-refused',
  'proxy-refused',
  'tls-required',
  'file-permissions',
  'directory-listing',
  'server-rule',
  'object-hidden',
  'not-403',
] as const satisfies readonly CauseId[];

/** The id of a cause, as why403 spells it. */
export type Cause = (typeof CAUSES)[number];
