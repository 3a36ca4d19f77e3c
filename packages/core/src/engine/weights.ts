// Every number of the engine. Strength words, priors and the temperature were fitted on public refusals with a confirmed cause;
// `npm run score` shows how they stand.

import type { Silence } from '../model/case.ts';
import type { Weight } from '../model/cause.ts';
import type { CauseId } from '../model/cause-id.ts';
import type { Role } from '../model/evidence.ts';

/** How far a claim moves its cause, in bits (log2 of the likelihood ratio). */
export const BITS: Readonly<Record<Weight, number>> = { proves: 14, suggests: 6, hints: 2, doubts: -2, excludes: -10 };

/**
 * Bits of documented words whose product only these words show: between words that prove and words that suggest, as others may
 * have borrowed them.
 */
export const BORROWED = 10;

/** Each further general claim of one cause counts this share of the one before: words of one answer are not independent. */
export const ECHO = 0.4;

/**
 * Divides all bits before they become probabilities, so that the probability told is the share that is right. Below 1: of 479 cases
 * what would be told with 0.55 without it was right in three of four.
 */
export const TEMPERATURE = 0.47;

/** Share of all bits that counts where the answer's reason was not understood. */
export const UNREAD = 0.6;

/** Probability from which a verdict is `likely` (the contract's figure). */
export const LIKELY = 0.7;
/** A proven verdict must also leave no strong rival. */
export const PROVEN = 0.85;

type Table = Partial<Readonly<Record<CauseId, number>>>;

/** Shares of the causes among refusals told as 403, before anything is read. */
const USUAL: Readonly<Record<CauseId, number>> = {
  'credentials-missing': 7,
  'credentials-malformed': 2,
  'credentials-expired': 4,
  'credentials-invalid': 7,
  'scope-insufficient': 9,
  'role-missing': 12,
  'not-owner': 4,
  'policy-denied': 6,
  'step-up-required': 2,
  'feature-unavailable': 5,
  'csrf-missing': 3,
  'csrf-invalid': 3,
  'origin-rejected': 4,
  'host-rejected': 2,
  'content-rejected': 5,
  'method-refused': 2,
  'ip-refused': 7,
  'rate-limited': 4,
  'client-refused': 7,
  'proxy-refused': 2.5,
  'tls-required': 1.5,
  'file-permissions': 3,
  'directory-listing': 2.5,
  'server-rule': 5,
  'object-hidden': 4,
  'not-403': 1.5,
};

/** Factors by status: what other numbers are used to tell. */
const BY_STATUS: Readonly<Record<number, Table>> = {
  200: {
    'credentials-missing': 2,
    'credentials-invalid': 2,
    'not-403': 4,
    'file-permissions': 0.1,
    'directory-listing': 0.1,
    'csrf-missing': 0.5,
  },
  302: { 'credentials-missing': 12, 'credentials-expired': 4, 'not-403': 4 },
  400: {
    'csrf-missing': 2,
    'csrf-invalid': 2,
    'host-rejected': 2,
    'credentials-malformed': 3,
    'not-403': 6,
    'file-permissions': 0.1,
    'directory-listing': 0.1,
    'server-rule': 0.3,
  },
  401: {
    'credentials-missing': 6,
    'credentials-invalid': 6,
    'credentials-expired': 4,
    'credentials-malformed': 5,
    'step-up-required': 3,
    'role-missing': 0.4,
    'file-permissions': 0.05,
    'directory-listing': 0.02,
    'server-rule': 0.1,
    'ip-refused': 0.7,
    'content-rejected': 0.1,
    'client-refused': 0.2,
    'object-hidden': 0.2,
    'csrf-missing': 0.4,
    'csrf-invalid': 0.4,
  },
  402: { 'feature-unavailable': 30 },
  404: {
    'not-403': 30,
    'object-hidden': 12,
    'not-owner': 2,
    'server-rule': 1.5,
    'credentials-invalid': 0.5,
    'content-rejected': 0.2,
    'rate-limited': 0.1,
    'client-refused': 0.3,
  },
  405: { 'method-refused': 60, 'not-403': 3 },
  406: { 'content-rejected': 8, 'client-refused': 3, 'not-403': 6 },
  407: { 'proxy-refused': 40, 'credentials-missing': 0.5 },
  409: { 'not-403': 10 },
  410: { 'not-403': 20 },
  412: { 'csrf-missing': 6, 'not-403': 8 },
  419: { 'csrf-invalid': 40, 'csrf-missing': 25 },
  421: { 'host-rejected': 40 },
  422: { 'csrf-invalid': 6, 'csrf-missing': 4, 'not-403': 12 },
  423: { 'policy-denied': 4, 'not-403': 4 },
  426: { 'tls-required': 30, 'not-403': 4 },
  429: { 'rate-limited': 150, 'client-refused': 3 },
  431: { 'content-rejected': 6, 'not-403': 10 },
  444: { 'client-refused': 4, 'server-rule': 3 },
  451: { 'policy-denied': 12, 'ip-refused': 12, 'not-403': 3 },
  495: { 'tls-required': 40 },
  496: { 'tls-required': 60 },
  503: { 'rate-limited': 8, 'client-refused': 4, 'not-403': 40 },
};
const SERVER_ERROR: Table = { 'not-403': 150 };

/** Factors by what the product that answered does on the way. */
const BY_ROLE: Readonly<Partial<Record<Role, Table>>> = {
  cdn: {
    'client-refused': 4,
    'ip-refused': 2.5,
    'content-rejected': 2,
    'rate-limited': 1.5,
    'file-permissions': 0.1,
    'directory-listing': 0.1,
    'csrf-missing': 0.3,
    'csrf-invalid': 0.3,
    'proxy-refused': 0.3,
  },
  waf: {
    'content-rejected': 6,
    'client-refused': 4,
    'ip-refused': 2.5,
    'rate-limited': 1.5,
    'file-permissions': 0.05,
    'directory-listing': 0.05,
    'role-missing': 0.2,
    'scope-insufficient': 0.2,
  },
  'forward-proxy': { 'proxy-refused': 40, 'file-permissions': 0.05, 'directory-listing': 0.05 },
  mesh: {
    'proxy-refused': 3,
    'role-missing': 2,
    'credentials-missing': 2,
    'file-permissions': 0.05,
    'directory-listing': 0.05,
  },
  gateway: {
    'credentials-missing': 1.5,
    'credentials-invalid': 1.5,
    'ip-refused': 1.5,
    'object-hidden': 1.5,
    'file-permissions': 0.1,
    'directory-listing': 0.1,
  },
  'web-server': {
    'server-rule': 3,
    'file-permissions': 4,
    'directory-listing': 4,
    'ip-refused': 1.5,
    'scope-insufficient': 0.4,
    'feature-unavailable': 0.4,
  },
  framework: {
    'csrf-missing': 2,
    'csrf-invalid': 2,
    'file-permissions': 0.2,
    'directory-listing': 0.1,
    'not-owner': 1.5,
  },
  cms: { 'role-missing': 1.5, 'csrf-invalid': 2, 'content-rejected': 1.5 },
  'dev-server': { 'host-rejected': 4, 'origin-rejected': 2, 'server-rule': 2 },
  storage: {
    'object-hidden': 3,
    'credentials-expired': 2,
    'policy-denied': 1.5,
    'file-permissions': 0.05,
    'directory-listing': 0.2,
    'csrf-missing': 0.05,
    'csrf-invalid': 0.05,
    'client-refused': 0.3,
  },
  api: {
    'scope-insufficient': 1.6,
    'feature-unavailable': 1.4,
    'file-permissions': 0.03,
    'directory-listing': 0.03,
    'csrf-missing': 0.1,
    'csrf-invalid': 0.1,
    'server-rule': 0.3,
    'host-rejected': 0.3,
  },
  identity: {
    'credentials-invalid': 2,
    'policy-denied': 2,
    'step-up-required': 2,
    'file-permissions': 0.02,
    'directory-listing': 0.02,
  },
  'source-host': { 'scope-insufficient': 2, 'object-hidden': 2, 'file-permissions': 0.03, 'directory-listing': 0.03 },
  registry: {
    'role-missing': 1.5,
    'credentials-missing': 1.5,
    'object-hidden': 1.5,
    'file-permissions': 0.05,
    'directory-listing': 0.05,
  },
  platform: { 'feature-unavailable': 1.5, 'ip-refused': 1.5, 'file-permissions': 0.3, 'directory-listing': 0.5 },
  database: {
    'role-missing': 2,
    'csrf-missing': 0.05,
    'csrf-invalid': 0.05,
    'file-permissions': 0.1,
    'directory-listing': 0.02,
  },
  app: { 'role-missing': 1.3, 'csrf-missing': 1.5, 'file-permissions': 0.3, 'directory-listing': 0.2 },
};

// Who refuses without a reason: servers and filters do, APIs that know what they lack mostly say so.
const MUTE: Table = {
  'file-permissions': 3,
  'directory-listing': 2.8,
  'server-rule': 2,
  'ip-refused': 1.1,
  'client-refused': 1.2,
  'content-rejected': 1.15,
  'method-refused': 1.2,
  'origin-rejected': 1.4,
  'role-missing': 0.45,
  'scope-insufficient': 0.2,
  'credentials-missing': 0.6,
  'credentials-invalid': 0.45,
  'credentials-expired': 0.75,
  'credentials-malformed': 0.5,
  'policy-denied': 0.25,
  'feature-unavailable': 0.15,
  'not-owner': 0.45,
  'step-up-required': 0.15,
  'csrf-missing': 0.85,
  'csrf-invalid': 0.9,
  'host-rejected': 0.85,
  'rate-limited': 0.4,
  'proxy-refused': 0.7,
  'tls-required': 0.6,
};
const BY_SILENCE: Readonly<Record<Silence, Table>> = {
  none: MUTE,
  // programs read an API, so it says less in words and more by its status
  api: {
    'file-permissions': 0.15,
    'directory-listing': 0.1,
    'server-rule': 0.6,
    'content-rejected': 0.85,
    'client-refused': 1.05,
    'origin-rejected': 0.7,
    'csrf-missing': 0.6,
    'csrf-invalid': 0.6,
    'role-missing': 0.75,
    'scope-insufficient': 0.85,
    'credentials-invalid': 0.8,
    'credentials-expired': 1.3,
    'credentials-malformed': 1.6,
    'policy-denied': 0.7,
    'feature-unavailable': 0.45,
    'not-owner': 0.6,
    'step-up-required': 0.2,
    'rate-limited': 1.5,
    'ip-refused': 0.88,
    'proxy-refused': 0.4,
    'tls-required': 0.6,
    'host-rejected': 0.5,
    'not-403': 0.6,
  },
  page: { ...MUTE, 'ip-refused': 1.7, 'role-missing': 0.35 },
  line: {
    ...MUTE,
    'file-permissions': 0.8,
    'directory-listing': 1,
    'server-rule': 1.2,
    'ip-refused': 1.4,
    'client-refused': 0.9,
    'role-missing': 0.65,
    'credentials-missing': 0.95,
    'credentials-invalid': 0.45,
    'credentials-malformed': 0.6,
    'scope-insufficient': 0.4,
    'method-refused': 1.5,
  },
  object: {
    'file-permissions': 0.1,
    'directory-listing': 0.05,
    'server-rule': 0.4,
    'ip-refused': 0.7,
    'client-refused': 0.8,
    'content-rejected': 0.6,
    'role-missing': 0.9,
    'scope-insufficient': 1.1,
    'credentials-missing': 1,
    'credentials-invalid': 1.05,
    'credentials-expired': 1.5,
    'object-hidden': 1.2,
    'policy-denied': 0.95,
    'feature-unavailable': 1.2,
    'step-up-required': 0.4,
    'rate-limited': 0.6,
    'proxy-refused': 0.5,
  },
};

/**
 * Prior share of each cause, not normalised: shares × status × the roles of the products that show themselves × how an answer
 * without a reason is made.
 */
export function priorOf(cause: CauseId, status: number, present: readonly Role[], silent?: Silence): number {
  const byStatus =
    BY_STATUS[status] ??
    (status >= 500
      ? SERVER_ERROR
      : status >= 300 && status < 400
        ? BY_STATUS[302]
        : status < 300
          ? BY_STATUS[200]
          : undefined);
  let prior = USUAL[cause] * (byStatus?.[cause] ?? 1);
  if (silent) prior *= BY_SILENCE[silent][cause] ?? 1;
  for (const role of new Set(present)) prior *= BY_ROLE[role]?.[cause] ?? 1;
  return prior;
}
