import type { Rule } from './model.ts';
import allowMissing from './rules/allow-missing.ts';
import bearerErrorStatus from './rules/bearer-error-status.ts';
import cacheableRefusal from './rules/cacheable-refusal.ts';
import challengeMissing from './rules/challenge-missing.ts';
import challengeUnreadable from './rules/challenge-unreadable.ts';
import corsHidesRefusal from './rules/cors-hides-refusal.ts';
import credentialsEchoed from './rules/credentials-echoed.ts';
import credentialsMissingAs403 from './rules/credentials-missing-as-403.ts';
import deniedAs401 from './rules/denied-as-401.ts';
import hiddenObjectShows from './rules/hidden-object-shows.ts';
import htmlToJsonClient from './rules/html-to-json-client.ts';
import loginRedirectForApi from './rules/login-redirect-for-api.ts';
import pathLeaked from './rules/path-leaked.ts';
import problemType from './rules/problem-type.ts';
import rateLimitAs403 from './rules/rate-limit-as-403.ts';
import reasonMissing from './rules/reason-missing.ts';
import refusalInSuccess from './rules/refusal-in-success.ts';
import retryAfterMissing from './rules/retry-after-missing.ts';
import scopeMissing from './rules/scope-missing.ts';
import stackTrace from './rules/stack-trace.ts';
import versionLeaked from './rules/version-leaked.ts';

/** Every rule, by id. A test holds that the folder and this list agree. */
export const RULES: readonly Rule[] = [
  allowMissing,
  bearerErrorStatus,
  cacheableRefusal,
  challengeMissing,
  challengeUnreadable,
  corsHidesRefusal,
  credentialsEchoed,
  credentialsMissingAs403,
  deniedAs401,
  hiddenObjectShows,
  htmlToJsonClient,
  loginRedirectForApi,
  pathLeaked,
  problemType,
  rateLimitAs403,
  reasonMissing,
  refusalInSuccess,
  retryAfterMissing,
  scopeMissing,
  stackTrace,
  versionLeaked,
];
