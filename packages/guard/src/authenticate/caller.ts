import { idText } from '../id-text.ts';
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
 * A whole caller from what is known of it: what an author's callback answered is read as strictly as what came with a
 * request, since what is not there as it should be would be taken for a certain no.
 * @throws {TypeError} where the subject is missing (an anonymous caller is no caller), or a field is of another type.
 */
export function makeCaller(scheme: string, fields: CallerFields): Caller {
  if (typeof fields.subject !== 'string' || fields.subject === '') throw new TypeError('the caller has no subject');
  const text = (name: 'issuer' | 'tenant' | 'plan' | 'acr' | 'session') => textOf(name, fields[name]);
  return {
    subject: fields.subject,
    scheme,
    issuer: text('issuer'),
    kind: kindOf(fields.kind) ?? (MACHINES.has(scheme) ? 'machine' : 'person'),
    scopes: namesOf('scopes', fields.scopes),
    roles: namesOf('roles', fields.roles),
    permissions: namesOf('permissions', fields.permissions),
    tenant: text('tenant'),
    plan: text('plan'),
    acr: text('acr'),
    amr: fields.amr === undefined || fields.amr === NO_METHODS ? NO_METHODS : [...namesOf('amr', fields.amr)],
    authTime: Number.isFinite(fields.authTime) ? fields.authTime : undefined,
    session: text('session'),
    claims: fields.claims ?? {},
  };
}

/** A text, or a number that a database keeps in its place. `null` is how databases say that there is nothing. */
function textOf(name: string, value: unknown): string | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value === 'string') return value;
  const said = idText(value);
  if (said === undefined) throw new TypeError(`the caller's ${name} is no text`);
  return said;
}

function kindOf(value: unknown): CallerKind | undefined {
  if (value === undefined || value === null) return undefined;
  if (value === 'person' || value === 'machine') return value;
  throw new TypeError("the caller's kind is neither person nor machine");
}

/**
 * Names as they were handed over: one text is one name, and not its letters.
 * @throws {TypeError} where they are no names. Nothing at all is no name, where `what` may be missing.
 */
export function namesOf(what: string, value: unknown): ReadonlySet<string> {
  if (value === undefined || value === null || value === NO_METHODS) return NONE;
  if (typeof value === 'string') return value === '' ? NONE : new Set([value]);
  if (typeof value === 'object' && Symbol.iterator in value) {
    const names = [...(value as Iterable<unknown>)];
    if (names.every((name) => typeof name === 'string')) return new Set(names);
  }
  throw new TypeError(`the caller's ${what} are no list of names`);
}

/** The claims of a token as fields of a caller: RFC 8693 §4.2 `scope`, RFC 9068 §2.2.3 `roles`, and their cousins. */
export function fieldsOfClaims(claims: Readonly<Record<string, unknown>>): CallerFields {
  const text = (name: string) => (typeof claims[name] === 'string' ? (claims[name] as string) : undefined);
  const scope = claims['scope'] ?? claims['scp'];
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
export function kindOfClaims(claims: Readonly<Record<string, unknown>>): CallerKind {
  const { sub, client_id: client, gty, idtyp } = claims;
  const isOwn = typeof client === 'string' && (sub === undefined || sub === client);
  // Okta, Entra ID and Auth0 have names of their own for the client, and the last two for the kind of token.
  const isNamed = [claims['cid'], claims['appid'], claims['azp']].some((one) => typeof one === 'string' && one === sub);
  const isSaid = gty === 'client-credentials' || idtyp === 'app' || /@clients$/.test(String(sub));
  return isOwn || isNamed || isSaid ? 'machine' : 'person';
}

function strings(value: unknown): readonly string[] {
  if (value === undefined) return NO_METHODS;
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((entry): entry is string => typeof entry === 'string') : [];
}
