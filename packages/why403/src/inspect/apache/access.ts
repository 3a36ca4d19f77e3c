/** The access phase: TLS, the old rules, then `Require` before and after the login. Source: server/request.c, ap_process_request_internal */
import { evaluateNode, requireTree } from './authz.ts';
import { evaluateCompat } from './compat.ts';
import { evaluateExpr } from './expr.ts';
import type { Outcome, Stage } from './judge.ts';
import { authType, checkLogin } from './login.ts';
import { namedIn } from './named.ts';
import type { Step } from './request.ts';
import type { Config, Directive, Fragment } from './types.ts';

export interface Access {
  readonly refused?: {
    readonly status: number;
    readonly stage: Stage;
    readonly by: Directive | undefined;
    readonly login?: NonNullable<Outcome['login']>;
  };
  readonly user?: string;
}

/** The access phase: TLS, the old rules, then Require, before and after the login. */
export function checkAccess(step: Step, chain: readonly Fragment[], config: Config): Access {
  const tls = checkTls(step, chain);
  const compat = evaluateCompat(chain, step);
  const tree = requireTree(chain);
  const any = compat?.satisfyAny ?? false;
  const hostRefusal = tls
    ? { status: 403, stage: 'tls' as const, by: tls }
    : compat && !compat.allowed
      ? { status: 403, stage: 'compat' as const, by: compat.by }
      : undefined;
  if (!any && hostRefusal) return { refused: hostRefusal };
  const first = tree ? evaluateNode(tree.root, step) : 'granted';
  const forbidden = { status: 403, stage: 'authz' as const, by: tree?.requires.at(-1) };
  if (any && !hostRefusal && compat) return {};
  // A login type and nothing that asks for it, as AuthMerging Off alone leaves it: Apache answers 500.
  if (!tree && authType(chain)) return { refused: { status: 500, stage: 'login', by: authType(chain) } };
  if (first === 'granted') return any && hostRefusal && !tree ? { refused: hostRefusal } : {};
  if (first === 'denied' || first === 'neutral') return { refused: forbidden };
  const login = checkLogin(chain, step, config);
  const by = tree?.requires.find((d) => /user|group/.test(d.rest)) ?? tree?.requires.at(-1);
  const accepted = step.trial.leaf({
    key: 'login',
    about: login.is === 'malformed' ? 'credential-form' : 'credentials',
    value: login.is === 'user',
    known: login.is !== 'unknown',
    place: by ?? (authType(chain) as Directive),
    asks: () => 'the login is right',
    absent: login.is === 'missing',
  });
  if (!accepted) {
    // Without AuthType the server cannot even ask: it answers 500.
    if (!authType(chain)) return { refused: { status: 500, stage: 'login', by, login: 'unknown' } };
    return { refused: { status: 401, stage: 'login', by, login: login.is === 'user' ? 'unknown' : login.is } };
  }
  const user = login.is === 'user' ? login.user : 'someone';
  const after = tree ? evaluateNode(tree.root, { ...step, request: { ...step.request, user } }) : 'granted';
  if (after === 'granted') return { user };
  const send403 = namedIn(chain, 'authzsendforbiddenonfailure').at(-1)?.args[0]?.toLowerCase() === 'on';
  return { refused: { ...forbidden, status: send403 ? 403 : 401 } };
}

function checkTls(step: Step, chain: readonly Fragment[]): Directive | undefined {
  for (const directive of namedIn(chain, 'sslrequiressl', 'sslrequire')) {
    if (directive.name === 'sslrequiressl') {
      const ok = step.trial.leaf({
        key: `ssl:${directive.file}:${directive.line}`,
        about: 'tls',
        value: step.request.view.scheme === 'https',
        known: true,
        place: directive,
        asks: () => 'the request came over https',
        amend: () => [[{ op: 'delete', file: directive.file, line: directive.line }]],
      });
      if (!ok) return directive;
    }
    if (
      directive.name === 'sslrequire' &&
      evaluateExpr(directive.rest, step, directive, `ssl:${directive.file}:${directive.line}`).value === false
    )
      return directive;
  }
  return undefined;
}
