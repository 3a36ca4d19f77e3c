// What structure shows, whatever the words: each fact is a feature, and a sentence for the report.
import { browserWrite, credentialsOf, csrfTokens, formSent, waitTold } from '../model/case.ts';
import type { Case } from '../model/cause.ts';
import type { Span } from '../model/exchange.ts';

/** A fact as a feature names it, in a sentence, and where it stands. */
export interface Fact {
  readonly id: string;
  readonly says: string;
  readonly at: readonly Span[];
}

export function factsOf(c: Case): readonly Fact[] {
  return [...ofAnswer(c), ...ofCredentials(c), ...ofRequest(c)];
}

function ofAnswer(c: Case): readonly Fact[] {
  const facts: Fact[] = [];
  for (const { fact, at } of c.evidence.all('challenge')) {
    const who = fact.proxy ? 'proxy' : 'server';
    const error = fact.params['error'];
    facts.push({ id: `challenge ${who}`, says: `the ${who} asks for credentials: ${fact.scheme}`, at });
    if (error && /^[a-z_]{3,40}$/.test(error))
      facts.push({ id: `challenge error ${error}`, says: `the challenge names the error ${error}`, at });
    for (const name of ['scope', 'acr_values', 'max_age'])
      if (fact.params[name]) facts.push({ id: `challenge ${name}`, says: `the challenge names ${name}`, at });
  }
  const limit = c.evidence.first('rate-limit');
  if (limit?.fact.remaining === 0)
    facts.push({ id: 'limit used up', says: 'nothing remains of the limit', at: limit.at });
  else if (limit?.fact.remaining) facts.push({ id: 'limit left', says: 'requests remain of the limit', at: limit.at });
  if (limit && waitTold(limit.fact) !== undefined)
    facts.push({ id: 'wait told', says: 'the server says when to come back', at: limit.at });
  const login = c.evidence.first('login');
  if (login) facts.push({ id: `login ${login.fact.how}`, says: 'the answer leads to a login', at: login.at });
  const page = c.evidence.first('challenge-page');
  if (page) facts.push({ id: 'challenge page', says: 'the page asks a browser to prove itself', at: page.at });
  const allow = c.evidence.first('allow');
  if (allow && c.method !== 'request')
    facts.push(
      allow.fact.methods.includes(c.method)
        ? { id: 'method in allow', says: `Allow names ${c.method}`, at: allow.at }
        : { id: 'method not in allow', says: `Allow does not name ${c.method}`, at: allow.at },
    );
  if (c.evidence.first('cors')?.fact.blocked)
    facts.push({
      id: 'cors blocked',
      says: 'the CORS headers leave this origin out',
      at: c.evidence.first('cors')!.at,
    });
  const inside = c.evidence.first('inside');
  if (inside) facts.push({ id: 'inside', says: 'the status is no refusal, but the answer is one', at: inside.at });
  return facts;
}

function ofCredentials(c: Case): readonly Fact[] {
  const facts: Fact[] = [];
  for (const { fact, at } of credentialsOf(c))
    for (const problem of fact.problems)
      facts.push({
        id: `credential ${problem}`,
        says: `the form of the credential: ${problem.replaceAll('-', ' ')}`,
        at,
      });
  for (const { fact, at } of c.evidence.all('jwt')) {
    if (fact.expiredBy !== undefined) facts.push({ id: 'token expired', says: 'the token has expired', at });
    else if (fact.now !== undefined) facts.push({ id: 'token not expired', says: 'the token has not expired', at });
    if (fact.notBeforeBy !== undefined) facts.push({ id: 'token not yet', says: 'the token is not valid yet', at });
  }
  for (const { fact, at } of c.evidence.all('signature')) {
    if (fact.expiredBy !== undefined) facts.push({ id: 'signature expired', says: 'the signature has expired', at });
    if (Math.abs(fact.skew ?? 0) > MOST_SKEW)
      facts.push({ id: 'clock skew', says: 'the times of request and answer are far apart', at });
  }
  return facts;
}

/** Seconds that the clocks of a request and its answer may differ. */
export const MOST_SKEW = 300;

function ofRequest(c: Case): readonly Fact[] {
  const facts: Fact[] = [];
  const method: readonly Span[] = [{ part: 'request', in: 'method' }];
  const origin = c.evidence.first('origin');
  if (origin)
    facts.push({
      id: `origin ${origin.fact.cross ? 'cross' : 'same'}`,
      says: `the request comes from ${origin.fact.cross ? 'another' : 'the same'} site`,
      at: origin.at,
    });
  const token = csrfTokens(c)[0];
  if (token) facts.push({ id: 'form token sent', says: 'a CSRF token was sent', at: token.at });
  else if (c.headersKnown && browserWrite(c) && c.method !== 'request')
    facts.push({
      id: formSent(c) ? 'form without token' : 'write without token',
      says: 'no CSRF token was sent',
      at: method,
    });
  return facts;
}
