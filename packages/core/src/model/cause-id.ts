/** The one cause that is none: access was not refused. It is the only one that the engine knows, and its own group. */
export const NO_REFUSAL = 'not-403';

/** The public, stable ids of the causes of a refused request, by group. */
export const CAUSE_GROUPS = {
  authentication: ['credentials-missing', 'credentials-malformed', 'credentials-expired', 'credentials-invalid'],
  authorization: [
    'scope-insufficient',
    'role-missing',
    'not-owner',
    'policy-denied',
    'step-up-required',
    'feature-unavailable',
  ],
  request: ['csrf-missing', 'csrf-invalid', 'origin-rejected', 'host-rejected', 'content-rejected', 'method-refused'],
  network: ['ip-refused', 'rate-limited', 'client-refused', 'proxy-refused', 'tls-required'],
  server: ['file-permissions', 'directory-listing', 'server-rule', 'object-hidden'],
  [NO_REFUSAL]: [NO_REFUSAL],
} as const;

export type CauseGroup = keyof typeof CAUSE_GROUPS;
export type CauseId = (typeof CAUSE_GROUPS)[CauseGroup][number];

/** Who can mend a refusal. */
export type Who = 'caller' | 'api-owner' | 'server-admin' | 'network';

export const CAUSE_IDS: readonly CauseId[] = Object.values(CAUSE_GROUPS).flat();
