import { AbilityBuilder, createMongoAbility, subject } from '@casl/ability';
import type { RouteOptions } from '../../src/adapt.ts';
import {
  ability,
  allOf,
  allowIps,
  anyOf,
  authenticated,
  bearer,
  type Caller,
  createGuard,
  csrf,
  type Disclosure,
  denyIps,
  flag,
  type Guard,
  hidden,
  not,
  owner,
  permission,
  plan,
  predicate,
  type Requirement,
  rateLimit,
  requestMeets,
  role,
  scope,
  session,
  shadow,
  stepUp,
  tenant,
} from '../../src/index.ts';
import type { Native } from '../../src/model.ts';
import { AUDIENCE, ISSUER, NOW, SECRET } from './callers.ts';

/** A route of the application that every adapter serves. */
export interface ContractRoute {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly requirement: Requirement;
  readonly options: RouteOptions;
}

/** What an adapter must bring: the id at the end of a request's path, from the request as callbacks get it. */
export type IdOf = (native: Native) => string;

export const CSRF_KEY = 'a key for the CSRF tokens of the tests, 32 bytes or more';
export const DENIAL_ID = 'AAAAAAAAAAAAAAAA';

/** Posts by id. Post 9 is not there. */
const POSTS = new Map([
  ['1', { id: 1, ownerId: '7', tenantId: 'acme' }],
  ['2', { id: 2, ownerId: 9, tenantId: 'other' }],
  ['3', { id: 3, ownerId: '7', tenantId: 'acme', state: 'published' }],
]);

export function contractGuard(disclose: Disclosure): Guard {
  return createGuard({
    authenticate: [
      bearer({ issuer: ISSUER, audience: AUDIENCE, key: SECRET }),
      session({
        cookie: 'sid',
        find: (id) => (id === 'old' ? 'expired' : id === 's7' ? { subject: '7', session: id } : undefined),
      }),
    ],
    disclose,
    deadlineMs: 60,
    now: () => NOW,
    makeId: () => DENIAL_ID,
    onFault: () => undefined,
  });
}

function abilityOf(caller: Caller) {
  const { can, cannot, build } = new AbilityBuilder(createMongoAbility);
  can('update', 'Post', { ownerId: caller.subject });
  cannot('update', 'Post', { state: 'published' }).because('published posts are frozen');
  return build();
}

/** The routes, made anew for each guard, since rate limits count. */
export function contractRoutes(idOf: IdOf, nameOf: (native: Native) => string | undefined): readonly ContractRoute[] {
  const post = (native: Native) => POSTS.get(idOf(native));
  const get = (path: string, requirement: Requirement, options: RouteOptions = {}): ContractRoute => ({
    method: 'GET',
    path,
    requirement,
    options,
  });
  const protect = csrf({ keys: CSRF_KEY });
  return [
    get('/authenticated', authenticated()),
    get('/role', role('admin')),
    get('/permission', permission(['posts:read', 'posts:delete'])),
    get('/scope', scope('posts:read', 'posts:write')),
    get('/owner/:id', owner(post, { what: 'post' })),
    get('/tenant/:id', tenant(post, { what: 'post' })),
    get(
      '/ability/:id',
      ability('update', {
        of: abilityOf,
        subject: (native) => {
          const found = post(native);
          return found && subject('Post', { ...found, ownerId: String(found.ownerId) });
        },
      }),
    ),
    get(
      '/predicate',
      predicate('works on Fridays', (caller) => caller.subject === '7' || 'it is Thursday'),
    ),
    get(
      '/request',
      requestMeets('even ids', () => false, { cause: 'content-rejected', tell: 'an even id' }),
    ),
    get('/step-up', stepUp({ acr: ['gold'], amr: ['mfa'], maxAge: 300 })),
    { method: 'POST', path: '/csrf', requirement: protect, options: {} },
    get('/allow-ips', allowIps('127.0.0.0/8', '::1')),
    get('/allow-other-ips', allowIps('203.0.113.0/24')),
    get('/deny-ips', denyIps('127.0.0.1', '::1')),
    get('/rate-limit', rateLimit({ limit: 2, windowSeconds: 60, by: nameOf as () => string })),
    get('/flag', flag('new-editor', { on: (caller) => caller?.subject === '7' })),
    get('/plan', plan(['team', 'enterprise'])),
    get('/any-of/:id', anyOf(role('admin'), owner(post, { what: 'post' }))),
    get('/all-of', allOf(authenticated(), scope('posts:write'), allowIps('127.0.0.0/8', '::1'))),
    get('/not', not(role('banned'))),
    get('/hidden/:id', owner(post, { what: 'post' }), { hide: true }),
    get('/hidden-inside/:id', allOf(authenticated(), hidden(owner(post, { what: 'post' })))),
    get('/shadow', role('admin'), { shadow: true }),
    get('/shadow-part', allOf(authenticated(), shadow(scope('new:scope')))),
    get(
      '/throws',
      requestMeets('a broken check', () => throwIt()),
    ),
    get(
      '/rejects',
      requestMeets('a check that rejects', async () => throwIt()),
    ),
    get(
      '/hangs',
      requestMeets('a check that hangs', () => new Promise<boolean>(() => undefined)),
    ),
    get(
      '/truthy',
      requestMeets('a check that is merely truthy', () => 1 as unknown as boolean),
    ),
    get('/store-lost', rateLimit({ limit: 1, windowSeconds: 60, store: { hit: () => Promise.reject(LOST) } })),
  ];
}

const LOST = new Error('connection to the store at 10.0.0.5 was lost');

function throwIt(): never {
  throw new Error('the database password is wrong');
}

export const DISCLOSURES: readonly Disclosure[] = ['none', 'hint', 'full'];
