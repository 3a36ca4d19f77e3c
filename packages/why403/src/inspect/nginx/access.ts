import { inRange } from '../shared/address.ts';
import { checkPassword } from './htpasswd.ts';
import { causeOfVariables, isPresent } from './judge.ts';
import { inherited, setting } from './model.ts';
import { assume, type Decision, NO_DEPS, type Run } from './run.ts';
import { evaluate } from './variables.ts';

type Verdict = 'ok' | 'declined' | Decision;

/** `allow` and `deny`: the first rule that fits the client's address decides. */
function checkAddress(run: Run): Verdict {
  const rules = inherited(run.scope, 'allow', 'deny');
  for (const rule of rules) {
    const range = rule.args[0] ?? '';
    const client = run.clientAddress;
    let fits: boolean | undefined =
      range === 'all' ? true : range === 'unix:' ? client?.startsWith('unix:') : undefined;
    if (fits === undefined) {
      if (range === 'unix:') fits = false;
      else if (client === undefined)
        fits =
          assume(
            run,
            `whether the client's address fits "${rule.name} ${range}" at ${rule.file}:${rule.line} is not known here`,
            2,
          ) === 1;
      else {
        const found = inRange(client, range);
        if (found === undefined)
          run.unseen.add(`"${rule.name} ${range}" at ${rule.file}:${rule.line} is not an address`);
        fits = found ?? false;
      }
    }
    if (!fits) {
      run.weighed.push({
        directive: rule,
        deps: new Set(['remote_addr']),
        says: `${client ?? 'the client'} is not in ${range}`,
      });
      continue;
    }
    if (rule.name === 'allow') {
      run.weighed.push({
        directive: rule,
        deps: new Set(['remote_addr']),
        says: `${client ?? 'the client'} is allowed by ${range}`,
      });
      return 'ok';
    }
    const listed = rules.some((one) => one.args[0] !== 'all');
    return {
      kind: run.scope.kind === 'limit_except' && run.scope.directives.includes(rule) ? 'limit-except' : 'access',
      status: 403,
      says:
        range === 'all' && !listed
          ? 'everyone is refused here'
          : `the address ${client ?? 'of the client'} is refused here`,
      directive: rule,
      scope: run.scope,
      deps: range === 'all' && !listed ? NO_DEPS : new Set(['remote_addr']),
      via: [],
    };
  }
  return 'declined';
}

/** `auth_basic`: the user and password against the file of users. */
function checkPasswordRule(run: Run): Verdict {
  const directive = setting(run.scope, 'auth_basic');
  if (!directive) return 'declined';
  const realm = evaluate(run, directive.args[0] ?? '');
  if (realm.text === 'off' && !realm.unknown) return 'declined';
  const fileDirective = setting(run.scope, 'auth_basic_user_file');
  if (!fileDirective) return 'declined';
  const refuse = (status: number, says: string, credential: NonNullable<Decision['credential']>): Decision => ({
    kind: 'auth-basic',
    status,
    says,
    directive,
    scope: run.scope,
    deps: new Set(['http_authorization']),
    via: [fileDirective],
    credential,
  });
  const header = run.request.headers.get('authorization')?.[0];
  if (header === undefined) return refuse(401, 'a user and password are wanted here, and none came', 'missing');
  const basic = /^basic +([A-Za-z0-9+/_-]+=*)/i.exec(header);
  const pair = basic ? Buffer.from(basic[1] ?? '', 'base64').toString('utf8') : '';
  const colon = pair.indexOf(':');
  if (colon < 1)
    return refuse(401, 'a user and password are wanted here, and what came is not in the Basic form', 'malformed');
  const file = evaluate(run, fileDirective.args[0] ?? '').text;
  const path = file.startsWith('/') ? file : `${run.model.config.main.replace(/\/[^/]*$/, '')}/${file}`;
  const walk = run.files.walk(path, 'read');
  if (walk.errno === 'ENOENT')
    return { ...refuse(403, `the file of users ${path} is missing`, 'invalid'), directive: fileDirective };
  if (walk.errno)
    return {
      ...refuse(500, `the file of users ${path} cannot be read by the worker`, 'invalid'),
      walk,
      directive: fileDirective,
    };
  const verdict = checkPassword(run.files.text(path) ?? '', pair.slice(0, colon), pair.slice(colon + 1));
  if (verdict === 'ok') return 'ok';
  if (verdict === 'unknown')
    return assume(run, `whether the password is right: the form of its hash in ${path} is not evaluated here`, 2) === 1
      ? refuse(401, `the password does not fit the one in ${path}`, 'invalid')
      : 'ok';
  return refuse(
    401,
    verdict === 'no-user' ? `${path} holds no such user` : `the password does not fit the one in ${path}`,
    'invalid',
  );
}

/** Runs a sub-request to this path and returns its status; 0 where an upstream or a module decides. */
export type SubRequest = (uri: string) => {
  readonly status: number;
  readonly says: string;
  readonly decision: Decision | undefined;
};

function checkSubRequest(run: Run, ask: SubRequest): Verdict {
  const directive = setting(run.scope, 'auth_request');
  const target = directive?.args[0];
  if (!directive || !target || target === 'off') return 'declined';
  const answer = ask(target);
  let { status } = answer;
  if (status === 0) {
    const options = [200, 401, 403];
    status = options[
      assume(
        run,
        `what the sub-request to ${target} answers ("auth_request" at ${directive.file}:${directive.line}): ${answer.says}`,
        3,
      )
    ] as number;
  }
  if (status >= 200 && status < 300) return 'ok';
  const refused = status === 401 || status === 403;
  const { decision } = answer;
  // A rule of this configuration answered the sub-request: its variables say what it looked at.
  const rule = decision?.kind === 'return' && decision.deps.size > 0 ? decision : undefined;
  const deps = rule?.deps ?? new Set(['http_authorization', ...(decision?.deps ?? [])]);
  const credential = rule ? credentialOf(run, rule.deps, status) : sentOf(run, status);
  return {
    kind: 'auth-request',
    status: refused ? status : 500,
    says: `the sub-request to ${target} answered ${status}${credential === 'denied' ? ', as such services say of somebody they know and do not let in' : ''}`,
    directive,
    scope: run.scope,
    deps,
    via: decision?.directive ? [decision.directive] : [],
    ...(credential && { credential }),
  };
}

/** How the credential fared that a service wanted which is not seen here: 401 asks for one, 403 says no to who came with it. */
function sentOf(run: Run, status: number): NonNullable<Decision['credential']> {
  const sent = run.request.headers.has('authorization') || run.request.headers.has('cookie');
  return !sent ? 'missing' : status === 403 ? 'denied' : 'invalid';
}

/** The same where a rule over these variables answered; undefined where it did not look at what a caller carries. */
function credentialOf(run: Run, deps: ReadonlySet<string>, status: number): Decision['credential'] {
  const cause = causeOfVariables(run, deps);
  if (!/^(?:credentials-|content-rejected)/.test(cause)) return undefined;
  const carried = [...deps].filter((name) => /^(?:http|cookie|arg)_|^remote_user$/.test(name));
  if (carried.length === 0) return undefined;
  if (!carried.some((name) => isPresent(run, name))) return 'missing';
  return status === 403 ? 'denied' : 'invalid';
}

/** The access phase: `allow`/`deny`, `auth_basic`, `auth_request`, joined by `satisfy`. */
export function runAccess(run: Run, ask: SubRequest): Decision | undefined {
  if (run.sub) return undefined;
  const any = setting(run.scope, 'satisfy')?.args[0] === 'any';
  let refusal: Decision | undefined;
  for (const check of [checkAddress, checkPasswordRule, (one: Run) => checkSubRequest(one, ask)]) {
    const verdict = check(run);
    if (verdict === 'declined') continue;
    if (verdict === 'ok') {
      if (any) return undefined;
      continue;
    }
    if (!any || ![401, 403].includes(verdict.status)) return verdict;
    // Of several refusals the one that asks for a login is told.
    if (refusal?.status !== 401) refusal = verdict;
  }
  return refusal;
}
