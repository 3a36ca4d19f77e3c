import type { Exchange } from './exchange.ts';

/** What a source does not show, or what was done otherwise than asked: the code is for programs, the text for people. */
export interface Gap {
  readonly code: GapCode;
  readonly text: string;
}

export type GapCode =
  /** Nothing of the request is known, but at most its URL. */
  | 'request'
  | 'request-headers'
  /** Whether cookies and `Authorization` were sent. */
  | 'request-credentials'
  | 'request-user-agent'
  | 'request-host'
  | 'request-scheme'
  | 'request-body'
  /** The body here is not the one that was sent. */
  | 'request-changed'
  /** No answer, or none that the source shows. */
  | 'response'
  /** The status is not told; it stands for the words of the answer. */
  | 'response-status'
  | 'response-headers'
  | 'response-body'
  | 'response-body-cut'
  /** A body in a coding or character set that cannot be undone here. */
  | 'response-body-unreadable'
  /** A proxy answered by itself: the request did not reach the host. */
  | 'proxy-answered'
  /** Another HTTP version than asked for, a redirect or a challenge that was not followed, credentials left out. */
  | 'sent-otherwise';

export const gap = (code: GapCode, text: string): Gap => ({ code, text });

/** How much of a request is known: what was not seen is not claimed to be absent. */
export type Known = 'whole' | 'partly' | 'none';

const PARTS: ReadonlySet<GapCode> = new Set<GapCode>([
  'request-headers',
  'request-credentials',
  'request-user-agent',
  'request-host',
  'request-body',
]);

export function knownOf({ gaps }: Exchange): Known {
  if (gaps.some(({ code }) => code === 'request')) return 'none';
  return gaps.some(({ code }) => PARTS.has(code)) ? 'partly' : 'whole';
}
