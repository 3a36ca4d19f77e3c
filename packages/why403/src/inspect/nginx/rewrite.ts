import { look } from './content.ts';
import type { Scope } from './model.ts';
import { matchRegex } from './regex.ts';
import { assume, type Decision, joinDeps, joinVia, type Run, type Value } from './run.ts';
import { type Directive, quoteHead } from './syntax.ts';
import { evaluate, readWords, variable } from './variables.ts';

/** How a run through the rewrite directives of one level ended. */
export type RewriteResult = { readonly decision: Decision } | { readonly changed: boolean };

const CODES = new Set(['set', 'if', 'return', 'rewrite', 'break']);
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

interface Condition {
  readonly holds: boolean;
  readonly deps: ReadonlySet<string>;
  readonly via: readonly Directive[];
}

/** The words of an `if` between its parentheses. */
export function conditionWords(directive: Directive): readonly string[] {
  const known = wordsOf.get(directive);
  if (known) return known;
  const words = readCondition(directive);
  wordsOf.set(directive, words);
  return words;
}

// Thousands of conditions are asked again for each change that is tried.
const wordsOf = new WeakMap<Directive, readonly string[]>();

function readCondition(directive: Directive): readonly string[] {
  const words = [...directive.args];
  if (words[0] === '(') words.shift();
  else if (words[0]?.startsWith('(')) words[0] = words[0].slice(1);
  const last = words.at(-1);
  if (last === ')') words.pop();
  else if (last?.endsWith(')')) words[words.length - 1] = last.slice(0, -1);
  return words.filter((word, index) => word !== '' || index === 2);
}

function compare(run: Run, value: Value, op: string, right: string, says: () => string): Condition {
  const base = { deps: value.deps, via: value.via };
  const unsure = (why: string): Condition => ({ ...base, holds: assume(run, `${says()}: ${why}`, 2) === 1 });
  if (op === '=' || op === '!=') {
    const other = evaluate(run, right);
    const deps = joinDeps(value.deps, other.deps);
    const why = value.unknown ?? other.unknown;
    if (why) return { ...unsure(why), deps };
    return { deps, via: joinVia(value.via, other.via), holds: (value.text === other.text) === (op === '=') };
  }
  if (value.unknown) return unsure(value.unknown);
  const match = matchRegex(right, op.endsWith('*'), value.text);
  if ('unknown' in match) return unsure(match.unknown);
  run.captures = match.matched ? match.captures : [];
  run.captureDeps = value.deps;
  if (match.matched)
    for (const [name, text] of Object.entries(match.named))
      run.vars.set(name, { text: text ?? '', deps: value.deps, via: [] });
  const deps = match.matched && !op.startsWith('!') ? readWords(value.deps) : value.deps;
  return { ...base, deps, holds: match.matched !== op.startsWith('!') };
}

function testFile(run: Run, test: string, value: Value, says: () => string): Condition {
  const base = { deps: value.deps, via: value.via };
  if (value.unknown) return { ...base, holds: assume(run, `${says()}: ${value.unknown}`, 2) === 1 };
  const walk = look(run, value.text.startsWith('/') ? value.text : `${run.files.prefix}/${value.text}`, 'stat');
  const node = walk.errno ? undefined : walk.target;
  const kind = test.at(-1);
  const is =
    node !== undefined &&
    (kind === 'e' ||
      (kind === 'f' && node.kind === 'file') ||
      (kind === 'd' && node.kind === 'dir') ||
      (kind === 'x' && (node.mode & 0o100) !== 0));
  return { ...base, holds: is !== test.startsWith('!') };
}

/** Evaluates the condition of an `if`. */
export function evaluateCondition(run: Run, directive: Directive): Condition {
  const [left = '', op, right = ''] = conditionWords(directive);
  const says = (): string => `"${quoteHead(run.model.config, directive)}" at ${directive.file}:${directive.line}`;
  if (/^!?-[fdex]$/.test(left)) return testFile(run, left, evaluate(run, op ?? ''), says);
  const value = variable(run, left.replace(/^\$\{?|\}$/g, ''));
  if (op === undefined) {
    if (value.unknown)
      return { deps: value.deps, via: value.via, holds: assume(run, `${says()}: ${value.unknown}`, 2) === 1 };
    return { deps: value.deps, via: value.via, holds: value.text !== '' && value.text !== '0' };
  }
  return compare(run, value, op, right, says);
}

function evaluateReturn(run: Run, directive: Directive, scope: Scope): Decision {
  const [first = '', second] = directive.args;
  const code = /^\d{3}$/.test(first) ? Number(first) : undefined;
  const text = evaluate(run, (code === undefined ? first : second) ?? '');
  const status = code ?? 302;
  const { deps, via } = run.control;
  return {
    kind: REDIRECTS.has(status) ? 'redirect' : 'return',
    status,
    says: `${status >= 400 ? 'refused' : 'answered'} by "return ${directive.args.join(' ').slice(0, 80)}"`,
    directive,
    scope,
    deps,
    via,
    // https://nginx.org/en/docs/http/ngx_http_rewrite_module.html#return : with a text it is sent as it is.
    plain: !REDIRECTS.has(status) && (status < 400 || text.text !== '' || second !== undefined),
  };
}

function applyRewrite(run: Run, directive: Directive, scope: Scope): 'no' | 'yes' | 'last' | 'break' | Decision {
  const [pattern = '', replacement = '', flag] = directive.args;
  const match = matchRegex(pattern, false, run.uri);
  if ('unknown' in match) {
    run.unseen.add(`${directive.file}:${directive.line}: ${match.unknown}`);
    return 'no';
  }
  run.captures = match.matched ? match.captures : [];
  run.captureDeps = new Set(['uri']);
  if (!match.matched) return 'no';
  for (const [name, text] of Object.entries(match.named))
    run.vars.set(name, { text: text ?? '', deps: new Set(['uri']), via: [] });
  // A rewritten request may enter locations that are internal.
  run.internal = true;
  if (flag === 'break') run.validLocation = false;
  const away = /^(?:https?:\/\/|\$scheme)/.test(replacement) || flag === 'redirect' || flag === 'permanent';
  if (away) {
    const status = flag === 'permanent' ? 301 : 302;
    return {
      kind: 'redirect',
      status,
      says: `sent elsewhere by "rewrite"`,
      directive,
      scope,
      deps: run.control.deps,
      via: run.control.via,
    };
  }
  const question = replacement.indexOf('?');
  const path = evaluate(run, question < 0 ? replacement : replacement.slice(0, question));
  const added = question < 0 ? undefined : replacement.slice(question + 1);
  if (path.unknown) run.unseen.add(`${directive.file}:${directive.line}: ${path.unknown}`);
  run.uri = path.text;
  if (added !== undefined) {
    const args = evaluate(run, added.replace(/\?$/, '')).text;
    run.args = replacement.endsWith('?') ? args : [args, run.args].filter(Boolean).join('&');
  }
  return flag === 'last' || flag === 'break' ? flag : 'yes';
}

/** Lines of other modules that may end the request in the rewrite phase. */
const FOREIGN = /^(?:rewrite_by_lua|access_by_lua|server_rewrite_by_lua|set_by_lua|js_set|js_access|perl_set|set_by_)/;

/** Runs `set`, `if`, `return`, `rewrite` and `break` of one level in their order. */
export function runRewrite(run: Run, scope: Scope): RewriteResult {
  let changed = false;
  const guards: { deps: ReadonlySet<string>; via: readonly Directive[] }[] = [];
  const execute = (level: Scope): 'stop' | 'go' | Decision => {
    for (const directive of level.directives) {
      if (FOREIGN.test(directive.name))
        run.unseen.add(
          `"${directive.name}" at ${directive.file}:${directive.line} runs a script that is not evaluated here`,
        );
      if (!CODES.has(directive.name)) continue;
      if (directive.name === 'break') {
        changed = false;
        return 'stop';
      }
      if (directive.name === 'set') setVariable(run, directive);
      else if (directive.name === 'return') {
        const decision = evaluateReturn(run, directive, level);
        // An unconditional `return` after an `if` that would have led away stands on that condition.
        const guard = decision.deps.size === 0 ? guards : [];
        return {
          ...decision,
          deps: guard.reduce((sum, { deps }) => joinDeps(sum, deps), decision.deps),
          via: joinVia(
            decision.via,
            guard.flatMap(({ via }) => via),
          ),
        };
      } else if (directive.name === 'rewrite') {
        const result = applyRewrite(run, directive, level);
        if (typeof result === 'object') return result;
        if (result !== 'no') changed = result !== 'break';
        if (result === 'last' || result === 'break') return 'stop';
      } else {
        const condition = evaluateCondition(run, directive);
        const block = directive.block ?? [];
        const lead = condition.holds ? 'holds' : 'does not hold';
        run.weighed.push({ directive, deps: condition.deps, says: `the condition ${lead}` });
        if (!condition.holds) {
          for (const one of block.filter(({ name }) => name === 'set')) taint(run, one, condition, directive);
          if (
            block.some(
              ({ name, args }) => ['break', 'rewrite'].includes(name) || (name === 'return' && Number(args[0]) < 400),
            )
          )
            guards.push({ deps: condition.deps, via: joinVia([directive], condition.via) });
          continue;
        }
        const before = { ...run.control };
        run.control.deps = joinDeps(before.deps, condition.deps);
        run.control.via = joinVia(before.via, [directive, ...condition.via]);
        const inner: Scope = { kind: 'if', directive, directives: block, parent: level, locations: [] };
        run.scope = inner;
        const result = execute(inner);
        run.control.deps = before.deps;
        run.control.via = before.via;
        if (result !== 'go') return result;
      }
    }
    return 'go';
  };
  const result = execute(scope);
  return typeof result === 'object' ? { decision: result } : { changed };
}

function setVariable(run: Run, directive: Directive): void {
  const [name = '', text = ''] = directive.args;
  const value = evaluate(run, text);
  const { deps, via } = run.control;
  run.vars.set(name.replace(/^\$/, ''), {
    ...value,
    deps: joinDeps(value.deps, deps),
    via: joinVia([directive], [...value.via, ...via]),
  });
}

/** A variable that would have been set had the condition held stands on that condition as well. */
function taint(run: Run, set: Directive, condition: Condition, directive: Directive): void {
  const name = (set.args[0] ?? '').replace(/^\$/, '');
  const value = run.vars.get(name);
  if (!value) return;
  run.vars.set(name, { ...value, deps: joinDeps(value.deps, condition.deps), via: joinVia(value.via, [directive]) });
}
