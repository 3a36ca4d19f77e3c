import type { Finding } from '../model.ts';

const PHRASES: Readonly<Record<number, string>> = {
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  429: 'Too Many Requests',
  503: 'Service Unavailable',
};

/** The title of a problem: its cause's id in words, or the status's own phrase. No texts of causes stand here. */
export function titleOf(status: number, cause: Finding['cause'] | null): string {
  const phrase = PHRASES[status] ?? 'Refused';
  return cause === null || cause === undefined ? phrase : `${phrase}: ${cause.replaceAll('-', ' ')}`;
}
