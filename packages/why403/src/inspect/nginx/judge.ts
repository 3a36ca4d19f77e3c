import type { CauseId } from '@why403/core';
import type { Decision, Outcome, Run } from './run.ts';
import { readSecureLink } from './secure-link.ts';

const CREDENTIAL = {
  missing: 'credentials-missing',
  malformed: 'credentials-malformed',
  invalid: 'credentials-invalid',
  expired: 'credentials-expired',
  denied: 'role-missing',
} as const;

/** Variables by what a rule over them means, the most telling first. */
const MEANINGS: readonly (readonly [RegExp, CauseId | 'credential' | 'csrf'])[] = [
  [/^cookie_words$/, 'content-rejected'],
  [/^(?:http_x_(?:csrf|xsrf)|cookie_(?:csrf|xsrf)|http_x_requested_with$)/, 'csrf'],
  [/^(?:invalid_referer|http_referer|http_origin|http_sec_fetch_\w+)$/, 'origin-rejected'],
  [/^http_user_agent$|^http_sec_ch_|^http_accept_language$/, 'client-refused'],
  [
    /^(?:http_authorization|http_cookie|remote_user|http_x_api_?key|http_api_?key|(?:http|arg|cookie)_\w*(?:token|secret|signature|sig$|session|sid$|auth|api_?key|key$|passw))/,
    'credential',
  ],
  [
    /^(?:ssl_client_\w+|scheme|https|server_port|http_x_forwarded_(?:proto|ssl|scheme|port)|http_front_end_https|ssl_protocol|ssl_cipher)$/,
    'tls-required',
  ],
  [
    /^(?:remote_addr|binary_remote_addr|realip_remote_addr|proxy_protocol_addr|http_x_forwarded_for|http_x_real_ip|http_cf_\w+|http_true_client_ip|geoip2?_\w+)$/,
    'ip-refused',
  ],
  [/^(?:host|http_host|server_name|http_x_forwarded_host)$/, 'host-rejected'],
  [
    /^(?:arg_\w+|args|query_string|content_type|content_length|http_content_\w+|request_body|is_args)$/,
    'content-rejected',
  ],
  [/^http_accept$/, 'client-refused'],
  [/^request_method$/, 'method-refused'],
  [
    /^(?:uri|request_uri|document_uri|request_filename|document_root|realpath_root|request|server_addr)$/,
    'server-rule',
  ],
  [/^(?:http|cookie)_/, 'content-rejected'],
];

const CLAIMED = new Set(['credential', 'csrf']);

/** Whether a rule over these variables checks who calls: what may only be mended by sending the right thing. */
export function checksCredentials(deps: ReadonlySet<string>): boolean {
  return [...deps].some(
    (name) =>
      name === 'secure_link' || MEANINGS.some(([pattern, meaning]) => CLAIMED.has(meaning) && pattern.test(name)),
  );
}

/** Whether the request carries what this variable holds. */
export const isPresent = (run: Run, name: string): boolean => {
  if (name.startsWith('http_')) return run.request.headers.has(name.slice(5).replaceAll('_', '-'));
  if (name.startsWith('arg_')) return new RegExp(`(?:^|&)${name.slice(4).replace(/\W/g, '')}=[^&]`, 'i').test(run.args);
  if (name.startsWith('cookie_'))
    return (run.request.headers.get('cookie') ?? []).some((text) => text.includes(`${name.slice(7)}=`));
  return run.request.headers.has('authorization');
};

/** The cause that a condition over these variables of the request means. */
export function causeOfVariables(run: Run, deps: ReadonlySet<string>): CauseId {
  if (deps.has('secure_link')) {
    const { fault } = run.link ?? readSecureLink(run);
    return CREDENTIAL[fault ?? 'invalid'];
  }
  for (const [pattern, meaning] of MEANINGS) {
    const fits = [...deps].filter((name) => pattern.test(name));
    if (fits.length === 0) continue;
    if (meaning === 'credential')
      return fits.some((name) => isPresent(run, name)) ? 'credentials-invalid' : 'credentials-missing';
    // A certificate that came and did not pass is a credential like another.
    if (
      meaning === 'tls-required' &&
      run.request.clientCertificate &&
      fits.some((name) => name.startsWith('ssl_client_'))
    )
      return 'credentials-invalid';
    if (meaning === 'csrf') return fits.some((name) => isPresent(run, name)) ? 'csrf-invalid' : 'csrf-missing';
    return meaning;
  }
  return 'server-rule';
}

/** Whether the request fell to a server only because no name fitted, while others there have names. */
export function isCatchAll(outcome: Outcome, decision: Decision): boolean {
  const { chosen, server } = outcome;
  if (chosen?.by !== 'default' || !server) return false;
  const named = chosen.others.some(({ names }) => names.some(({ name }) => name !== '' && name !== '_'));
  const scope = decision.scope.kind === 'if' ? decision.scope.parent : decision.scope;
  const wide =
    scope?.kind === 'server' ||
    (outcome.location?.pattern === '/' && outcome.location.match !== '=') ||
    /^\^?(?:\/|\.\*)?$/.test(outcome.location?.pattern ?? '-');
  return (
    named && wide && [...decision.deps].every((name) => ['host', 'http_host', 'uri', 'request_uri'].includes(name))
  );
}

/** Kinds of answer that are a refusal whatever the status says. */
const REFUSING = new Set<Decision['kind']>([
  'access',
  'limit-except',
  'auth-basic',
  'auth-request',
  'directory',
  'permission',
  'method',
  'internal',
  'plain-on-tls',
  'client-certificate',
  'rate',
  'size',
  'malformed',
  'dav',
]);

/** The first refusal on the way: what came after it only words it. */
export function refusalOf(outcome: Outcome): Decision | undefined {
  return outcome.decisions.find(
    ({ kind, status }) =>
      (REFUSING.has(kind) && status >= 400) || (kind === 'return' && status >= 400 && status !== 500 && status !== 502),
  );
}

/** The cause that a refusal means. */
export function causeOf(run: Run, outcome: Outcome, decision: Decision): CauseId {
  switch (decision.kind) {
    case 'access':
    case 'return':
      if (isCatchAll(outcome, decision)) return 'host-rejected';
      if (decision.directive?.name === 'try_files') return 'object-hidden';
      return causeOfVariables(run, decision.deps);
    case 'limit-except':
      return 'method-refused';
    case 'auth-basic':
      if (decision.walk) return 'file-permissions';
      return decision.status === 403 ? 'server-rule' : CREDENTIAL[decision.credential ?? 'missing'];
    case 'auth-request':
      return decision.credential ? CREDENTIAL[decision.credential] : causeOfVariables(run, decision.deps);
    case 'directory':
      return 'directory-listing';
    case 'permission':
      return 'file-permissions';
    case 'internal':
      return 'server-rule';
    case 'plain-on-tls':
      return 'tls-required';
    case 'client-certificate':
      return decision.credential === 'missing' ? 'tls-required' : 'credentials-invalid';
    case 'rate':
      return 'rate-limited';
    default:
      return 'not-403';
  }
}
