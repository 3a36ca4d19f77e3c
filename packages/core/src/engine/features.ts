// What is counted of an exchange: each feature has fitted bits for every cause (`fitted.ts`). The same code runs in `npm run fit`.
import { read } from '../language/languages.ts';
import { type Reading, type Statement, signed } from '../language/statements.ts';
import { isStandard, shapeOf, silence } from '../model/case.ts';
import type { Case, Claim } from '../model/cause.ts';
import type { Role } from '../model/evidence.ts';
import type { Span } from '../model/exchange.ts';
import { type Sent, sentKind } from '../model/sent.ts';
import { aimOf, comingFrom } from './aim.ts';
import { echoed, withoutEcho } from './echo.ts';
import { type Fact, factsOf } from './facts.ts';
import { saidAgainstSent } from './said-against-sent.ts';

/** Features that rest on the same bytes and are told as one piece of evidence. */
export interface Ground {
  readonly of: 'prior' | 'structure' | 'words';
  readonly features: readonly string[];
  readonly at: readonly Span[];
  /** The claim of a cause's own judge that it stands for. */
  readonly claim?: Claim;
  /** The fact of structure that it stands for. */
  readonly fact?: Fact;
  /** One sentence of the answer as it stands there, what it says, and the words of a statement without its sentence. */
  readonly sentence?: {
    readonly text: string;
    readonly whole: string;
    readonly statements: readonly Statement[];
    /** Where in the text the sentence says "or". */
    readonly choices: readonly number[];
  };
}

/** Words of an answer that are read; the reason stands among the first. */
const MOST_WORDS = 400;
/** Letters of a word that count: a cheap stem that serves every language. */
const STEM = 7;

/** The features of a case, by what they rest on; each feature stands once, where it comes first. */
export function groundsOf(c: Case, roles: readonly Role[], claims: readonly Claim[]): readonly Ground[] {
  const seen = new Set<string>();
  const fresh = (features: readonly string[]): readonly string[] =>
    features.filter((feature) => !seen.has(feature) && seen.add(feature));
  const sent = sentKind(c);
  const grounds: readonly Ground[] = [
    { of: 'prior', features: fresh(circumstances(c, roles)), at: [] },
    ...claims.map(
      (claim): Ground => ({
        of: 'structure',
        features: fresh([`claim:${claim.cause}/${claim.weight}`]),
        at: claim.at,
        claim,
      }),
    ),
    ...[...factsOf(c), ...saidAgainstSent(c)].map(
      (fact): Ground => ({
        of: 'structure',
        features: fresh([`fact ${fact.id}`, `fact ${fact.id} sent ${sent}`]),
        at: fact.at,
        fact,
      }),
    ),
    ...groundsOfWords(c, fresh),
  ];
  return grounds.filter(({ features }) => features.length > 0);
}

/** The grounds that the answer's words give, a sentence each. */
export function groundsOfWords(c: Case, fresh: (features: readonly string[]) => readonly string[]): readonly Ground[] {
  const sent = sentKind(c);
  const grounds: Ground[] = [];
  const told = new Set<string>();
  const own = echoed(c);
  let words = 0;
  for (const { fact, at } of c.evidence.all('message')) {
    const text = fact.text.trim();
    if (words > MOST_WORDS || told.has(text) || isStandard(text)) continue;
    told.add(text);
    const reading = withoutEcho(read(text), text, own);
    words += reading.tokens.length;
    for (const { from, to } of sentencesOf(reading)) {
      const sentence = reading.tokens[from]!.sentence;
      const features = fresh(wordFeatures(reading, from, to, sent, c.safe));
      if (!features.length) continue;
      const whole = text.slice(reading.tokens[from]!.start, reading.tokens[to - 1]!.end);
      const statements = reading.statements.filter((s) => s.sentence === sentence);
      const choices = reading.tags
        .filter((tag) => tag.concept === 'or' && tag.from >= from && tag.from < to)
        .map((tag) => reading.tokens[tag.from]!.start);
      grounds.push({ of: 'words', features, at, sentence: { text, whole, statements, choices } });
    }
  }
  return grounds;
}

function sentencesOf({ tokens }: Reading): readonly { readonly from: number; readonly to: number }[] {
  const found: { from: number; to: number }[] = [];
  tokens.forEach(({ sentence }, i) => {
    if (i > 0 && tokens[i - 1]!.sentence === sentence) found.at(-1)!.to = i + 1;
    else found.push({ from: i, to: i + 1 });
  });
  return found;
}

/** What is known before any word is read: the number, what was sent, by which method, where to, and who answers. */
function circumstances(c: Case, roles: readonly Role[]): readonly string[] {
  const sent = sentKind(c);
  const { status } = c;
  const method = c.method === 'request' ? 'unknown' : c.safe ? 'safe' : 'unsafe';
  const quiet = silence(c);
  const how = quiet === undefined ? 'spoken' : 'bare';
  const family = Math.floor(status / 100);
  const path = pathKind(c);
  return [
    'bias',
    how,
    `status ${status}`,
    `status ${status} ${how}`,
    `status ${family}xx`,
    `status ${family}xx ${how}`,
    `sent ${sent}`,
    `sent ${sent} ${how}`,
    `sent ${sent} status ${status}`,
    `method ${method}`,
    `method ${method} ${how}`,
    `method ${method} sent ${sent}`,
    ...(quiet ? [`quiet ${quiet}`, `quiet ${quiet} sent ${sent}`] : []),
    `path ${path} ${how}`,
    `path ${path} ${how} sent ${sent}`,
    ...[...new Set(roles)].flatMap((role) => [`role ${role}`, `role ${role} ${how}`]),
    ...agents(c, sent),
    ...(quiet ? aims(c, sent) : []),
  ];
}

/** What kind of client asks, with a credential or without. */
function agents(c: Case, sent: Sent): readonly string[] {
  const agent = c.headersKnown ? c.evidence.first('user-agent')?.fact.kind : undefined;
  return agent ? [`agent ${agent}`, `agent ${agent} sent ${credential(sent)}`] : [];
}

function credential(sent: Sent): string {
  return sent === 'nothing' || sent === 'unknown' ? sent : 'something';
}

/** What is asked for, and from where: all else that an answer without a reason leaves to go by. */
function aims(c: Case, sent: Sent): readonly string[] {
  const aim = aimOf(c);
  const from = comingFrom(c);
  return [`aim ${aim}`, `aim ${aim} sent ${credential(sent)}`, ...(from ? [`from ${from}`] : [])];
}

function pathKind(c: Case): string {
  const shape = shapeOf(c);
  if (shape.guarded) return 'guarded';
  if (shape.api) return 'api';
  return shape.directory ? 'directory' : shape.file ? 'file' : 'page';
}

/** Features of one sentence: words and pairs of words, concepts and pairs of concepts, statements; many of them beside what was sent. */
function wordFeatures(reading: Reading, from: number, to: number, sent: Sent, safe: boolean): readonly string[] {
  const { sentence } = reading.tokens[from]!;
  const words = reading.tokens.slice(from, to).map(({ text }) => stem(text));
  const tags = reading.tags.filter((tag) => tag.from >= from && tag.from < to);
  const concepts = [...new Set(tags.filter(({ concept }) => concept !== 'filler').map(signed))].sort();
  const features: string[] = [];
  words.forEach((word, i) => {
    features.push(`w:${word}`, `w:${word}@${sent}`);
    if (i) features.push(`w:${words[i - 1]} ${word}`);
  });
  concepts.forEach((concept, i) => {
    features.push(`c:${concept}`, `c:${concept}@${sent}`, `c:${concept}@${safe ? 'safe' : 'unsafe'}`);
    for (const other of concepts.slice(i + 1)) features.push(`p:${concept} ${other}`);
  });
  for (const statement of reading.statements)
    if (statement.sentence === sentence) features.push(`s:${keyOf(statement)}`, `s:${keyOf(statement)}@${sent}`);
  return features;
}

/** The features of a statement by itself, as the lines of `data/statements.txt` are learnt. */
export function statementFeatures(statement: Statement, sent: Sent): readonly string[] {
  const key = keyOf(statement);
  const [thing, state] = [statement.thing, statement.denied ? `-${statement.state}` : statement.state];
  return [
    `s:${key}`,
    `s:${key}@${sent}`,
    ...[thing, state].flatMap((concept) => [`c:${concept}`, `c:${concept}@${sent}`]),
    `p:${[thing, state].sort().join(' ')}`,
  ];
}

/** A statement as a feature names it. */
export function keyOf({ thing, state, denied }: Pick<Statement, 'thing' | 'state' | 'denied'>): string {
  return `${thing}.${denied ? '-' : ''}${state}`;
}

function stem(word: string): string {
  // numbers of a status say something, others are ids and counts
  return /^\d+$/.test(word) ? (/^[45]\d\d$/.test(word) ? word : '#') : word.slice(0, STEM);
}
