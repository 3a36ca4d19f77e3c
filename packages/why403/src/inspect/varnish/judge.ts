/** Carries out vcl_recv for one request up to the answer that it gives itself. Source: https://varnish-cache.org/docs/trunk/users-guide/vcl.html */
import { rangeHolds } from '../shared/address-match.ts';
import type { Edit } from '../shared/config-edit.ts';
import type { Judged } from '../shared/explain.ts';
import { quoteEvidence } from '../shared/quote-value.ts';
import type { ServerView } from '../shared/server-view.ts';
import { type About, aboutHeader, aboutPattern, lineKey, type Trial } from '../shared/trial.ts';
import { compilePattern } from '../shared/user-pattern.ts';
import type { Statement, Token, Vcl } from './parse.ts';

export interface VarnishJudged extends Judged {
  /** Whether the request goes on, to the cache or a backend. */
  readonly passesOn: boolean;
}

interface State {
  readonly vcl: Vcl;
  readonly view: ServerView;
  readonly trial: Trial;
  /** Values that the VCL set, by name in lower case; undefined for unset ones and for what cannot be known. */
  readonly set: Map<string, { readonly text: string; readonly known: boolean }>;
  called: number;
}

type End = { readonly status: number; readonly at: Token } | 'on';

/** Calls within calls, and calls in all: what calls twice at each depth never ends. */
const MOST_CALLS = 30;
const MOST_CALLED = 50_000;

export function judgeVarnish(vcl: Vcl, view: ServerView, trial: Trial): VarnishJudged {
  const state: State = { vcl, view, trial, set: new Map(), called: 0 };
  const end = run(vcl.subs.get('vcl_recv') ?? [], state, 0);
  if (end === undefined || end === 'on') return { refused: false, status: 200, passesOn: true };
  return { refused: end.status >= 400, status: end.status, place: end.at, passesOn: false };
}

function run(body: readonly Statement[], state: State, calls: number): End | undefined {
  for (const statement of body) {
    let end: End | undefined;
    if (statement.is === 'if') {
      const branch = statement.branches.find(({ when }) => when.length === 0 || holds(when, state));
      end = branch && run(branch.body, state, calls);
    } else end = carryOut(statement.tokens, state, calls);
    if (end) return end;
  }
  return undefined;
}

function carryOut(tokens: readonly Token[], state: State, calls: number): End | undefined {
  const [verb, first] = tokens;
  if (!verb) return undefined;
  switch (verb.value) {
    case 'return': {
      const what = tokens.slice(1).find(({ kind }) => kind === 'word');
      if (what?.value === 'synth') return { status: numberIn(tokens), at: what };
      if (what?.value === 'fail') return { status: 503, at: what };
      // A backend or the cache answers, and the rest of VCL with them.
      return 'on';
    }
    case 'error':
      return { status: numberIn(tokens), at: verb };
    case 'call': {
      const body = state.vcl.subs.get(first?.value ?? '');
      return body && calls < MOST_CALLS && state.called++ < MOST_CALLED ? run(body, state, calls + 1) : undefined;
    }
    case 'set': {
      const value = tokens.slice(3);
      const text = value.length === 1 && value[0]?.kind === 'string' ? value[0].value : undefined;
      state.set.set((first?.value ?? '').toLowerCase(), { text: text ?? '', known: text !== undefined });
      return undefined;
    }
    case 'unset':
    case 'remove':
      state.set.set((first?.value ?? '').toLowerCase(), { text: '', known: true });
      return undefined;
    default:
      return undefined;
  }
}

/** The status of `synth(403, …)` and `error 403 …`; numbers above 999 keep their last three digits. */
function numberIn(tokens: readonly Token[]): number {
  return Number(tokens.find(({ kind, value }) => kind === 'word' && /^\d{3,5}$/.test(value))?.value ?? 503) % 1000;
}

/** A condition: `||` binds less than `&&`, `!` most. */
function holds(tokens: readonly Token[], state: State): boolean {
  const any = splitAt(tokens, '||');
  if (any.length > 1) return any.some((part) => holds(part, state));
  const all = splitAt(tokens, '&&');
  if (all.length > 1) return all.every((part) => holds(part, state));
  const [first] = tokens;
  if (!first) return false;
  const isWrapped = first.kind === 'mark' && first.value === '(' && lastOf(tokens)?.value === ')';
  if (first.kind === 'mark' && first.value === '!') return !holds(tokens.slice(1), state);
  if (isWrapped && depthAt(tokens)) return holds(tokens.slice(1, -1), state);
  return compare(tokens, state);
}

const lastOf = (tokens: readonly Token[]): Token | undefined => tokens.at(-1);

/** Whether the first bracket closes with the last token and not before. */
function depthAt(tokens: readonly Token[]): boolean {
  let depth = 0;
  return tokens.every(({ kind, value }, i) => {
    if (kind === 'mark' && value === '(') depth++;
    if (kind === 'mark' && value === ')') depth--;
    return depth > 0 || i === tokens.length - 1;
  });
}

function splitAt(tokens: readonly Token[], mark: string): readonly (readonly Token[])[] {
  const out: Token[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    if (token.kind === 'mark' && token.value === '(') depth++;
    if (token.kind === 'mark' && token.value === ')') depth--;
    if (depth === 0 && token.kind === 'mark' && token.value === mark) out.push([]);
    else (out.at(-1) as Token[]).push(token);
  }
  return out;
}

interface Subject {
  readonly text: string;
  readonly about: About;
  readonly known: boolean;
}

function subjectOf(name: string, { view, set }: State): Subject | undefined {
  const lower = name.toLowerCase();
  const header = /^req\.http\.(.+)$/.exec(lower)?.[1];
  const about = header === undefined ? ABOUT[lower] : aboutHeader(header);
  if (about === undefined) return undefined;
  const changed = set.get(lower);
  if (changed) return { ...changed, about };
  if (header !== undefined) return { text: view.headers.get(header) ?? '', about, known: true };
  if (about === 'method') return { text: view.method, about, known: true };
  if (about === 'path')
    return { text: `${view.rawPath}${view.query === undefined ? '' : `?${view.query}`}`, about, known: true };
  return { text: view.clientAddress ?? '', about, known: view.clientAddress !== undefined };
}

const ABOUT: Readonly<Record<string, About>> = {
  'client.ip': 'ip',
  'remote.ip': 'ip',
  'client.identity': 'ip',
  'req.method': 'method',
  'req.request': 'method',
  'req.url': 'path',
};

/** `a == "b"`, `a ~ "pattern"`, `client.ip ~ list`, or a header alone, which asks whether it is there. */
function compare(tokens: readonly Token[], state: State): boolean {
  const [left, op, right] = tokens;
  const subject = left?.kind === 'word' ? subjectOf(left.value, state) : undefined;
  const text = tokens.map(({ kind, value }) => (kind === 'string' ? `"${value}"` : value)).join(' ');
  const place = left as Token;
  const unknown = (): boolean => {
    state.trial.unseen(`${place.file}:${place.line}: the condition ${text} cannot be evaluated here.`);
    return state.trial.leaf({
      key: `if:${lineKey(place)}:${text}`,
      about: subject?.about ?? 'unseen',
      value: false,
      known: false,
      place,
      asks: () => text,
    });
  };
  if (!left || !subject || tokens.length > 3) return unknown();
  const negated = op?.value.startsWith('!') === true;
  const answer = op === undefined ? subject.text !== '' : right && answerOf(subject, op.value, right, state);
  if (answer === undefined || !subject.known) return unknown();
  const header = /^req\.http\.(.+)$/i.exec(left.value)?.[1];
  const about = header && op?.value.endsWith('~') ? aboutPattern(header, answer) : subject.about;
  return state.trial.leaf({
    key: `if:${lineKey(place)}:${text}`,
    about,
    value: answer !== negated,
    known: true,
    place,
    asks: () => `${text} (here ${quoteEvidence(subject.about, subject.text)})`,
    absent: subject.text === '',
    amend: () => amend(subject, answer, op, right, state),
  });
}

function answerOf(subject: Subject, op: string, right: Token, { vcl }: State): boolean | undefined {
  if (op === '==' || op === '!=') return right.kind === 'string' ? subject.text === right.value : undefined;
  if (op !== '~' && op !== '!~') return undefined;
  if (right.kind === 'string') return matches(right.value, subject.text);
  const acl = vcl.acls.get(right.value);
  if (!acl) return undefined;
  // The narrowest entry that holds the address decides; entries that name a host cannot be told from here.
  const held = acl.entries.filter(({ range }) => rangeHolds(range, subject.text) === true);
  if (!held.length)
    return acl.entries.some(({ range }) => rangeHolds(named(range), subject.text) === undefined) ? undefined : false;
  const widthOf = (range: string): number => Number(range.split('/')[1] ?? 128);
  return !held.reduce((best, one) => (widthOf(one.range) > widthOf(best.range) ? one : best)).not;
}

const named = (range: string): string => range.replace(/^localhost(?=\/|$)/, '127.0.0.1');

function matches(pattern: string, text: string): boolean | undefined {
  const found = compilePattern(pattern)?.exec(text);
  return found === undefined ? undefined : found !== null;
}

/** A rule on who calls is mended by the caller: an exception from it would open what it guards. */
const MENDABLE: readonly About[] = [
  'ip',
  'method',
  'host',
  'user-agent',
  'browser-header',
  'origin',
  'header',
  'content',
];

/** The list or the pattern with this request on its other side. */
function amend(
  subject: Subject,
  answer: boolean,
  op: Token | undefined,
  right: Token | undefined,
  { vcl }: State,
): readonly (readonly Edit[])[] {
  if (!op || !right || !subject.text || !MENDABLE.includes(subject.about)) return [];
  const acl = right.kind === 'word' ? vcl.acls.get(right.value) : undefined;
  if (acl) {
    const entry = `${answer ? '! ' : ''}"${subject.text}"; `;
    const { file, line, text } = acl.place;
    // A line with two lists is left to the editor.
    if (text.split('{').length !== 2) return [];
    return [[{ op: 'replace', file, line, text: text.replace(/\{ ?/, `{ ${entry}`).trimEnd() }]];
  }
  if (right.kind !== 'string' || subject.text.includes('"')) return [];
  const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  const whatever = op.value.endsWith('~') ? right.value : `^${escaped(right.value)}$`;
  // Flags hold for what follows them, so they stay in front.
  const [flags = ''] = /^(?:\(\?[imsx]{1,4}\))?/.exec(whatever) ?? [];
  const old = whatever.slice(flags.length);
  const literal = escaped(subject.text);
  const pattern = answer ? `${flags}^(?!${literal}$).*(?:${old})` : `${flags}(?:${old})|^${literal}$`;
  const whole = `${op.value} "${right.value}"`;
  const { file, line, text } = right;
  if (text.split(whole).length !== 2) return [];
  return [
    [
      {
        op: 'replace',
        file,
        line,
        text: text.replace(whole, () => `${op.value.startsWith('!') ? '!~' : '~'} "${pattern}"`),
      },
    ],
  ];
}
