import {
  type Claim,
  catalogue,
  certaintyOf,
  claimsOfOutcome,
  compare,
  type Exchange,
  type Imported,
  isAllowed,
  type Judgement,
  judge,
  type Material,
  meaningOf,
  nameOf,
  nextVariation,
  type Outcome,
  type Request,
  type Sendable,
  type SendOptions,
  shrink,
  type Turn,
  type Unit,
  unitsOf,
  type Variation,
  weightOf,
} from '@why403/core';
import { SendError } from '../send/error.ts';
import { BudgetError, createSender, type Sender } from '../send/sender.ts';

/** One request of an experiment, as it will be told. */
export interface Step {
  readonly id: string;
  readonly changed: string;
  readonly request: Request;
  readonly status: number | null;
  readonly outcome: Outcome;
  readonly says: string;
}

/** A request that was tried and passes. */
export interface Mended {
  readonly text: string;
  readonly request: Request;
  readonly send: SendOptions;
}

/** What the experiments found. */
export interface Investigation {
  readonly exchange: Exchange;
  readonly claims: readonly Claim[];
  readonly steps: readonly Step[];
  readonly mended: readonly Mended[];
  readonly notes: readonly { readonly kind: 'gap' | 'question' | 'hop'; readonly text: string }[];
  readonly requests: number;
}

export interface InvestigateOptions {
  readonly maxRequests: number;
  readonly allowWrites: boolean;
  readonly credentials: Material['credentials'];
  readonly working?: Imported;
  /** What the server's own side says of the refusal: asked once, right after the first answer, so that its log line is there. */
  readonly inspect?: (exchange: Exchange) => Promise<readonly Claim[]>;
  readonly progress?: (text: string) => void;
  readonly signal?: AbortSignal;
}

/** Refusals that must have been seen before a turn is called proven: a server that refuses one time in four must not pass for a cause. */
const REFUSALS = 5;
/** Times that the turned request must have passed, refusals between them. */
const PASSES = 2;
/** Bits of a turn that was repeated: more than any words. */
const PROOF = 22;
const PLACEHOLDER = /<[a-z][\w -]{0,40}>/i;

/**
 * Sends the refused request, and then the questions that tell most, each with one thing changed, until the cause is proven,
 * nothing would tell more, or the budget ends. Throws SendError where the first request gets no answer.
 */
export async function investigate(imported: Imported, options: InvestigateOptions): Promise<Investigation> {
  const { request, gaps } = imported.exchange;
  const own = [request.url, ...(options.working ? [options.working.exchange.request.url] : [])];
  const sender = createSender({
    origin: own,
    maxRequests: options.maxRequests,
    allowWrites: options.allowWrites,
    ...(options.signal && { signal: options.signal }),
  });
  options.progress?.(`sending ${request.method} ${request.url}`);
  const first = await sender.send(request, imported.send, 'own');
  const run = new Run({ ...first, gaps: [...gaps, ...first.gaps] }, imported, options, sender);
  try {
    await run.all();
  } catch (error) {
    if (error instanceof SendError)
      run.notes.push({ kind: 'gap', text: `The experiments ended early: ${error.message}` });
    else if (!(error instanceof BudgetError)) throw error;
  }
  return {
    exchange: run.base,
    claims: run.claims,
    steps: run.steps,
    mended: run.mended,
    notes: run.notes,
    requests: sender.sent(),
  };
}

class Run {
  readonly claims: Claim[] = [];
  readonly steps: Step[] = [];
  readonly mended: Mended[] = [];
  readonly notes: { kind: 'gap' | 'question' | 'hop'; text: string }[] = [];
  readonly seen: { variation: Variation; outcome: Outcome; exchange?: Exchange }[] = [];
  readonly base: Exchange;
  readonly imported: Imported;
  readonly options: InvestigateOptions;
  readonly sender: Sender;
  /** Times that the refused request, or one that turned out to change nothing, was refused alike. */
  refusals = 1;
  unstable = false;
  /** Whether the working request was compared with. */
  compared = false;

  constructor(base: Exchange, imported: Imported, options: InvestigateOptions, sender: Sender) {
    this.base = base;
    this.imported = imported;
    this.options = options;
    this.sender = sender;
  }

  async all(): Promise<void> {
    if (this.refused() && this.options.inspect) {
      this.claims.push(...(await this.options.inspect(this.base)));
      if (this.shownOnServer()) return;
    }
    if (!this.refused() || certaintyOf(this.judgement()) === 'proven') return this.mend();
    if (this.options.working) await this.differences(this.options.working);
    await this.questions();
    await this.mend();
  }

  /** Whether the server's files or logs prove a cause that is not the caller's to mend: no request would tell or help more. */
  shownOnServer(): boolean {
    const judgement = this.judgement();
    const [top] = judgement.ranked;
    return (
      certaintyOf(judgement) === 'proven' &&
      top?.cause.who[0] !== 'caller' &&
      top?.claims.some(({ claim }) => claim.by.startsWith('inspect/') && claim.weight === 'proves') === true
    );
  }

  judgement(): Judgement {
    return judge(this.base, catalogue, this.claims);
  }

  refused(): boolean {
    return this.base.response !== undefined && !isAllowed(this.base, catalogue);
  }

  /** May this request be sent: of a safe method, or with leave to change things. */
  may(request: Request): boolean {
    return this.options.allowWrites || /^(?:GET|HEAD|OPTIONS|TRACE)$/.test(request.method);
  }

  async ask(changed: string, id: string, to: Sendable): Promise<{ exchange?: Exchange; outcome: Outcome } | undefined> {
    if (this.sender.left() < 1 || this.options.signal?.aborted) return undefined;
    const wait = this.sender.waitMs();
    if (wait > 20_000) return undefined;
    if (wait > 0) await sleep(wait, this.options.signal);
    this.options.progress?.(`asking: ${changed}`);
    let exchange: Exchange | undefined;
    let outcome: Outcome = 'failed';
    let says = '';
    try {
      exchange = await this.sender.send(withoutLength(to.request), to.send, 'varied');
      outcome = compare(this.base, exchange, catalogue);
      this.noticeHttps(exchange);
      if (outcome === 'refused-alike') this.refusals++;
    } catch (error) {
      if (!(error instanceof SendError) || error.code === 'ABORTED') throw error;
      says = error.message;
    }
    this.steps.push({ id, changed, request: to.request, status: exchange?.response?.status ?? null, outcome, says });
    return { ...(exchange && { exchange }), outcome };
  }

  /** A redirect to https on another path of the site says that plain http is not wanted. */
  noticeHttps({ response }: Exchange): void {
    const to = response?.headers.find(([n]) => n.toLowerCase() === 'location')?.[1] ?? '';
    if (
      !/^http:/i.test(this.base.request.url) ||
      !/^https:/i.test(to) ||
      (response?.status ?? 0) < 300 ||
      this.claims.some(({ by }) => by === 'experiment/redirect')
    )
      return;
    this.claims.push({
      cause: 'tls-required',
      weight: 'suggests',
      says: 'other requests to this site are led to https',
      at: [],
      quote: { from: 'experiment redirect', text: to.slice(0, 200) },
      by: 'experiment/redirect',
    });
  }

  /** The refused request once more. Whether it is still refused alike. */
  async control(): Promise<boolean | undefined> {
    const answer = await this.ask('nothing: the same request again', 'control', {
      request: this.imported.exchange.request,
      send: this.imported.send,
    });
    if (!answer || answer.outcome === 'failed') return undefined;
    if (answer.outcome === 'refused-alike') return true;
    this.unstable = true;
    this.notes.push({
      kind: 'gap',
      text: 'The refusal is not stable: the same request was answered otherwise the next time, so no turn is called proven.',
    });
    if (answer.outcome === 'allowed')
      this.claims.push({
        cause: 'rate-limited',
        weight: 'hints',
        says: 'the same request passes now and is refused then',
        at: [],
        quote: { from: 'experiment control', text: String(answer.exchange?.response?.status ?? '') },
        by: 'experiment/control',
      });
    return false;
  }

  /** Refused, allowed, refused, allowed: as often as a proof takes. Undefined where the budget ended first. */
  async certify(to: Sendable, changed: string, id: string): Promise<boolean | undefined> {
    let passes = 1;
    while (this.refusals < REFUSALS || passes < PASSES) {
      const stable = await this.control();
      if (stable !== true) return stable;
      if (passes < PASSES) {
        const again = await this.ask(`${changed}, again`, id, to);
        if (!again) return undefined;
        if (again.outcome !== 'allowed') {
          this.unstable = true;
          this.notes.push({
            kind: 'gap',
            text: `What passed once (${changed}) did not pass again, so no turn is called proven.`,
          });
          return false;
        }
        passes++;
      }
    }
    return true;
  }

  /** What a turn means, as claims: proven ones only after they were repeated. */
  turned(turn: Turn, certain: boolean, says: string, id: string, status: number | undefined, about = false): void {
    const quote = { from: `experiment ${id}`, text: `${this.base.response?.status ?? ''} → ${status ?? ''}` };
    // one change turned it: what has nothing to do with that change did not refuse
    if (about && Object.keys(turn).length) {
      for (const { cause } of this.judgement().ranked) {
        if (!(cause.id in turn))
          this.claims.push({
            cause: cause.id,
            weight: 'doubts',
            bits: -5,
            says: `what turns the answer has nothing to do with it: ${says}`,
            at: [],
            quote,
            by: `experiment/${id}`,
          });
      }
    }
    for (const [cause, weight] of Object.entries(turn) as [Claim['cause'], Claim['weight']][]) {
      this.claims.push({
        cause,
        weight: weight === 'proves' && !certain ? 'suggests' : weight,
        ...(weight === 'proves' && certain && { bits: PROOF }),
        says,
        at: [],
        quote,
        by: `experiment/${id}`,
      });
    }
  }

  /** The smallest difference between the refused request and the one that works. */
  async differences(working: Imported): Promise<void> {
    const refused: Sendable = { request: this.imported.exchange.request, send: this.imported.send };
    const allowed: Sendable = { request: working.exchange.request, send: working.send };
    this.compared = true;
    if (!this.may(allowed.request)) return;
    const units = unitsOf(refused, allowed);
    if (!units.length) {
      this.notes.push({
        kind: 'gap',
        text: 'The working request is the refused one: the difference lies below HTTP, or not in the requests at all.',
      });
      return;
    }
    const control = await this.ask('the working request', 'working', allowed);
    if (!control) return;
    if (control.outcome !== 'allowed') {
      this.notes.push({
        kind: 'gap',
        text: `The working request does not pass now (${control.exchange?.response?.status ?? 'no answer'}), so it cannot be compared with.`,
      });
      if (control.outcome === 'refused-alike')
        this.claims.push({
          cause: 'rate-limited',
          weight: 'hints',
          says: 'the request that is said to work is refused alike',
          at: [],
          quote: { from: 'experiment working', text: String(control.exchange?.response?.status ?? '') },
          by: 'experiment/working',
        });
      return;
    }
    const other = units.filter((u) => u.kind === 'method' || u.kind === 'path');
    const rest = units.filter((u) => u.kind !== 'method' && u.kind !== 'path');
    const found = other.length ? await this.elsewhere(other, rest, refused) : await this.smallest(units, refused);
    if (!found) return;
    await this.conclude(found, refused, units.length);
  }

  /** The working request asks for another thing: only what both could have alike is worth carrying over. */
  async elsewhere(
    other: readonly Unit[],
    rest: readonly Unit[],
    refused: Sendable,
  ): Promise<readonly Unit[] | undefined> {
    const shared = rest.filter(
      (u) =>
        u.kind === 'header' ||
        u.kind === 'cookie' ||
        u.kind === 'certificate' ||
        u.kind === 'connection' ||
        u.kind === 'host' ||
        u.kind === 'scheme',
    );
    if (shared.length && this.may(refused.request)) {
      const to = shared.reduce((s, u) => u.apply(s), refused);
      const answer = await this.ask(`with ${list(shared.map(nameOf))} of the working request`, 'difference', to);
      if (answer?.outcome === 'allowed') return await this.smallest(shared, refused);
    }
    return other;
  }

  async smallest(units: readonly Unit[], refused: Sendable): Promise<readonly Unit[] | undefined> {
    if (units.length === 1) return units;
    const { case: c, ranked } = this.judgement();
    const share = new Map(ranked.map(({ cause, probability }) => [cause.id, probability]));
    const weight = (u: Unit): number => {
      const meant = Object.entries(meaningOf([u], c)).reduce(
        (sum, [cause, w]) => sum + (w === 'proves' || w === 'suggests' ? (share.get(cause as Claim['cause']) ?? 0) : 0),
        0,
      );
      return weightOf(u) * (0.3 + meant);
    };
    const shrunk = await shrink(units, weight, async (set) => {
      const to = set.reduce((s, u) => u.apply(s), refused);
      if (!this.may(to.request)) return undefined;
      const answer = await this.ask(`with ${list(set.map(nameOf))} of the working request`, 'difference', to);
      if (!answer) return undefined;
      return answer.outcome === 'allowed' ? 'allowed' : 'refused';
    });
    if (shrunk.found) return shrunk.found;
    this.notes.push({
      kind: 'gap',
      text: 'The budget ended before the smallest difference was found: --max-requests allows more.',
    });
    return undefined;
  }

  async conclude(found: readonly Unit[], refused: Sendable, of: number): Promise<void> {
    const { case: c } = this.judgement();
    const turn = meaningOf(found, c);
    const to = found.reduce((s, u) => u.apply(s), refused);
    const names = list(found.map(nameOf));
    const elsewhere = found.some((u) => u.kind === 'path' || u.kind === 'method');
    const says = `of ${of} differences to the working request ${found.length === 1 ? 'one turns' : 'these turn'} the answer: ${names}`;
    const proves = Object.values(turn).includes('proves') && !elsewhere;
    // words have proven it already: what is looked for is only a request that passes
    const known = certaintyOf(this.judgement()) === 'proven';
    const certain =
      proves && !known ? await this.certify(to, `with ${names} of the working request`, 'difference') : false;
    if (certain === false && proves && !known) return;
    if (!known) this.turned(turn, certain === true, says, 'difference', 200, !elsewhere);
    if (!known && elsewhere) this.sameCaller(refused.request);
    if (!elsewhere) this.mended.push({ text: `send it with ${names} of the working request`, ...to });
  }

  /** The same credential passes elsewhere: it is neither missing nor wrong. */
  sameCaller(refused: Request): void {
    const sent = credentialValues(refused);
    if (!sent || sent !== credentialValues(this.options.working!.exchange.request)) return;
    for (const cause of [
      'credentials-missing',
      'credentials-malformed',
      'credentials-invalid',
      'credentials-expired',
    ] as const)
      this.claims.push({
        cause,
        weight: 'doubts',
        bits: -3,
        says: 'the same credential passes on the working request',
        at: [],
        quote: { from: 'experiment working', text: '' },
        by: 'experiment/working',
      });
  }

  /** One question after the other, the one that tells most first. */
  async questions(): Promise<void> {
    const asked = new Set<string>();
    while (!this.unstable) {
      const judgement = this.judgement();
      if (certaintyOf(judgement) === 'proven') return;
      const posterior = judgement.ranked.map(({ cause, probability }) => ({ cause: cause.id, probability }));
      const material: Material = {
        send: this.imported.send,
        credentials: this.options.credentials,
        seen: this.seen,
        ...(this.options.working && { working: this.options.working }),
      };
      const variations = catalogue.experiments
        .flatMap((e) => e.vary(judgement.case, material))
        .filter((v) => !asked.has(keyOf(v)) && this.may(v.request));
      const next = nextVariation(posterior, variations)?.variation;
      if (!next) return;
      asked.add(keyOf(next));
      if (!(await this.question(next, posterior))) return;
    }
  }

  /** Puts one question; false where no more can be asked. */
  async question(variation: Variation, posterior: Parameters<typeof claimsOfOutcome>[0]): Promise<boolean> {
    if (variation.wait) {
      this.options.progress?.(
        `waiting ${Math.round(variation.wait / 1000)} s, to tell a rate limit apart (Ctrl-C ends it)`,
      );
      await sleep(variation.wait, this.options.signal);
    }
    const request = await this.prepared(variation);
    if (request === undefined) return this.sender.left() > 0;
    const send = variation.send ?? this.imported.send;
    const answer = await this.ask(variation.changed, variation.experiment, { request, send });
    if (!answer) return false;
    const { outcome, exchange } = answer;
    this.seen.push({ variation, outcome, ...(exchange && { exchange }) });
    if (outcome === 'failed') return true;
    const proves = outcome === 'allowed' && !variation.elsewhere && Object.values(variation.turn).includes('proves');
    const certain = proves ? await this.certify({ request, send }, variation.changed, variation.experiment) : false;
    if (this.unstable) return false;
    this.claims.push(...claimsOfOutcome(posterior, variation, outcome, String(exchange?.response?.status ?? '')));
    if (outcome === 'allowed') {
      this.turned(
        variation.turn,
        certain === true,
        `${variation.changed}, it passes`,
        variation.experiment,
        exchange?.response?.status,
      );
      if (variation.fix && !variation.elsewhere) this.mended.push({ text: variation.fix, request, send });
    }
    return true;
  }

  /** The request of a variation, pages that it needs fetched first. */
  async prepared(variation: Variation): Promise<Request | undefined> {
    if (!variation.finish) return variation.request;
    const pages: Exchange[] = [];
    for (const page of variation.prepare ?? []) {
      const answer = await this.ask(`the page ${page.url}, for its token`, variation.experiment, {
        request: page,
        send: this.imported.send,
      });
      if (!answer?.exchange) return undefined;
      pages.push(answer.exchange);
      const request = variation.finish(pages);
      if (request) return request;
    }
    return undefined;
  }

  /**
   * Looks for a request that passes, once the cause stands: what follows from the cause itself, the experiment that turns it,
   * another credential that the user gave, what the working request has and this one lacks.
   */
  async mend(): Promise<void> {
    const judgement = this.judgement();
    const [top] = judgement.ranked;
    if (!this.refused() || this.mended.length || this.unstable || !top || certaintyOf(judgement) === 'unknown') return;
    if (!this.may(this.imported.exchange.request)) return;
    const send = this.imported.send;
    for (const fix of top.cause.fixes(judgement.case)) {
      if (
        fix.request &&
        !PLACEHOLDER.test(JSON.stringify(fix.request)) &&
        this.may(fix.request) &&
        (await this.passes(fix.text, 'mended', { request: fix.request, send }))
      )
        return;
    }
    const material: Material = {
      send,
      credentials: this.options.credentials,
      seen: this.seen,
      ...(this.options.working && { working: this.options.working }),
    };
    const asked = new Set(this.seen.map(({ variation }) => variation.changed));
    const helpful = catalogue.experiments
      .flatMap((e) => e.vary(judgement.case, material))
      .filter(
        (v) =>
          !asked.has(v.changed) &&
          v.fix !== undefined &&
          !v.elsewhere &&
          !v.wait &&
          this.may(v.request) &&
          v.expects(top.cause.id)[0] >= 0.25,
      );
    for (const variation of helpful.slice(0, 4)) {
      const request = await this.prepared(variation);
      if (!request) continue;
      const to: Sendable = { request, send: variation.send ?? send };
      if (!(await this.passes(variation.fix!, variation.experiment, to, variation.changed))) continue;
      // what passes may say that another cause was meant: that takes the whole proof
      if (this.mended.length && certaintyOf(judgement) !== 'proven') {
        const proves = Object.values(variation.turn).includes('proves');
        const certain = proves ? await this.certify(to, variation.changed, variation.experiment) : false;
        if (!this.unstable)
          this.turned(variation.turn, certain === true, `${variation.changed}, it passes`, variation.experiment, 200);
      }
      return;
    }
    if (this.options.working && !this.compared) await this.differences(this.options.working);
  }

  async passes(text: string, id: string, to: Sendable, changed = text): Promise<boolean> {
    const answer = await this.ask(changed, id, to);
    if (answer?.outcome === 'allowed') this.mended.push({ text, ...to });
    return answer === undefined || answer.outcome === 'allowed';
  }
}

function credentialValues(request: Request): string {
  return request.headers
    .filter(([n]) => /^(?:authorization|cookie|.{0,30}(?:key|token).{0,20})$/i.test(n))
    .map(([n, v]) => `${n.toLowerCase()}: ${v}`)
    .sort()
    .join('\n');
}

// the sender counts the body anew: a length left over from another body would make the server wait
function withoutLength(request: Request): Request {
  return { ...request, headers: request.headers.filter(([name]) => name.toLowerCase() !== 'content-length') };
}

// two experiments may come to the same request; it is asked once
function keyOf(v: Variation): string {
  return JSON.stringify([v.request, v.send ?? null, v.prepare ?? null, v.wait ?? 0]);
}

function list(names: readonly string[]): string {
  return names.length > 4 ? `${names.slice(0, 3).join(', ')} and ${names.length - 3} more` : names.join(' and ');
}

function sleep(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal?.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
}
