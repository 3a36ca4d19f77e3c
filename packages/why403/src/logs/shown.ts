// What of a log may be shown: words, numbers and addresses of its lines, and nothing that looks like a value. Tables are cleaned
// when they are told, not line by line: most lines never stand in one.
import { newVault, type Redactor, redactName, redactorOf, redactText, redactUrl } from '@why403/core';
import type { Refusal, Row, Told, Triage } from './model.ts';

/** A triage without what may be secret in its paths, clients and reasons. Rows that are alike then are one. */
export function shownTriage(triage: Triage): Triage {
  const redact = redactorOf(newVault());
  const path = (text: string): string => shownPath(text, redact);
  const client = (text: string): string => redactText(text, redact);
  return {
    ...triage,
    causes: triage.causes.map((group) => ({
      ...group,
      ...shownTold(group, redact),
      paths: joined(group.paths, path),
      clients: joined(group.clients, client),
    })),
    paths: joined(triage.paths, path),
    clients: joined(triage.clients, client),
    notes: triage.notes.map(({ file, says }) => ({ file, says: redact(says) })),
  };
}

/** One refusal as `--follow` tells it. */
export function shownRefusal(refusal: Refusal, redact: Redactor): Refusal {
  const { told, ...rest } = refusal;
  return {
    ...rest,
    method: redactName(refusal.method, redact),
    target: shownPath(refusal.target, redact),
    pattern: shownPath(refusal.pattern, redact),
    client: redactText(refusal.client, redact),
    user: redactText(refusal.user, redact),
    agent: redactText(refusal.agent, redact),
    why: shownTold(refusal.why, redact),
    ...(told && { told: shownTold(told, redact) }),
  };
}

function shownTold<T extends Told>(told: T, redact: Redactor): T {
  return {
    ...told,
    says: redactText(told.says, redact),
    ...(told.detail !== undefined && { detail: redactText(told.detail, redact) }),
  };
}

/** A pattern begins with a slash, but for what was no path: that is a text. */
function shownPath(text: string, redact: Redactor): string {
  return text.startsWith('/') ? redactUrl(text, redact) : redactText(text, redact);
}

function joined<R extends Row>(rows: readonly R[], show: (key: string) => string): R[] {
  const found = new Map<string, R>();
  for (const row of rows) {
    const key = show(row.key);
    const same = found.get(key);
    found.set(key, same ? { ...same, count: same.count + row.count, share: same.share + row.share } : { ...row, key });
  }
  return [...found.values()];
}
