import type { Answer, Authenticator, ChallengeParameters, Disclosure, Finding, Visit } from '../model.ts';
import { makePage, wantsPage } from './page.ts';
import { makeProblem, type Problem, type Verdict } from './problem.ts';

/** What an answer is made of. */
export interface AnswerParts {
  readonly denial: Verdict;
  readonly leaf: Finding;
  readonly disclose: Disclosure;
  readonly sealed: string | undefined;
  readonly realm: string;
  readonly authenticators: readonly Authenticator[];
  readonly visit: Visit;
}

/** The answer to a refused request: status, headers and body in the one form that was asked for. */
export function makeAnswer(parts: AnswerParts): Answer {
  const { denial, leaf, visit } = parts;
  const problem = makeProblem(parts);
  const page = wantsPage(visit.reader.header(visit.received, 'accept'));
  const body = page ? makePage(problem) : `${JSON.stringify(problem)}\n`;
  const headers: [string, string][] = [
    // First, as they stand where a handler answers later with `absent`.
    ...joined(visit.headers),
    ['content-type', page ? 'text/html; charset=utf-8' : 'application/problem+json'],
    ['content-length', String(Buffer.byteLength(body))],
    ['cache-control', 'no-store'],
    ['x-content-type-options', 'nosniff'],
    ['why403', mark(problem)],
  ];
  if (page) headers.push(['content-security-policy', "default-src 'none'; frame-ancestors 'none'"]);
  // What else differs between a hidden and an absent object would tell them apart.
  if (denial.hidden) return { status: denial.status, headers, body, problem };
  if (leaf.retryAfter !== undefined) headers.push(['retry-after', String(leaf.retryAfter)]);
  for (const line of challenges(parts)) headers.push(['www-authenticate', line]);
  return { status: denial.status, headers, body, problem };
}

/** Headers of which several requirements gave a part, such as the limits of `RateLimit`, as one list each (RFC 9110 §5.3). */
export function joined(headers: Visit['headers']): Visit['headers'] {
  if (headers.length < 3) return headers;
  const lines = new Map<string, string>();
  for (const [name, value] of headers) {
    const before = lines.get(name);
    lines.set(name, before === undefined ? value : `${before}, ${value}`);
  }
  return [...lines];
}

/** The mark that a program reads where there is no body (HEAD) or no JSON: a dictionary (RFC 9651 §3.2). */
function mark(problem: Problem): string {
  const cause = problem.cause === undefined ? '' : `cause="${problem.cause}", `;
  return `${cause}denial="${problem.denial}"`;
}

/**
 * A 401 has a challenge of each scheme (RFC 9110 §15.5.2); a 403 one only where another token would help, which the
 * bearer scheme can say (RFC 6750 §3.1). A fault and a rate limit have none.
 */
function challenges({ denial, leaf, disclose, realm, authenticators, visit }: AnswerParts): string[] {
  const parameters = permitted(leaf.challenge, disclose);
  if (denial.status !== 401 && (denial.status !== 403 || parameters.error === undefined)) return [];
  const sent = visit.reader.header(visit.received, 'authorization') !== undefined;
  return authenticators.flatMap((authenticator) => {
    const isBearer = authenticator.scheme === 'bearer';
    if (denial.status === 403 && !isBearer) return [];
    // RFC 6750 §3: a request without a token is told no error code.
    const told = isBearer && (sent || parameters.error !== 'invalid_token') ? parameters : {};
    return authenticator.challenge(realm, told) ?? [];
  });
}

/** Without disclosure a challenge still says that a token is no good, since clients refresh upon that, and no more. */
function permitted(parameters: ChallengeParameters | undefined, disclose: Disclosure): ChallengeParameters {
  if (parameters === undefined) return {};
  if (disclose !== 'none') return parameters;
  const { error } = parameters;
  return error === undefined || error === 'insufficient_scope' ? {} : { error };
}
