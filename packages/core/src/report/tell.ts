import { isBareNumber, isGrounded, type Judgement, type Ranked, type Weighed } from '../engine/judge.ts';
import { isRefusal } from '../engine/refusal.ts';
import { LIKELY, PROVEN } from '../engine/weights.ts';
import type { Fix } from '../model/cause.ts';
import { type CauseGroup, NO_REFUSAL } from '../model/cause-id.ts';
import type { Certainty, Diagnosis, ToldCause, ToldEvidence, ToldExperiment, ToldFix } from '../model/diagnosis.ts';
import type { Exchange, Span } from '../model/exchange.ts';
import { knownOf } from '../model/gap.ts';
import { wholeOf } from '../model/http.ts';
import type { SendOptions } from '../model/importer.ts';
import {
  learnBeside,
  learnCredential,
  newVault,
  type Redactor,
  redactConfig,
  redactorOf,
  redactText,
  showAll,
  type Vault,
  type View,
  viewOf,
} from '../redact/index.ts';
import { checklist } from './checklist.ts';
import { SECRET_LINE, shownCurlLine } from './curl-line.ts';
import { wordsOf } from './said.ts';
import { stepOf } from './step.ts';

export interface TellOptions {
  readonly showSecrets?: boolean;
  /** Secrets known from elsewhere (`--as` credentials), redacted as well. */
  readonly secrets?: readonly string[];
  /** What was learned already of this exchange and others (experiments, files); it learns more here. */
  readonly vault?: Vault;
  readonly experiments?: readonly ToldExperiment[];
  /** Fixes found outside the causes' own (experiments, files), before these. */
  readonly fixes?: Readonly<Partial<Record<string, readonly ToldFix[]>>>;
  readonly notes?: Diagnosis['notes'];
  readonly requestsSent?: number;
  /** Whether the exchange is one of several that were read: its place among them is told then. */
  readonly among?: boolean;
  /** How the refused request was sent: the mended one needs the same (`-k`, `--resolve …`). */
  readonly send?: SendOptions;
}

/** Said in place of commands that would hold a secret. */
const SECRET_COMMANDS = 'The commands hold a secret: --show-secrets prints them.';
const SHOWN_BODY = 16_384;
/** Probability from which a cause is named that only the number speaks for. */
const NUMBER_TELLS = 0.5;

/** Puts a judgement into the words of the contract. Secrets are taken out here, once, for every report. */
export function tell(judgement: Judgement, options: TellOptions = {}): Diagnosis {
  const { case: c, ranked, products } = judgement;
  const { exchange } = c;
  const redact = options.showSecrets ? showAll : redactorOf(options.vault ?? newVault());
  for (const secret of options.secrets ?? []) if (redact.vault) learnCredential(redact.vault, secret);
  if (redact.vault) learnBeside(redact.vault, exchange, c.evidence);
  const view = redact.vault ? viewOf(exchange, redact.vault, markedBy(judgement)) : openView(exchange);
  // a product's name is ours to say
  for (const { fact } of products)
    for (const word of [fact.name, ...fact.name.split(/[\s/(),]+/)]) redact.vault?.show(word);
  const certainty = certaintyOf(judgement);
  const top = certainty === 'unknown' ? undefined : ranked[0];
  const refused = isRefusal(judgement);
  const sure = certainty === 'proven' || certainty === 'likely';
  const { request, response } = exchange;
  const told: Diagnosis = {
    request: {
      method: request.method,
      url: view.url(),
      headers: view.headers('request'),
      body: cutBody(view.body('request')),
      known: knownOf(exchange),
    },
    response: response
      ? {
          status: response.status,
          headers: view.headers('response'),
          body: cutBody(view.body('response')),
          words: wordsOf(c, view) ?? null,
        }
      : null,
    verdict: {
      cause: top?.cause.id ?? null,
      group: top?.cause.group ?? null,
      certainty,
      probability: round(ranked[0]?.probability ?? 0, 4),
      who: top ? (whoOf(top) ?? null) : null,
      summary: top ? top.cause.summary(c) : bareSummary(judgement),
    },
    causes: ranked.map((r, place) =>
      toldCause(r, place === 0 ? judgement.fixes : [], sure, { exchange, case: c, view, redact, options }),
    ),
    checklist: checklist(judgement, top, sure),
    experiments: options.experiments ?? [],
    requestsSent: options.requestsSent ?? 0,
    products: products.map(({ fact }) => ({ id: fact.vendor, name: fact.name, role: fact.role })),
    notes: [...(options.notes ?? []), ...notesOf(judgement, top, refused, redact)],
    refused,
    ...(options.among && exchange.source?.entry !== undefined
      ? { source: { name: exchange.source.name, entry: exchange.source.entry + 1 } }
      : {}),
  };
  return redact.vault ? withoutBrokenLines(told, everyText(told, redact)) : told;
}

/** A line for a shell is whole or it is not there. */
function withoutBrokenLines(before: Diagnosis, told: Diagnosis): Diagnosis {
  const fixOf = (fix: ToldFix, was: ToldFix): ToldFix => {
    const isBroken = fix.commands?.some((command, i) => command !== was.commands![i]) === true;
    return {
      ...fix,
      ...(fix.request !== was.request && { request: null, withheld: SECRET_LINE }),
      ...(isBroken && { commands: null, withheld: SECRET_COMMANDS }),
    };
  };
  return {
    ...told,
    causes: told.causes.map((cause, i) => ({
      ...cause,
      fixes: cause.fixes.map((fix, k) => fixOf(fix, before.causes[i]!.fixes[k]!)),
    })),
    experiments: told.experiments.map((one, i) =>
      one.request === before.experiments[i]!.request ? one : { ...one, request: null, withheld: SECRET_LINE },
    ),
  };
}

/** All texts of a value put through the redactor, now that it knows every secret. Many stand in it more than once. */
function everyText<T>(value: T, redact: Redactor): T {
  const known = new Map<string, string>();
  const text = (given: string): string => {
    let shown = known.get(given);
    if (shown === undefined) {
      shown = redact(given);
      known.set(given, shown);
    }
    return shown;
  };
  const clean = (node: unknown): unknown => {
    if (typeof node === 'string') return node.length < 4 ? node : text(node);
    if (Array.isArray(node)) return node.map(clean);
    if (node === null || typeof node !== 'object') return node;
    const out: Record<string, unknown> = {};
    for (const name of Object.keys(node)) out[name] = clean((node as Record<string, unknown>)[name]);
    return out;
  };
  return clean(value) as T;
}

/** Spans that a claim which speaks for its cause stands on, and the answer's own words: they are why it was refused. */
function markedBy({ case: c, ranked }: Judgement): readonly Span[] {
  const grounds = ranked.flatMap(({ claims }) =>
    claims.filter(({ bits }) => bits > 0).flatMap(({ claim }) => claim.at),
  );
  return [...grounds, ...c.evidence.all('message').flatMap(({ at }) => at)];
}

function openView(exchange: Exchange): View {
  return {
    url: () => exchange.request.url,
    headers: (part) => exchange[part]?.headers ?? [],
    body: (part) => exchange[part]?.body?.text ?? null,
    part: (span, from, to) => wholeOf(exchange, span).slice(from, to),
  };
}

/** `proven` needs unmistakable words (or an experiment, file or log) and no rival that has them too. */
export function certaintyOf({ case: c, ranked }: Judgement): Certainty {
  const [top, ...rest] = ranked;
  if (!c.exchange.response || !top) return 'unknown';
  // a number alone can tell enough: a 404 without words, a redirect to a login
  if (isBareNumber(c) && !top.claims.some(isGrounded)) return 'unknown';
  if (!top.claims.some(({ bits }) => bits > 0) && top.probability < NUMBER_TELLS) return 'unknown';
  const proofs = (r: Ranked): readonly Weighed[] =>
    r.claims.filter(({ claim, bits }) => claim.weight === 'proves' && bits > 0);
  // what an experiment, a file or a log shows outranks words; words are no proof where the request itself speaks against them
  const shown = proofs(top).some(({ claim }) => claim.quote);
  const opposed =
    !shown &&
    (top.claims.some(({ claim, bits }) => bits <= -1.5 && !claim.quote) || rest.some((r) => proofs(r).length > 0));
  const rival = rest.some((r) => proofs(r).some(({ claim }) => claim.quote));
  if (proofs(top).length && !opposed && !rival && top.probability >= PROVEN) return 'proven';
  return top.probability >= LIKELY ? 'likely' : 'possible';
}

function whoOf(top: Ranked): Diagnosis['verdict']['who'] | undefined {
  return top.claims.find(({ claim, bits }) => claim.fix && bits > 0)?.claim.fix?.who ?? top.cause.who[0];
}

function bareSummary({ case: c }: Judgement): string {
  if (!c.exchange.response) return 'there is no answer to judge yet';
  return `refused with ${c.status}, and nothing in the answer says why`;
}

/** What the parts of a diagnosis are told with. */
interface Telling {
  readonly exchange: Exchange;
  readonly case: Judgement['case'];
  readonly view: View;
  readonly redact: Redactor;
  readonly options: TellOptions;
}

function toldCause(r: Ranked, products: readonly Fix[], sure: boolean, telling: Telling): ToldCause {
  const { case: c, options } = telling;
  const located = r.claims.find(({ claim }) => claim.location)?.claim.location;
  const own =
    r.probability < 0.005
      ? []
      : [
          ...claimFixes(r),
          // who can look the cause up need not guess at it
          ...(sure ? [...r.cause.fixes(c), ...products] : [...products, ...r.cause.fixes(c)]).map((fix) =>
            toldFix(fix, telling.redact, options),
          ),
        ];
  return {
    cause: r.cause.id,
    probability: round(r.probability, 4),
    evidence: toldOnce(r.claims.map((w) => toldEvidence(w, telling))),
    fixes: [...(options.fixes?.[r.cause.id] ?? []), ...own],
    location: located ? { file: located.file, line: located.line ?? null } : null,
  };
}

function claimFixes(r: Ranked): ToldFix[] {
  const seen = new Set<string>();
  return r.claims.flatMap(({ claim, bits }) => {
    if (!claim.fix || bits <= 0 || seen.has(claim.fix.text)) return [];
    seen.add(claim.fix.text);
    return [{ who: claim.fix.who, text: claim.fix.text, request: null, commands: null, verified: null }];
  });
}

function toldFix(fix: Fix, redact: Redactor, options: TellOptions): ToldFix {
  return {
    who: fix.who,
    text: fix.text,
    ...(fix.request ? shownCurlLine(fix.request, redact, options.send) : { request: null }),
    commands: fix.commands?.length ? fix.commands : null,
    verified: null,
  };
}

/** What reads alike is told once, with the bits of all: an answer may say the same words in more than one place. */
function toldOnce(all: readonly ToldEvidence[]): readonly ToldEvidence[] {
  const kept = new Map<string, ToldEvidence>();
  for (const one of all) {
    const key = JSON.stringify([one.from, one.quote, one.says]);
    const before = kept.get(key);
    kept.set(key, before ? { ...before, bits: round(before.bits + one.bits, 2) } : one);
  }
  const told = [...kept.values()];
  return told.length === all.length ? all : told.sort((a, b) => Math.abs(b.bits) - Math.abs(a.bits));
}

function toldEvidence({ claim, bits }: Weighed, { exchange, view, redact }: Telling): ToldEvidence {
  const base = { bits: round(bits, 2), says: claim.says, by: claim.by };
  if (claim.quote)
    return { ...base, from: claim.quote.from, quote: redactConfig(claim.quote.text, redact), before: '', after: '' };
  const span = claim.at[0];
  if (!span) return { ...base, from: 'request', quote: '', before: '', after: '' };
  const whole = wholeOf(exchange, span);
  const start = span.start ?? 0;
  const end = span.end ?? whole.length;
  const lineStart = Math.max(whole.lastIndexOf('\n', start - 1) + 1, start - 400);
  const newline = whole.indexOf('\n', end);
  const lineEnd = Math.min(newline < 0 ? whole.length : newline, end + 400);
  const quote = span.start === undefined ? view.part(span) : view.part(span, start, end);
  return {
    ...base,
    from: placeOf(span),
    quote: quote.length > 600 ? `${quote.slice(0, 599)}…` : quote,
    before: view.part(span, lineStart, start, 'after'),
    after: quote.length > 600 ? '' : view.part(span, end, lineEnd, 'before'),
  };
}

function placeOf(span: Span): string {
  if (span.in === 'header') return `${span.part} header ${span.header}`;
  if (span.in === 'status') return 'response status';
  return `${span.part} ${span.in}`;
}

function notesOf(
  judgement: Judgement,
  top: Ranked | undefined,
  refused: boolean,
  redact: Redactor,
): Diagnosis['notes'] {
  const { case: c, ranked, faults } = judgement;
  const notes: { kind: Diagnosis['notes'][number]['kind']; text: string }[] = [];
  const number = top && refused ? numberNote(top, c.status) : undefined;
  if (number) notes.push({ kind: 'number', text: number });
  const step = certaintyOf(judgement) === 'unknown' ? stepOf(judgement) : undefined;
  if (step) notes.push({ kind: 'step', text: redactText(step, redact) });
  const next =
    top &&
    ranked.slice(1).find(({ cause, probability }) => probability > 0.03 && STAGE[cause.group] > STAGE[top.cause.group]);
  if (next && top && top.probability >= 0.5)
    notes.push({ kind: 'next', text: `${next.cause.id}: would show only when ${top.cause.id} is mended` });
  for (const { text } of c.exchange.gaps) notes.push({ kind: 'gap', text: redactText(text, redact) });
  for (const fault of faults) notes.push({ kind: 'fault', text: `${fault.unit} failed: ${fault.message}` });
  return notes;
}

// The order in which servers usually check.
const STAGE = { network: 0, request: 1, authentication: 2, authorization: 3, server: 4, [NO_REFUSAL]: 5 } as const;

/** The numbers that tell a cause of a group where it has none of its own. */
const NUMBERS: Readonly<Partial<Record<CauseGroup, readonly number[]>>> = {
  authentication: [401, 407],
  authorization: [403, 402, 451],
};

/** Where the number says another thing than the cause. */
function numberNote({ cause }: Ranked, status: number): string | undefined {
  if (status < 400 && status >= 200)
    return status < 300 ? `a refusal told with ${status}, the number of success` : undefined;
  const own = cause.statuses ?? NUMBERS[cause.group];
  if (!own?.length || own.includes(status)) return undefined;
  if (status === 404 && own.includes(403)) return 'a 403 that hides behind 404';
  return `this is a ${own[0]} in all but number: the server said ${status}`;
}

/** Cut only now, when nothing in it is secret any more. */
function cutBody(text: string | null): string | null {
  return text !== null && text.length > SHOWN_BODY ? `${text.slice(0, SHOWN_BODY)}…` : text;
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
