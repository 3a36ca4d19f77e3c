import { duration, waitTold } from '../model/case.ts';
import type { Case, Cause, Claim } from '../model/cause.ts';
import { type ShellLine, sh } from '../model/shell.ts';

const cause: Cause = {
  id: 'rate-limited',
  group: 'network',
  title: 'too many requests',
  explain:
    'A request limit, burst quota or abuse limit is used up for this address, key or account. The right answer is 429 with Retry-After; some services say 403, some block for hours. It passes again by itself.',
  who: ['caller', 'api-owner'],
  signs: {
    for: [
      'Retry-After, or rate-limit headers with nothing remaining',
      'the answer speaks of rate, quota, throttling or waiting',
      'the same request passes after a wait',
    ],
    against: ['the first request of the day is refused alike', 'rate-limit headers with much remaining'],
  },
  settledBy: 'the same request passes after the wait that the server asks for',
  statuses: [429, 503],
  rivals: ['client-refused', 'ip-refused', 'feature-unavailable'],
  turnedBy: {
    time: 'hints',
    path: 'hints',
    // limits are counted by key as often as by address
    'credential-other': 'hints',
  },
  answers: { 'other-network': 0.5, colleague: 0.6, 'worked-before': 0.92, 'in-browser': 0.4 },
  guide: { address: 'explained' },
  references: [
    { title: 'RFC 6585, section 4: 429 Too Many Requests', url: 'https://www.rfc-editor.org/rfc/rfc6585#section-4' },
    { title: 'RFC 9110, section 10.2.3: Retry-After', url: 'https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3' },
  ],
  summary(c) {
    const wait = c.evidence.first('rate-limit')?.fact.retryAfter;
    return wait !== undefined
      ? `too many requests; the server asks to wait ${duration(wait)}`
      : 'too many requests from this address, key or account';
  },
  judge(c) {
    const claims: Omit<Claim, 'cause' | 'by'>[] = [];
    const limits = c.evidence.first('rate-limit');
    if (limits) {
      const { remaining, retryAfter } = limits.fact;
      const told = waitTold(limits.fact);
      if (remaining === 0)
        claims.push({
          weight: told === undefined ? 'suggests' : 'proves',
          says:
            told === undefined
              ? 'nothing remains of the limit'
              : 'nothing remains of the limit, and the server says when to come back',
          at: limits.at,
        });
      else if (remaining !== undefined && remaining > 0 && c.status !== 429)
        claims.push({ weight: 'doubts', says: `${remaining} requests remain`, at: limits.at });
      if (retryAfter !== undefined && c.status !== 503)
        claims.push({ weight: 'suggests', says: 'the server says when to come back', at: limits.at });
      else if (retryAfter !== undefined)
        claims.push({ weight: 'hints', says: 'the server says when to come back', at: limits.at });
    }
    // RFC 6585 §4 gives 429 one meaning only
    if (c.status === 429)
      claims.push({ weight: 'proves', says: '429 Too Many Requests', at: [{ part: 'response', in: 'status' }] });
    return claims;
  },
  fixes(c) {
    const wait = waitTold(c.evidence.first('rate-limit')?.fact) ?? toldWait(c);
    return [
      {
        who: 'caller',
        text:
          wait !== undefined
            ? `wait ${duration(wait)}, then send it again; spread requests out and obey Retry-After`
            : 'wait, then send it again; spread requests out, cache answers, obey Retry-After and the rate-limit headers',
        ...(wait !== undefined && wait > 0 && wait <= LONGEST && { commands: sleeps(Math.ceil(wait) + 1) }),
      },
      { who: 'api-owner', text: 'answer 429 with Retry-After, so that clients wait by themselves' },
    ];
  },
};

/** Seconds of a wait that is worth a line of shell. */
const LONGEST = 300;
/** Seconds of one `sleep`: several short ones do not run into the time limit of whatever runs them. */
const STEP = 50;
const UNITS: Readonly<Record<string, number>> = { second: 1, sec: 1, minute: 60, min: 60, hour: 3600 };

/** The wait in seconds that the answer names in words ("retry in 1 minute"). */
function toldWait(c: Case): number | undefined {
  for (const { fact } of c.evidence.all('message')) {
    const told =
      /\b(?:retry|try again|wait|available)(?: \w{1,12}){0,4}? (\d{1,5}|an?) (second|sec|minute|min|hour)s?\b/i.exec(
        fact.text,
      );
    if (!told) continue;
    const unit = UNITS[told[2]!.toLowerCase()] ?? 1;
    // "1 minute" is what libraries make of up to 90 seconds
    return ((/\d/.test(told[1]!) ? Number(told[1]) : 1) + (unit > 1 ? 0.5 : 0)) * unit;
  }
  return undefined;
}

function sleeps(seconds: number): readonly ShellLine[] {
  return Array.from({ length: Math.ceil(seconds / STEP) }, (_, i) => sh`sleep ${Math.min(STEP, seconds - i * STEP)}`);
}

export default cause;
