import { catalogue, type Exchange, judge, learnExchange, NO_REFUSAL, newVault, redactorOf, viewOf } from '@why403/core';
import type { Finding, Rule, Subject } from './model.ts';
import { RULES } from './rules.ts';

export interface LintOptions {
  /** An exchange about an object that does not exist; the others are held against it. */
  readonly absent?: Exchange;
  /** Rules to apply; all where absent. */
  readonly rules?: readonly Rule[];
}

const REFUSALS = new Set([401, 403, 405, 407, 421, 426, 429, 451]);
const QUOTE = 160;

/**
 * Where refusals lie or leak, in the order of the exchanges and of the rules. Does no I/O. Exchanges without a response are
 * passed over. Quotes and URLs are redacted. A rule that throws is a bug and is thrown on.
 */
export function lint(exchanges: readonly Exchange[], options: LintOptions = {}): readonly Finding[] {
  return exchanges.flatMap((exchange) => lintOne(exchange, options));
}

function lintOne(exchange: Exchange, { absent, rules = RULES }: LintOptions): Finding[] {
  const { response } = exchange;
  if (!response) return [];
  const { case: c, ranked } = judge(exchange, catalogue);
  const first = ranked[0];
  const subject: Subject = {
    exchange,
    response,
    status: response.status,
    case: c,
    // a 404 is a refusal where it may hide something: from a caller with credentials, or beside an absent object
    refused:
      REFUSALS.has(response.status) ||
      (response.status === 404 && (absent !== undefined || c.evidence.all('credential').length > 0)),
    cause: first?.cause.id ?? NO_REFUSAL,
    probability: first?.probability ?? 0,
    headersKnown: c.headersKnown,
    ...(absent && { absent }),
  };
  const vault = newVault();
  learnExchange(vault, exchange, c.evidence);
  if (absent) learnExchange(vault, absent);
  const view = viewOf(exchange, vault);
  const redact = redactorOf(vault);
  return rules.flatMap((rule) =>
    rule.check(subject).map(
      (found): Finding => ({
        rule: rule.id,
        level: found.level ?? rule.level,
        says: redact(found.says),
        mend: rule.mend,
        reference: found.reference ?? rule.reference,
        quote: shorten(view.part(found.at, found.at.start, found.at.end)),
        at: found.at,
        request: { method: exchange.request.method, url: withoutQuery(view.url()) },
        status: response.status,
        source: exchange.source ?? null,
      }),
    ),
  );
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > QUOTE ? `${line.slice(0, QUOTE - 1)}…` : line;
}

/** The URL without user information and query, which may hold what no report should. */
function withoutQuery(url: string): string {
  return url.replace(/[?#].*$/s, '').replace(/^([a-z][a-z0-9+.-]{0,20}:\/\/)[^/@]{0,2000}@/i, '$1');
}
