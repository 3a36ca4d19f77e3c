export type { ForwardedBy, TrustedProxies } from './address/client.ts';
export {
  type Denied,
  type LoginOptions,
  type OnDenied,
  type OwnAnswer,
  redirectToLogin,
  safeReturn,
} from './answer/own.ts';
export { CAUSE_BASE, type Problem } from './answer/problem.ts';
export { GuardRefusal } from './answer/refusal.ts';
export type { Algorithm } from './authenticate/algorithms.ts';
export { type ApiKeyOptions, apiKey } from './authenticate/api-key.ts';
export { type BasicOptions, basic } from './authenticate/basic.ts';
export { type BearerOptions, bearer } from './authenticate/bearer.ts';
export type { Found } from './authenticate/callback.ts';
export type { CallerFields } from './authenticate/caller.ts';
export { type ClientCertificateOptions, clientCertificate } from './authenticate/client-certificate.ts';
export {
  type Introspected,
  type IntrospectionClient,
  type IntrospectionOptions,
  introspection,
} from './authenticate/introspection.ts';
export { type JwtCookieOptions, jwtCookie } from './authenticate/jwt-cookie.ts';
export { type SessionOptions, session } from './authenticate/session.ts';
export { type SignedInOptions, signedIn } from './authenticate/signed-in.ts';
export type { Cause } from './cause.ts';
export { type BadOption, GuardError } from './error.ts';
export { createGuard, type Guard, type GuardOptions } from './guard.ts';
export { memoryJournal } from './journal/memory.ts';
export type {
  Answer,
  Authenticator,
  Caller,
  CallerKind,
  Decision,
  Denial,
  Disclosure,
  Finding,
  Journal,
  Observer,
  Reader,
  Requirement,
} from './model.ts';
export { type Ability, type AbilityOptions, ability } from './requirements/ability.ts';
export { allOf } from './requirements/all-of.ts';
export { anyOf } from './requirements/any-of.ts';
export { authenticated } from './requirements/authenticated.ts';
export type { Load, OwnerOptions } from './requirements/belongs.ts';
export { type Csrf, type CsrfOptions, csrf } from './requirements/csrf.ts';
export { type FlagClient, type FlagOptions, flag } from './requirements/flag.ts';
export { hidden } from './requirements/hidden.ts';
export { allowIps, denyIps } from './requirements/ips.ts';
export { type NotOptions, not } from './requirements/not.ts';
export { owner } from './requirements/owner.ts';
export { permission } from './requirements/permission.ts';
export { type PlanOptions, plan } from './requirements/plan.ts';
export { type PredicateOptions, predicate, requestMeets, type Verdict } from './requirements/predicate.ts';
export { type Count, type RateLimitOptions, type RateStore, rateLimit } from './requirements/rate-limit.ts';
export { type Asked, type Refused, type RequirementOptions, requirement } from './requirements/requirement.ts';
export { type RoleOptions, role } from './requirements/role.ts';
export { scope } from './requirements/scope.ts';
export { shadow } from './requirements/shadow.ts';
export { type StepUpOptions, stepUp } from './requirements/step-up.ts';
export { tenant } from './requirements/tenant.ts';
export { type Sealer, sealWith } from './seal.ts';
export { type Secret, sameSecret } from './secret.ts';
export { callerOf, objectOf } from './visit.ts';
