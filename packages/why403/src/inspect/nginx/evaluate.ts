import { inRange, plainAddress } from '../shared/address.ts';
import { normalisePath } from '../shared/normalise-path.ts';
import { runAccess, type SubRequest } from './access.ts';
import { decide, runContent, runTryFiles, type Step } from './content.ts';
import { chooseLocation } from './locations.ts';
import { inherited, type Model, type Scope, setting } from './model.ts';
import type { NginxRequest } from './request.ts';
import { runRewrite } from './rewrite.ts';
import { assume, type Decision, type Files, NO_DEPS, type Outcome, type Run } from './run.ts';
import { type Chosen, chooseServer } from './servers.ts';
import type { Directive } from './syntax.ts';
import { evaluate } from './variables.ts';

const MAX_CHANGES = 10;

function newRun(model: Model, request: NginxRequest, files: Files, assumed: readonly number[], sub: boolean): Run {
  return {
    model,
    request,
    files,
    uri: request.uri,
    args: request.args,
    method: request.method,
    clientAddress: request.clientAddress,
    vars: new Map(),
    captures: [],
    captureDeps: NO_DEPS,
    chosen: undefined,
    location: undefined,
    scope: model.http,
    internal: sub,
    validLocation: true,
    sub,
    changes: MAX_CHANGES + 1,
    errorPage: false,
    errStatus: 0,
    rateWaived: false,
    depth: 0,
    decisions: [],
    weighed: [],
    unseen: new Set(),
    control: { deps: new Set(), via: [] },
    assumed,
    questions: [],
  };
}

/** `real_ip_header`: the client's address from a header where the connection comes from a trusted proxy. */
function applyRealIp(run: Run, scope: Scope): void {
  const trusted = inherited(scope, 'set_real_ip_from').map(({ args }) => args[0] ?? '');
  const address = run.clientAddress;
  if (trusted.length === 0 || address === undefined) return;
  const isTrusted = (one: string): boolean =>
    trusted.some((range) => (range === 'unix:' ? one.startsWith('unix:') : inRange(one, range) === true));
  if (!isTrusted(address)) return;
  const header = (setting(scope, 'real_ip_header')?.args[0] ?? 'X-Real-IP').toLowerCase();
  if (header === 'proxy_protocol') {
    run.unseen.add('the address comes by the PROXY protocol, which is not seen here');
    return;
  }
  const values = run.request.headers.get(header);
  if (!values) return;
  const list = values.join(',').split(/[ ,]+/).filter(Boolean);
  const recursive = setting(scope, 'real_ip_recursive')?.args[0] === 'on';
  let found: string | undefined;
  const usable = header === 'x-forwarded-for' ? list : list.slice(-1);
  for (let i = usable.length - 1; i >= 0; i--) {
    const bare = plainAddress(
      (usable[i] as string).replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1').replace(/^\[([^\]]*)\]:\d+$/, '$1'),
    );
    if (inRange(bare, bare) !== true) break;
    found = bare;
    if (!recursive || !isTrusted(bare)) break;
  }
  if (found !== undefined) run.clientAddress = found;
}

const zones = new WeakMap<Model, Map<string, ReadonlyMap<string, Directive>>>();

/** The zones that count requests of a kind, by their names. */
function zonesOf(model: Model, kind: string): ReadonlyMap<string, Directive> {
  const kinds = zones.get(model) ?? new Map<string, ReadonlyMap<string, Directive>>();
  zones.set(model, kinds);
  const known = kinds.get(kind);
  if (known) return known;
  const named = new Map<string, Directive>();
  for (const directive of inherited(model.http, `${kind}_zone`))
    for (const arg of directive.args) {
      const name = /^zone=(.*?):/.exec(arg)?.[1];
      if (name !== undefined && !named.has(name)) named.set(name, directive);
    }
  kinds.set(kind, named);
  return named;
}

function checkRate(run: Run): Decision | undefined {
  for (const kind of ['limit_req', 'limit_conn'] as const) {
    const rules = inherited(run.scope, kind);
    if (rules.length === 0 || setting(run.scope, `${kind}_dry_run`)?.args[0] === 'on' || run.sub) continue;
    const status = Number(setting(run.scope, `${kind}_status`)?.args[0] ?? 503);
    for (const rule of rules) {
      const zone = rule.args.map((arg) => /^zone=(.*)$/.exec(arg)?.[1]).find(Boolean) ?? rule.args[0];
      const definition = zonesOf(run.model, kind).get(zone ?? '');
      const key = definition ? evaluate(run, definition.args[0] ?? '') : undefined;
      // A request with an empty key is not counted.
      if (key && !key.unknown && key.text === '') continue;
      const full = assume(
        run,
        `whether the limit "${kind} ${rule.args.join(' ')}" at ${rule.file}:${rule.line} was reached is known to the server alone`,
        2,
      );
      if (full === 1)
        return decide(run, 'rate', status, `too many requests for "${kind} ${rule.args.join(' ')}"`, {
          directive: rule,
        });
    }
  }
  return undefined;
}

const SIZES: Readonly<Record<string, number>> = { '': 1, k: 1024, m: 1024 ** 2, g: 1024 ** 3 };

function checkSize(run: Run): Decision | undefined {
  const directive = setting(run.scope, 'client_max_body_size');
  const match = /^(\d+)([kmg]?)$/i.exec(directive?.args[0] ?? '1m');
  const limit = Number(match?.[1] ?? 1) * (SIZES[(match?.[2] ?? '').toLowerCase()] ?? 1);
  const length = Number(run.request.headers.get('content-length')?.[0] ?? run.request.bodyLength);
  if (run.internal || limit === 0 || !(length > limit)) return undefined;
  return decide(
    run,
    'size',
    413,
    `the body of ${length} bytes is larger than client_max_body_size allows`,
    directive ? { directive } : {},
  );
}

function enterLocation(run: Run, server: Scope): Decision | undefined {
  const { location, addsSlash } = chooseLocation(run, server);
  if (addsSlash)
    return decide(run, 'redirect', 301, 'a slash is added', location ? { directive: location.directive } : {});
  run.location = location;
  run.scope = location ?? server;
  return applyLimitExcept(run);
}

function applyLimitExcept(run: Run): undefined {
  const limit = run.scope.directives.find(({ name }) => name === 'limit_except');
  if (!limit) return undefined;
  const methods = limit.args.map((method) => method.toUpperCase());
  const allowed = methods.includes(run.method) || (run.method === 'HEAD' && methods.includes('GET'));
  run.weighed.push({
    directive: limit,
    deps: new Set(['request_method']),
    says: `${run.method} is ${allowed ? '' : 'not '}among its methods`,
  });
  if (!allowed)
    run.scope = {
      kind: 'limit_except',
      directive: limit,
      directives: limit.block ?? [],
      parent: run.scope,
      locations: [],
    };
  return undefined;
}

/** From the location on: rewrite, limits, access, try_files, content. */
function runLocation(run: Run, server: Scope, named: boolean, ask: SubRequest): Step {
  for (let first = true; ; first = false) {
    if (!(named && first)) {
      const decision = enterLocation(run, server);
      if (decision) return { decision };
      if (run.location && !run.internal && setting(run.location, 'internal')) {
        const directive = setting(run.location, 'internal');
        return {
          decision: decide(
            run,
            'internal',
            404,
            'this location is for redirects inside the server only',
            directive ? { directive } : {},
          ),
        };
      }
      const size = checkSize(run);
      if (size) return { decision: size };
    }
    if (run.location) {
      const result = runRewrite(run, run.scope);
      if ('decision' in result) return result;
      if (result.changed) {
        if (--run.changes === 0) return { decision: decide(run, 'loop', 500, 'the rewrites lead in a circle') };
        continue;
      }
    }
    applyRealIp(run, run.scope);
    const decision = checkRate(run) ?? runAccess(run, ask);
    if (decision) return { decision };
    return runTryFiles(run) ?? runContent(run);
  }
}

/** The error page for a status at the current level. */
function errorPage(run: Run, status: number): { target: string; overwrite: number | undefined } | undefined {
  if (run.errorPage) return undefined;
  for (const directive of inherited(run.scope, 'error_page')) {
    const words = [...directive.args];
    const target = words.pop() ?? '';
    const answer = words.at(-1)?.startsWith('=') ? words.pop() : undefined;
    if (!words.map(Number).includes(status)) continue;
    if (setting(run.scope, 'recursive_error_pages')?.args[0] !== 'on') run.errorPage = true;
    return { target, overwrite: answer === undefined ? undefined : Number(answer.slice(1) || 0) };
  }
  return undefined;
}

/** Statuses of nginx's own that are sent as another one. */
const SENT_AS: Readonly<Record<number, number>> = { 494: 400, 495: 400, 496: 400, 497: 400 };

function finish(run: Run, first: Step, server: Scope, ask: SubRequest): number {
  let step = first;
  for (let guard = 0; guard < 40; guard++) {
    if (!step) return 200;
    if ('go' in step || 'named' in step) {
      if (--run.changes === 0) {
        run.decisions.push(decide(run, 'loop', 500, 'the redirects inside the server lead in a circle'));
        return 500;
      }
      run.internal = true;
      if ('named' in step) {
        const name: string = step.named;
        const location = server.locations.find(({ match, pattern }) => match === '@' && pattern === name);
        if (!location) {
          run.decisions.push(decide(run, 'loop', 500, `there is no location ${name}`));
          return 500;
        }
        run.location = location;
        run.scope = location;
        applyLimitExcept(run);
        step = runLocation(run, server, true, ask);
      } else {
        run.uri = normalisePath(step.go.startsWith('/') ? step.go.replaceAll('%', '%25') : `/${step.go}`, true) ?? '/';
        run.args = step.args ?? '';
        step = enterServer(run, server, ask);
      }
      continue;
    }
    const { decision } = step;
    run.decisions.push(decision);
    if (decision.status === 444) return 444;
    // The answer of an upstream to an error page keeps the status that the page is for.
    if (decision.status === 0) return run.errStatus;
    const special = decision.status >= 300 && !decision.plain;
    if (!special) return run.errStatus || decision.status;
    run.errStatus = SENT_AS[decision.status] ?? decision.status;
    const page = errorPage(run, decision.status);
    if (!page) return run.errStatus;
    const overwrite = page.overwrite ?? SENT_AS[decision.status];
    if (overwrite !== undefined) run.errStatus = overwrite;
    const target = evaluate(run, page.target).text;
    if (target.startsWith('@')) step = { named: target };
    else if (target.startsWith('/')) {
      const [go = '/', args] = target.split('?', 2);
      if (run.method !== 'HEAD') run.method = 'GET';
      step = { go, ...(args !== undefined ? { args } : {}) };
    } else return [301, 302, 303, 307, 308].includes(run.errStatus) ? run.errStatus : 302;
  }
  return 500;
}

function enterServer(run: Run, server: Scope, ask: SubRequest): Step {
  run.scope = server;
  run.location = undefined;
  run.validLocation = true;
  const result = runRewrite(run, server);
  if ('decision' in result) return result;
  return runLocation(run, server, false, ask);
}

function beforeServer(run: Run, chosen: Chosen): Step {
  const { request } = run;
  if (request.malformed) return { decision: decide(run, 'malformed', 400, request.malformed, { plain: true }) };
  if (['TRACE', 'CONNECT'].includes(request.method))
    return { decision: decide(run, 'method', 405, `nginx takes no ${request.method}`, { plain: true }) };
  if (chosen.listen.ssl && request.scheme === 'http')
    return {
      decision: decide(
        run,
        'plain-on-tls',
        497,
        'plain HTTP was sent to a port that speaks TLS',
        chosen.listen.directive ? { directive: chosen.listen.directive } : {},
      ),
    };
  const verify = setting(chosen.server, 'ssl_verify_client');
  const mode = verify?.args[0];
  if (request.scheme !== 'https' || !verify || mode === 'off') return undefined;
  const refuse = (status: number, says: string, credential: 'missing' | 'invalid'): Step => ({
    decision: decide(run, 'client-certificate', status, says, { directive: verify, credential }),
  });
  const at = `"ssl_verify_client" at ${verify.file}:${verify.line}`;
  const sent =
    request.clientCertificate ??
    assume(run, `whether a client certificate was sent is not known here (${at})`, 2) === 1;
  if (!sent)
    return mode === 'on' ? refuse(496, 'a client certificate is wanted here, and none came', 'missing') : undefined;
  if (
    mode !== 'optional_no_ca' &&
    assume(run, `whether the client certificate passes is known to the server alone (${at})`, 2) === 1
  )
    return refuse(495, 'the client certificate did not pass', 'invalid');
  return undefined;
}

/** Evaluates a request against the configuration once. What cannot be known is answered by `assumed`, else by its first option. */
export function evaluateOnce(
  model: Model,
  request: NginxRequest,
  files: Files,
  assumed: readonly number[] = [],
): { readonly outcome: Outcome; readonly run: Run } {
  const run = newRun(model, request, files, assumed, false);
  const chosen = chooseServer(model, request);
  run.chosen = chosen;
  if (!chosen) {
    run.unseen.add(`no server of this configuration listens on port ${request.serverPort}`);
    return { run, outcome: { status: 0, decisions: [], server: undefined, chosen, location: undefined } };
  }
  if (chosen.unseen) run.unseen.add(chosen.unseen);
  for (const [name, text] of Object.entries(chosen.captures ?? {}))
    run.vars.set(name, { text: text ?? '', deps: new Set(['host']), via: [] });
  const { server } = chosen;
  run.scope = server;
  const ask: SubRequest = (uri) => {
    const [path = '/', args = ''] = uri.split('?', 2);
    const sub = newRun(model, request, files, [], true);
    sub.method = 'GET';
    sub.chosen = chosen;
    sub.clientAddress = run.clientAddress;
    sub.uri = path;
    sub.args = args;
    const status = finish(
      sub,
      enterServer(sub, server, () => ({ status: 200, says: '', decision: undefined })),
      server,
      ask,
    );
    for (const one of sub.unseen) run.unseen.add(one);
    const decision = sub.decisions.at(-1);
    return { status, says: decision?.says ?? '', decision };
  };
  applyRealIp(run, server);
  const status = finish(run, beforeServer(run, chosen) ?? enterServer(run, server, ask), server, ask);
  return { run, outcome: { status, decisions: run.decisions, server, chosen, location: run.location } };
}

/** One way in which the request may go, with what was taken for granted. */
export interface Way {
  readonly outcome: Outcome;
  readonly run: Run;
}

const MAX_WAYS = 48;
/** Of a large configuration fewer ways are gone: rules that are gone through in all. */
const FEWEST_WAYS = 8;
const MOST_WORK = 100_000;

/** Evaluates a request in every way that what cannot be known allows, the likeliest first, 48 at most, and fewer through a large configuration. */
export function evaluateAll(model: Model, request: NginxRequest, files: Files): readonly Way[] {
  const ways: Way[] = [];
  const most = Math.max(FEWEST_WAYS, Math.min(MAX_WAYS, Math.floor(MOST_WORK / model.config.size)));
  const queue: (readonly number[])[] = [[]];
  while (queue.length > 0 && ways.length < most) {
    const assumed = queue.shift() as readonly number[];
    const way = evaluateOnce(model, request, files, assumed);
    ways.push(way);
    const { questions } = way.run;
    // what cannot come to its turn is not queued: of thousands of questions each would be a list of its own
    for (let i = assumed.length; i < questions.length && ways.length + queue.length < most; i++) {
      const before = questions.slice(0, i).map(({ taken }) => taken);
      for (let option = 1; option < (questions[i]?.options ?? 0); option++) queue.push([...before, option]);
    }
  }
  return ways;
}
