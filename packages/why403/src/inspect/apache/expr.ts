/** Evaluates Apache's expressions for one request. Every comparison is a question of its own, so that the deciding one can be told. */
import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { rangeHolds } from '../shared/address-match.ts';
import { quoteEvidence } from '../shared/quote-value.ts';
import type { About, Place } from '../shared/trial.ts';
import { compilePattern, matchWildcard } from '../shared/user-pattern.ts';
import { type Expr, parseExpr, type Word } from './expr-parse.ts';
import { headerValue, type Step, type Value, variable } from './request.ts';

/** True, false, or undefined where the expression is not understood. `wantsUser`: it reads the login. */
export function evaluateExpr(
  source: string,
  step: Step,
  place: Place,
  key: string,
): { readonly value: boolean | undefined; readonly wantsUser: boolean } {
  const expr = parseExpr(source);
  if (!expr) {
    step.trial.unseen(`${place.file}:${place.line}: the expression is not understood.`);
    return { value: undefined, wantsUser: false };
  }
  const run: Run = { step, place, key, count: 0, groups: [], wantsUser: false };
  const value = evaluate(expr, run);
  return { value, wantsUser: run.wantsUser };
}

interface Run {
  readonly step: Step;
  readonly place: Place;
  readonly key: string;
  count: number;
  groups: readonly (string | undefined)[];
  wantsUser: boolean;
}

function evaluate(expr: Expr, run: Run): boolean {
  switch (expr.is) {
    case 'literal':
      return expr.value;
    case 'not':
      return !evaluate(expr.of, run);
    case 'and': {
      // Both sides are asked, so that both are on record; the first one decides as it does in the server.
      const left = evaluate(expr.left, run);
      return evaluate(expr.right, run) && left;
    }
    case 'or': {
      const left = evaluate(expr.left, run);
      return evaluate(expr.right, run) || left;
    }
    default:
      return ask(expr, run);
  }
}

function ask(expr: Exclude<Expr, { is: 'literal' | 'not' | 'and' | 'or' }>, run: Run): boolean {
  const left = readWord(expr.is === 'unary' ? expr.word : expr.left, run);
  const others =
    expr.is === 'compare'
      ? [readWord(expr.right, run)]
      : expr.is === 'in'
        ? expr.list.map((word) => readWord(word, run))
        : [];
  const all = [left, ...others];
  const subject = all.find((value) => value.about !== 'always') ?? left;
  let value = false;
  let known = all.every((item) => item.known);
  if (known) {
    const answer = compute(expr, left, others, run);
    if (answer === undefined) known = false;
    else value = answer;
  }
  if (!known) {
    run.step.trial.unseen(
      `${run.place.file}:${run.place.line}: ${expr.source} depends on what only the server sees; taken as not fulfilled.`,
    );
  }
  return run.step.trial.leaf({
    key: `${run.key}#${run.count++}`,
    about: subject.about === 'always' ? 'always' : subject.about,
    value,
    known,
    place: run.place,
    asks: () => `${expr.source} (here ${subject.known ? quoteEvidence(subject.about, subject.text) : 'not seen'})`,
    absent: subject.absent,
  });
}

function compute(expr: Expr, left: Value, others: readonly Value[], run: Run): boolean | undefined {
  const right = others[0]?.text ?? '';
  switch (expr.is) {
    case 'match': {
      const pattern = compilePattern(expr.pattern, expr.ignoreCase);
      const groups = pattern?.exec(left.text);
      if (groups === undefined) return undefined;
      if (groups) run.groups = groups;
      return (groups !== null) !== expr.not;
    }
    case 'in':
      return others.some((other) => other.text === left.text);
    case 'unary':
      return unary(expr.op, left.text);
    case 'compare':
      break;
    default:
      return undefined;
  }
  const number = [Number.parseInt(left.text, 10) || 0, Number.parseInt(right, 10) || 0] as const;
  switch (expr.op) {
    case '==':
    case '=':
      return left.text === right;
    case '!=':
      return left.text !== right;
    case '<':
      return left.text < right;
    case '<=':
      return left.text <= right;
    case '>':
      return left.text > right;
    case '>=':
      return left.text >= right;
    case 'ipmatch':
      return rangeHolds(right, left.text);
    case 'strmatch':
    case 'fnmatch':
      return matchWildcard(right, left.text, { pathname: expr.op === 'fnmatch' });
    case 'strcmatch':
      return matchWildcard(right, left.text, { ignoreCase: true });
    default:
      return byNumber(expr.op, number, left.text, right);
  }
}

/** Integers with `-eq` and its like; SSLRequire's `eq` compares text where either side is no number. */
function byNumber(op: string, [a, b]: readonly [number, number], left: string, right: string): boolean | undefined {
  const text = !/^-?\d+$/.test(left) || !/^-?\d+$/.test(right);
  const order = text ? (left === right ? 0 : left < right ? -1 : 1) : Math.sign(a - b);
  return { eq: order === 0, ne: order !== 0, lt: order < 0, le: order <= 0, gt: order > 0, ge: order >= 0 }[op];
}

function unary(op: string, text: string): boolean | undefined {
  const info = (): ReturnType<typeof statSync> | undefined => {
    try {
      return statSync(text);
    } catch {
      return undefined;
    }
  };
  switch (op) {
    case '-n':
      return text !== '';
    case '-z':
      return text === '';
    case '-T':
      return !/^(?:|0|off|false|no)$/i.test(text);
    case '-e':
      return info() !== undefined;
    case '-f':
      return info()?.isFile() ?? false;
    case '-d':
      return info()?.isDirectory() ?? false;
    case '-s':
      return Number(info()?.size ?? 0) > 0;
    default:
      return undefined;
  }
}

function readWord(word: Word, run: Run): Value {
  const values = word.map((part): Value => {
    switch (part.is) {
      case 'text':
        return { text: part.text, about: 'always', absent: false, known: true };
      case 'group':
        return { text: run.groups[part.index] ?? '', about: 'always', absent: false, known: true };
      case 'variable':
        if (/^REMOTE_USER$/i.test(part.name)) run.wantsUser = true;
        return variable(run.step.request, part.name);
      default:
        return call(part.name, readWord(part.arg, run), run);
    }
  });
  const subject = values.find((value) => value.about !== 'always');
  const about: About = subject?.about ?? 'always';
  return {
    text: values.map((value) => value.text).join(''),
    about,
    absent: subject?.absent ?? false,
    known: values.every((value) => value.known),
  };
}

function call(name: string, arg: Value, run: Run): Value {
  const { request } = run.step;
  const hash = (algorithm: string): Value => ({ ...arg, text: createHash(algorithm).update(arg.text).digest('hex') });
  switch (name) {
    case 'req':
    case 'http':
    case 'req_novary':
      return headerValue(request, arg.text);
    case 'env':
    case 'reqenv': {
      const text = request.env.get(arg.text);
      return { text: text ?? '', about: 'env', absent: text === undefined, known: true };
    }
    case 'osenv':
      return { text: '', about: 'unseen', absent: false, known: false };
    case 'tolower':
      return { ...arg, text: arg.text.toLowerCase() };
    case 'toupper':
      return { ...arg, text: arg.text.toUpperCase() };
    case 'md5':
    case 'sha1':
      return hash(name);
    case 'base64':
      return { ...arg, text: Buffer.from(arg.text).toString('base64') };
    case 'unbase64':
      return { ...arg, text: Buffer.from(arg.text, 'base64').toString() };
    case 'escape':
      return { ...arg, text: encodeURI(arg.text) };
    case 'unescape':
      return {
        ...arg,
        text: arg.text.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
      };
    default:
      return { text: '', about: 'unseen', absent: false, known: false };
  }
}
