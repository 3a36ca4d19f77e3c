// The guide's first step: was access refused at all? Decided before any cause is weighed, by what the number means, by what the answer
// says of itself, and by where it leads. One chance comes out; the causes share it, and the cause that is none has the rest.
import { denies } from '../language/languages.ts';
import type { Claim, Weight } from '../model/cause.ts';
import { NO_REFUSAL } from '../model/cause-id.ts';
import type { EvidenceSet } from '../model/evidence.ts';
import type { Exchange } from '../model/exchange.ts';
import { header } from '../model/http.ts';
import { isLogin } from '../read/login.ts';
import { chanceOfRefusal, type Weigh } from '../read/refusal/chance.ts';
import { ownWords } from '../read/refusal/own-words.ts';
import type { Judgement } from './judge.ts';

/** What shows a refusal by its form, whatever the words. */
const SHOWN = 0.98;
/** A number that refuses, with nothing that speaks against it. */
const MUTE = 0.995;
/** A success, a redirect or an answer without change that shows nothing of the kind. */
const NONE = 0.01;
/** Words from which a page of a success is an article: what it quotes of a product counts only where nobody else says so. */
const LONG = 150;
/** Words of a page around a password field that is all it is for. */
const FORM_ONLY = 40;

/** Chance that an exchange is a refusal of access. `weigh` gives other weights than those that were fitted on all there is. */
export function chanceRefused(
  exchange: Exchange,
  evidence: EvidenceSet,
  documented: readonly Claim[],
  weigh?: Weigh,
): number {
  const { response } = exchange;
  if (!response) return 1;
  const least: readonly Weight[] =
    response.status < 300 && wordsIn(evidence) > LONG ? ['proves'] : ['proves', 'suggests'];
  const told = documented.filter(({ weight }) => least.includes(weight));
  if (told.length) return told.some(({ cause }) => cause !== NO_REFUSAL) ? SHOWN : 1 - SHOWN;
  return response.status < 400 ? inSuccess(exchange, evidence, weigh) : inFailure(exchange, evidence, weigh);
}

function inFailure(exchange: Exchange, evidence: EvidenceSet, weigh: Weigh | undefined): number {
  const { status } = exchange.response!;
  if (evidence.first('challenge') || evidence.first('challenge-page')) return SHOWN;
  if (status === 426 && /tls/i.test(header(exchange.response, 'upgrade') ?? '')) return SHOWN;
  const own = ownWords(exchange, evidence.all('message'));
  if (own.place === 'refusing' && !own.said.length) return MUTE;
  const chance = chanceOfRefusal(own, status, weigh);
  if (!REFUSES.has(status) || !evidence.all('message').some(({ fact }) => denies(fact.text))) return chance;
  return (chance * BENEFIT) / (chance * BENEFIT + 1 - chance);
}

/** Numbers that say nothing but that access is refused. */
const REFUSES: ReadonlySet<number> = new Set([401, 403, 407]);
/** How much likelier something else has to be, where such a number stands beside a word like "forbidden", before it is taken for it. */
const BENEFIT = 4;

function inSuccess(exchange: Exchange, evidence: EvidenceSet, weigh: Weigh | undefined): number {
  const { status, headers } = exchange.response!;
  const cors = evidence.first('cors')?.fact;
  if (cors?.preflight && cors.blocked) return SHOWN;
  const login = evidence.first('login')?.fact.how;
  if (login === 'redirect') return SHOWN;
  const challenge = evidence.first('challenge-page');
  if (challenge?.at[0]?.in === 'header' && headers.length) return SHOWN;
  const own = ownWords(exchange, evidence.all('message'));
  const chance = chanceOfRefusal(own, status, weigh);
  if (chance >= 0.5) return chance;
  if (status >= 300) return NONE;
  const words = wordsIn(evidence);
  if (login === 'form' && !isLogin(exchange.request.url) && words <= FORM_ONLY) return 0.8;
  if (challenge && isBarePage(exchange) && words <= FORM_ONLY) return SHOWN;
  return NONE;
}

function wordsIn(evidence: EvidenceSet): number {
  return evidence.all('message').reduce((sum, { fact }) => sum + fact.text.split(/\s+/).length, 0);
}

/** A page that asks for nothing but that the browser proves itself. */
function isBarePage({ response }: Exchange): boolean {
  const text = response?.body?.text.slice(0, 65_536) ?? '';
  return !/javascript|css|json/i.test(header(response, 'content-type') ?? '') && !FIELD.test(text);
}

const FIELD =
  /<(?:textarea|select)\b|<input[^>]{0,200}type=["']?(?:text|email|password|search|tel)|<input(?![^>]{0,300}type=)/i;

interface Scored {
  readonly cause: { readonly id: string };
  readonly bits: number;
  /** What was found outside the exchange, among others. */
  readonly weighed: readonly { readonly claim: Claim; readonly bits: number }[];
}

/**
 * Gives the cause that is none the share that the other causes leave it: what the exchange itself shows stands in `chance`, and what experiments,
 * files and logs add counts for it as for every cause.
 */
export function settle<T extends Scored>(scored: readonly T[], chance: number): readonly T[] {
  const outside = ({ weighed }: T): number =>
    weighed.reduce((sum, { claim, bits }) => sum + (claim.quote ? bits : 0), 0);
  const others = scored.filter(({ cause }) => cause.id !== NO_REFUSAL);
  const odds = Math.log2(Math.max(1 - chance, FLOOR) / Math.max(chance, FLOOR));
  return scored.map((s) => {
    if (s.cause.id !== NO_REFUSAL) return s;
    const bits = sum(others.map((o) => o.bits - outside(o))) + odds + outside(s);
    // refused, whichever of the causes it is: then none of them is less probable than that it is none
    const refused = bits < sum(others.map((o) => o.bits));
    return { ...s, bits: refused ? Math.min(bits, Math.max(...others.map((o) => o.bits)) - 1) : bits };
  });
}

/** Whether access was refused at all, by what the exchange shows and by what was found outside of it. */
export function isRefusal({ case: c, ranked }: Judgement): boolean {
  return !c.exchange.response || ranked[0]?.cause.id !== NO_REFUSAL;
}

/** Bits of several together. */
function sum(bits: readonly number[]): number {
  const top = Math.max(...bits);
  return top + Math.log2(bits.reduce((all, b) => all + 2 ** (b - top), 0));
}

/** No chance is ever nothing. */
const FLOOR = 0.002;
