/** From a judged refusal to findings: which condition turns it, what cause that means, and the least change, tried in memory. */
import type { ShellLine } from '@why403/core';
import type { Finding, ServerFix } from '../types.ts';
import { changesOf, type Edit, layOver, type ReadText, readFromDisk, toCommands } from './config-edit.ts';
import { hideLiterals } from './quote-value.ts';
import type { ServerView } from './server-view.ts';
import { causeOf, findPivots, type Leaf, type Place, quietTrial, startTrial, type Trial } from './trial.ts';
import { bothEnds, newTries, type Tries } from './tries.ts';

/** What a server's evaluator says of one request. */
export interface Judged {
  readonly refused: boolean;
  /** Status that the server would answer with; 200 where something behind it answers. */
  readonly status: number;
  /** The rule that decided. */
  readonly place?: Place;
  /** What is refused where no rule stands behind it, such as a folder that the default does not list. */
  readonly what?: string;
}

export interface Evaluator<J extends Judged> {
  readonly id: string;
  judge(view: ServerView, trial: Trial, read: ReadText): J;
  /** More changes to try after those of the conditions, the narrowest first. */
  candidates(judged: J, view: ServerView): readonly { readonly edits: readonly Edit[]; readonly text: string }[];
  /** Commands that test the configuration and make the server take it up. */
  reload(edits: readonly Edit[]): readonly ShellLine[];
  /** Fixes that are no change of the configuration, told first. */
  others?(judged: J, pivots: readonly Leaf[], view: ServerView): readonly ServerFix[];
  /** May this condition count as what decided? */
  counts?(leaf: Leaf, judged: J): boolean;
}

export interface Explained<J extends Judged> {
  readonly judged: J;
  readonly pivots: readonly Leaf[];
  readonly finding?: Finding;
  readonly near: readonly Finding[];
  readonly unseen: readonly string[];
}

const turnOver = (base: ReadonlySet<string>, more: ReadonlySet<string>): ReadonlySet<string> =>
  new Set([...[...base].filter((key) => !more.has(key)), ...[...more].filter((key) => !base.has(key))]);

/** Where all that is known lets the request pass and yet it was refused: the one unseen answer that explains it. */
function guessUnseen<J extends Judged>(
  evaluator: Evaluator<J>,
  view: ServerView,
  leaves: readonly Leaf[],
  tries: Tries,
): ReadonlySet<string> {
  const unknown = leaves.filter((one) => !one.known);
  for (const leaf of bothEnds(unknown, Math.floor(tries.left() / 3))) {
    if (!tries.take()) break;
    const turned = new Set([leaf.key]);
    const judged = evaluator.judge(view, quietTrial(turned), readFromDisk);
    if (judged.refused && judged.status === view.status) return turned;
  }
  return new Set();
}

/** Judges the request and explains a refusal. */
export function explain<J extends Judged>(
  evaluator: Evaluator<J>,
  view: ServerView,
  override?: { cause: Finding['cause'] },
): Explained<J> {
  let trial = startTrial();
  let judged = evaluator.judge(view, trial, readFromDisk);
  const tries = newTries(trial.asked, FEWEST);
  let assumed: ReadonlySet<string> = new Set();
  if (!judged.refused && view.status !== undefined && view.status >= 400) {
    assumed = guessUnseen(evaluator, view, trial.leaves, tries);
    if (assumed.size) {
      trial = startTrial(assumed);
      judged = evaluator.judge(view, trial, readFromDisk);
    }
  }
  if (!judged.refused) return { judged, pivots: [], near: [], unseen: trial.unseenList };
  const effect = (turned: ReadonlySet<string>): 'passes' | 'other-rule' | 'same-rule' => {
    const otherTrial = quietTrial(turnOver(assumed, turned));
    const other = evaluator.judge(view, otherTrial, readFromDisk);
    if (!other.refused) return 'passes';
    // A rule that strikes before this one is reached says nothing about this one: fewer questions were asked then.
    const reached = otherTrial.asked >= trial.asked;
    return reached && !samePlace(other.place, judged.place) ? 'other-rule' : 'same-rule';
  };
  const pivots = findPivots(trial.leaves, effect, tries).filter((leaf) => evaluator.counts?.(leaf, judged) ?? true);
  const cause = override?.cause ?? causeOf(pivots);
  const place = ruleOf(judged, pivots);
  const told = pivots
    .filter((leaf) => leaf.about !== 'always' && leaf.about !== 'path' && leaf.about !== 'env')
    .slice(0, 2);
  // A rule that compares a key or a token has it in the line.
  const secret = (at: Place): boolean =>
    trial.leaves.some((leaf) => samePlace(leaf.place, at) && SECRET.includes(leaf.about));
  const fixes = planFixes(evaluator, judged, pivots, view, assumed, tries);
  const what = judged.what ?? view.rawPath;
  // An answer that was assumed is borne out where the server refused just so, and would not have with the other answer.
  const sure = view.status === undefined ? pivots.every((leaf) => leaf.known) : view.status === judged.status;
  const because = told.length ? ` It turns on this: ${told.map(sayLeaf).join('; ')}.` : '';
  return {
    judged,
    pivots,
    unseen: trial.unseenList,
    near: nearMisses(evaluator.id, trial.leaves, pivots),
    finding: {
      cause,
      weight: sure ? 'proves' : view.status === undefined ? 'suggests' : 'hints',
      says: place
        ? `${place.file}:${place.line} refuses this request with ${judged.status}.${because}`
        : `${what} is refused with ${judged.status} by default: no rule allows it.${because}`,
      quote: cut(place && secret(place) ? hideLiterals(place.text) : (place?.text ?? what), 600),
      ...(place
        ? { location: { file: place.file, line: place.line } }
        : judged.what?.startsWith('/')
          ? { location: { file: judged.what } }
          : {}),
      fixes,
      by: evaluator.id,
    },
  };
}

const samePlace = (a: Place | undefined, b: Place | undefined): boolean => a?.file === b?.file && a?.line === b?.line;

const cut = (text: string, length: number): string => (text.length > length ? `${text.slice(0, length - 1)}…` : text);

const sayLeaf = (leaf: Leaf): string =>
  `${cut(SECRET.includes(leaf.about) ? hideLiterals(leaf.asks()) : leaf.asks(), 400)}: ${leaf.known ? (leaf.value ? 'yes' : 'no') : 'not seen'} (${leaf.place.file}:${leaf.place.line})`;

/** The line to show: the condition itself where it stands in the rule, else the rule that the server came to. */
function ruleOf(judged: Judged, pivots: readonly Leaf[]): Place | undefined {
  const direct = pivots.find((leaf) => /^(?:require|compat|limit|ssl|redirect):/.test(leaf.key));
  return direct?.place ?? judged.place ?? pivots[0]?.place;
}

/** Conditions that could have refused, and let the request pass. */
function nearMisses(by: string, leaves: readonly Leaf[], pivots: readonly Leaf[]): readonly Finding[] {
  const about = new Set(pivots.map((leaf) => causeOf([leaf])));
  return leaves
    .filter(
      (leaf) =>
        leaf.known && !pivots.includes(leaf) && ['ip', 'method', 'user-agent', 'origin', 'tls'].includes(leaf.about),
    )
    .filter((leaf) => !about.has(causeOf([leaf])))
    .slice(0, 3)
    .map((leaf) => ({
      cause: causeOf([leaf]),
      weight: 'doubts' as const,
      says: `This line was asked too and did not decide: ${cut(leaf.asks(), 400)}: ${leaf.value ? 'yes' : 'no'}.`,
      quote: cut(leaf.place.text, 600),
      location: { file: leaf.place.file, line: leaf.place.line },
      fixes: [],
      by,
    }));
}

const SECRET: readonly Leaf['about'][] = ['credentials', 'token-invalid', 'csrf'];
/** Judgings that the trying of a change costs: the configuration is read anew. */
const READING = 2;
/** Judgings of the largest configuration. */
const FEWEST = 20;
const MAX_FIXES = 3;
/** Changes of each sort that are tried: each reads and judges the whole configuration anew. */
const MAX_TRIES = 8;
const MAX_EDIT = 8000;

function planFixes<J extends Judged>(
  evaluator: Evaluator<J>,
  judged: J,
  pivots: readonly Leaf[],
  view: ServerView,
  assumed: ReadonlySet<string>,
  tries: Tries,
): readonly ServerFix[] {
  // A rule on address and method is mended at the address, not by letting the method loose.
  const kinds: readonly (Leaf['about'] | undefined)[] = [pivots[0]?.about, 'path', 'always', 'env'];
  const tried = [
    ...pivots
      .filter((leaf) => kinds.includes(leaf.about))
      .flatMap((leaf) =>
        (leaf.amend?.() ?? []).map((edits) => ({
          edits,
          text: `Change ${sayEdit(edits[0], leaf.place)} so that it lets this request pass.`,
        })),
      )
      .slice(0, MAX_TRIES),
    ...evaluator.candidates(judged, view).slice(0, MAX_TRIES),
  ];
  const fixes: ServerFix[] = [...(evaluator.others?.(judged, pivots, view) ?? [])];
  const seen = new Set<string>();
  // What is refused without any change, asked once for all of them.
  const before = new Map<string, boolean>();
  for (const { edits: raw, text } of tried) {
    if (!raw.length) continue;
    if (fixes.length >= MAX_FIXES || !tries.take(READING)) break;
    // A line that no person could read in a command is left to the editor.
    if (raw.some((edit) => edit.op === 'replace' && edit.text.length > MAX_EDIT)) continue;
    const edits = keepIndent(raw);
    const commands = toCommands(edits);
    const key = commands.join('\n');
    if (seen.has(key)) continue;
    seen.add(key);
    const read = layOver(readFromDisk, edits);
    // A change that this evaluator does not see succeed is not offered.
    if (evaluator.judge(view, quietTrial(assumed), read).refused) continue;
    const reload = evaluator.reload(edits);
    fixes.push({
      who: 'server-admin',
      text,
      commands: [...commands, ...reload],
      opens: whatOpens(evaluator, view, read, before, tries),
      changes: changesOf(edits),
      reload,
    });
  }
  return fixes;
}

/** Where a change is made: a list that a condition looks into may stand elsewhere than the condition. */
function sayEdit(edit: Edit | undefined, place: Place): string {
  const line = edit && edit.op !== 'insert' ? edit.line : place.line;
  return `${edit?.file ?? place.file}:${line}`;
}

/** Gives new lines the indentation of the line they replace or stand before. */
function keepIndent(edits: readonly Edit[]): readonly Edit[] {
  return edits.map((edit) => {
    if (edit.op === 'delete') return edit;
    const old = readFromDisk(edit.file).split('\n')[edit.op === 'insert' ? edit.after : edit.line - 1] ?? '';
    const indent = /^[ \t]*/.exec(old)?.[0] ?? '';
    if (edit.op === 'replace') return /^\s/.test(edit.text) ? edit : { ...edit, text: indent + edit.text };
    return edit.lines.some((line) => /^\s/.test(line))
      ? edit
      : { ...edit, lines: edit.lines.map((line) => indent + line) };
  });
}

/** Paths of other requests that are tried: another one of the same folder, and one of the root. */
export const otherPaths = (rawPath: string): readonly [string, string] => [
  `${rawPath.replace(/[^/]*$/, '')}why403-other`,
  '/why403-other',
];

/** Other requests that are refused now and would pass after the change. */
function whatOpens<J extends Judged>(
  evaluator: Evaluator<J>,
  view: ServerView,
  read: ReadText,
  before: Map<string, boolean>,
  tries: Tries,
): readonly string[] {
  let untried = false;
  const opens = (other: ServerView): boolean => {
    if (!tries.take(2)) untried = true;
    if (untried) return false;
    const key = `${other.method} ${other.clientAddress} ${other.rawPath}`;
    const refused = before.get(key) ?? evaluator.judge(other, quietTrial(), readFromDisk).refused;
    before.set(key, refused);
    return refused && !evaluator.judge(other, quietTrial(), read).refused;
  };
  const out: string[] = [];
  const folder = view.rawPath.replace(/[^/]*$/, '');
  const stranger = '203.0.113.77';
  if (opens({ ...view, clientAddress: stranger })) out.push(`${view.method} ${view.rawPath} to every client address`);
  const [beside, atRoot] = otherPaths(view.rawPath);
  if (opens({ ...view, rawPath: beside })) out.push(`what else lies below ${folder}`);
  if (folder !== '/' && opens({ ...view, rawPath: atRoot })) out.push('other paths of this server');
  for (const method of ['POST', 'PUT', 'DELETE']) {
    if (method !== view.method && opens({ ...view, method })) out.push(`${view.rawPath} to the method ${method}`);
  }
  // nothing is said to stay closed that was not asked for
  if (untried) out.push('perhaps more: the configuration is too large to try all other requests');
  return out;
}

/** The request as Apache's and other logs have it: path and query as sent. */
export const targetOf = (view: ServerView): string =>
  `${view.rawPath}${view.query === undefined ? '' : `?${view.query}`}`;
