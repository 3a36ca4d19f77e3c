import type { Caller, CallerKind } from '../model.ts';

/** What a callback tells of a caller. Only the subject is needed. */
export interface CallerFields {
  readonly subject: string;
  /** Who gave the subject its name; by default nobody but this server, for tokens their issuer. */
  readonly issuer?: string | undefined;
  /** By default a person, and a machine where an API key, a client certificate or a client's own token proves it. */
  readonly kind?: CallerKind | undefined;
  readonly scopes?: Iterable<string>;
  readonly roles?: Iterable<string>;
  readonly permissions?: Iterable<string>;
  readonly tenant?: string | undefined;
  readonly plan?: string | undefined;
  readonly acr?: string | undefined;
  readonly amr?: readonly string[];
  readonly authTime?: number | undefined;
  readonly session?: string | undefined;
  readonly claims?: Readonly<Record<string, unknown>>;
}

const NONE: ReadonlySet<string> = new Set();
const NO_METHODS: readonly string[] = [];

const MACHINES: ReadonlySet<string> = new Set(['api-key', 'client-certificate']);

/**
 * A whole caller from what is known of it.
 * @throws {TypeError} where the subject is missing: an anonymous caller is no caller.
 */
export function makeCaller(scheme: string, fields: CallerFields): Caller {
  if (typeof fields.subject !== 'string' || fields.subject === '') throw new TypeError('the caller has no subject');
  const names = (value: Iterable<string> | undefined) =>
    value === undefined || value === NO_METHODS ? NONE : new Set(typeof value === 'string' ? [value] : value);
  return {
    subject: fields.subject,
    scheme,
    issuer: fields.issuer,
    kind: fields.kind ?? (MACHINES.has(scheme) ? 'machine' : 'person'),
    scopes: names(fields.scopes),
    roles: names(fields.roles),
    permissions: names(fields.permissions),
    tenant: fields.tenant,
    plan: fields.plan,
    acr: fields.acr,
    amr: fields.amr ?? NO_METHODS,
    authTime: fields.authTime,
    session: fields.session,
    claims: fields.claims ?? {},
  };
}

/** The claims of a token as fields of a caller: RFC 8693 §4.2 `scope`, RFC 9068 §2.2.3 `roles`, and their cousins. */
export function fieldsOfClaims(claims: Readonly<Record<string, unknown>>): CallerFields {
  const text = (name: string) => (typeof claims[name] === 'string' ? (claims[name] as string) : undefined);
  const scope = text('scope') ?? claims['scp'];
  return {
    subject: text('sub') ?? text('client_id') ?? '',
    kind: kindOfClaims(claims),
    scopes: typeof scope === 'string' ? scope.split(' ').filter((name) => name !== '') : strings(scope),
    roles: strings(claims['roles'] ?? claims['role']),
    permissions: strings(claims['permissions']),
    tenant: text('tenant') ?? text('tid') ?? text('org_id'),
    plan: text('plan'),
    acr: text('acr'),
    amr: strings(claims['amr']),
    authTime: typeof claims['auth_time'] === 'number' ? claims['auth_time'] : undefined,
    session: text('sid'),
    claims,
  };
}

/** A token that a client got for itself (RFC 6749 §4.4): its subject is the client (RFC 9068 §2.2). */
export function kindOfClaims({ sub, client_id: client, gty }: Readonly<Record<string, unknown>>): CallerKind {
  const isOwn = typeof client === 'string' && (sub === undefined || sub === client);
  return isOwn || gty === 'client-credentials' ? 'machine' : 'person';
}

function strings(value: unknown): readonly string[] {
  if (value === undefined) return NO_METHODS;
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((entry): entry is string => typeof entry === 'string') : [];
}
