// What several causes ask of a case. Facts only; what they mean is each cause's own.
import type { Case } from './cause.ts';
import type { Evidence, Role } from './evidence.ts';
import type { Span } from './exchange.ts';

/** What identifies the caller, cookies included. */
export function credentialsOf(c: Case): readonly Evidence<'credential'>[] {
  return c.evidence.all('credential');
}

/** Whether the request is shown whole and carries nothing that identifies the caller. */
export function nothingSent(c: Case): boolean {
  return c.headersKnown && credentialsOf(c).length === 0;
}

/** Where a reader sees that something was not sent: the request line. */
export const REQUEST: readonly Span[] = [{ part: 'request', in: 'method' }];
export const STATUS: readonly Span[] = [{ part: 'response', in: 'status' }];

/** Whether any product of these roles shows itself. */
export function roles(c: Case, ...wanted: readonly Role[]): readonly Evidence<'product'>[] {
  return c.evidence.all('product').filter(({ fact }) => wanted.includes(fact.role));
}

/** A CSRF token that was sent where a server looks for it: not the cookie half of a pair. */
export function csrfTokens(c: Case): readonly Evidence<'csrf'>[] {
  return c.evidence.all('csrf').filter(({ fact }) => fact.where !== 'cookie' && fact.value !== '');
}

/** A request that browsers send by themselves across sites: cookies for credentials and a body that a form can have. */
export function browserWrite(c: Case): boolean {
  return !c.safe && credentialsOf(c).every(({ fact }) => fact.kind === 'session-cookie');
}

/** Seconds as a person says them. */
export function duration(seconds: number): string {
  const s = Math.abs(Math.round(seconds));
  const [value, unit] =
    s < 120
      ? [s, 'second']
      : s < 7200
        ? [Math.round(s / 60), 'minute']
        : s < 172_800
          ? [Math.round(s / 3600), 'hour']
          : [Math.round(s / 86_400), 'day'];
  return `${value} ${unit}${value === 1 ? '' : 's'}`;
}

/** Whether the words of the answer are no more than the standard ones of its status. */
export function bare(c: Case): boolean {
  return c.evidence.all('message').every(({ fact }) => BARE.test(fact.text));
}

const BARE =
  /^(?:error:?\s*)?(?:(?:http )?(?:status )?[45]\d\d\s*[:-]?\s*)?(?:forbidden|access denied|accessdenied|access forbidden|unauthorized|not found|denied|nginx(?:\/[\d.]+)?|openresty(?:\/[\d.]+)?|error|bad request|request forbidden|[45]\d\d)?[.!]?$/i;
