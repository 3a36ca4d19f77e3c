import { expect, test } from 'vitest';
import { bearer, type CallerFields, not, type StepUpOptions, session, stepUp } from '../src/index.ts';
import { AUDIENCE, bearerOf, ISSUER, NOW, SECONDS, SECRET } from './contract/callers.ts';
import { serve } from './serve.ts';

const now = () => NOW;

/** What becomes of a caller whose login is known for so much. */
async function ask(requirement: ReturnType<typeof stepUp>, login: Partial<CallerFields>) {
  const authenticate = session({ cookie: 'sid', find: () => ({ subject: '7', ...login }) });
  const { status, denial } = await (await serve(requirement, { authenticate, now })).ask({ cookie: 'sid=x' });
  return [status, denial?.because];
}

const CLASSES = { acr: ['silver', 'gold'] };
const METHODS = { amr: ['pwd', 'mfa'] };
const FRESH = { maxAge: 300 };
const ALL = { acr: ['gold'], amr: ['mfa'], maxAge: 300 };
const whole = { acr: 'gold', amr: ['mfa'], authTime: SECONDS };

test.each<[StepUpOptions, Partial<CallerFields>, string | undefined]>([
  [CLASSES, { acr: 'silver' }, undefined],
  [CLASSES, { acr: 'gold' }, undefined],
  [CLASSES, { acr: 'bronze' }, 'has acr bronze, wants acr silver or gold'],
  [CLASSES, { amr: ['mfa'] }, 'has acr none, wants acr silver or gold'],
  [METHODS, { amr: ['x', 'mfa', 'pwd'] }, undefined],
  [METHODS, { amr: ['pwd'] }, 'has amr pwd, wants amr pwd and mfa'],
  [METHODS, { amr: ['mfa', 'otp'] }, 'has amr mfa otp, wants amr pwd and mfa'],
  [METHODS, { acr: 'gold' }, 'has amr none, wants amr pwd and mfa'],
  [FRESH, { authTime: SECONDS - 300 }, undefined],
  [FRESH, { authTime: SECONDS - 301 }, 'has a login 301 s old, wants a login of the last 300 s'],
  [FRESH, { authTime: SECONDS + 60 }, undefined],
  [FRESH, { authTime: SECONDS + 61 }, 'has a login -61 s old, wants a login of the last 300 s'],
  [FRESH, { acr: 'gold' }, 'has no time of login, wants a login of the last 300 s'],
  [{ maxAge: 0 }, { authTime: SECONDS }, undefined],
  [ALL, whole, undefined],
  [ALL, { ...whole, acr: 'x' }, 'has acr x, wants acr gold and amr mfa and a login of the last 300 s'],
  [ALL, { ...whole, amr: ['x'] }, 'has amr x, wants acr gold and amr mfa and a login of the last 300 s'],
  [
    ALL,
    { ...whole, authTime: 0 },
    `has a login ${SECONDS} s old, wants acr gold and amr mfa and a login of the last 300 s`,
  ],
])('of a login, %j asked of %j', async (given, login, found) => {
  const expected = found === undefined ? [200, undefined] : [403, `stepUp failed: ${found}`];
  expect(await ask(stepUp(given), login)).toEqual(expected);
});

test.each<[StepUpOptions, Partial<CallerFields>, number]>([
  [CLASSES, { acr: 'bronze' }, 200],
  [CLASSES, {}, 403],
  [METHODS, { amr: ['pwd'] }, 200],
  [METHODS, {}, 403],
  [FRESH, { authTime: SECONDS - 301 }, 200],
  [FRESH, {}, 403],
  // Of what is not told nothing is certain, whatever else is.
  [ALL, { ...whole, acr: 'bronze' }, 200],
  [ALL, { ...whole, acr: undefined }, 403],
  [ALL, { ...whole, acr: 'bronze', amr: [] }, 403],
  [ALL, { ...whole, acr: 'bronze', authTime: undefined }, 403],
  [CLASSES, { acr: 'gold' }, 403],
])('a weaker login than %j is certain of %j: %i', async (given, login, status) => {
  expect((await ask(not(stepUp(given)), login))[0]).toBe(status);
});

test.each<[StepUpOptions, string]>([
  [CLASSES, ', acr_values="silver gold"'],
  [METHODS, ''],
  [FRESH, ', max_age="300"'],
  [ALL, ', acr_values="gold", max_age="300"'],
])('asks for %j as RFC 9470 says', async (given, parameters) => {
  const authenticate = bearer({ issuer: ISSUER, audience: AUDIENCE, key: SECRET });
  const guarded = await serve(stepUp(given), { authenticate, now });
  const { status, headers, body } = await guarded.ask(bearerOf());
  const required = { stepUp: { acr: [], amr: [], ...given } };
  expect([status, JSON.parse(body).required, headers['www-authenticate']]).toEqual([
    401,
    required,
    `Bearer realm="api", error="insufficient_user_authentication"${parameters}`,
  ]);
});
