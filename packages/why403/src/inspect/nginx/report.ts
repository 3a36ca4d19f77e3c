import type { CauseId, Exchange } from '@why403/core';
import type { NginxLogKind, NginxLogLine } from '../nginx-log.ts';
import { findConfinement } from '../path-walk/above.ts';
import { listRow } from '../path-walk/acl.ts';
import { explainWalk } from '../path-walk/explain.ts';
import { planGrants } from '../path-walk/grant.ts';
import { proveWalk } from '../path-walk/prove.ts';
import type { ProcessUser } from '../path-walk/users.ts';
import type { Finding, Inspection, NearLine, ServerFix } from '../types.ts';
import { requestBehind } from './behind.ts';
import { evaluateOnce, type Way } from './evaluate.ts';
import { fixesFor, grantFix, type Means } from './fixes.ts';
import { inspectFpm } from './fpm.ts';
import { causeOf, isCatchAll, refusalOf } from './judge.ts';
import type { Decision } from './run.ts';
import { signLink } from './sign-link.ts';
import { hideSecrets, quoteHead, quoteLine } from './syntax.ts';

/** All that was gathered for one request. */
export interface Gathered extends Means {
  readonly exchange: Exchange;
  readonly ways: readonly Way[];
  readonly lines: readonly NginxLogLine[];
  readonly errorLog: string | undefined;
  readonly user: ProcessUser | undefined;
  readonly pid: number | undefined;
  readonly unseen: readonly string[];
  /** Judges the request that nginx sends on, where a running nginx takes it; undefined where none does. */
  readonly next?: (exchange: Exchange) => Inspection | undefined;
}

/** Which kinds of decision a kind of log line tells of. */
const TELLS: Partial<Record<NginxLogKind, readonly Decision['kind'][]>> = {
  rule: ['access', 'limit-except'],
  directory: ['directory'],
  permission: ['permission'],
  link: ['permission'],
  rate: ['rate'],
  auth: ['auth-basic'],
  'plain-on-tls': ['plain-on-tls'],
  'client-certificate': ['client-certificate'],
};

/** What nginx's words about a client certificate mean; the numbers are OpenSSL's (x509_vfy.h). */
function causeOfCertificate(message: string): CauseId {
  if (message.startsWith('client sent no required')) return 'tls-required';
  return /\((?:9|10):/.test(message) ? 'credentials-expired' : 'credentials-invalid';
}

/** What a log line alone says, where the configuration could not be read. */
const CAUSE_OF_LINE: Partial<Record<NginxLogKind, CauseId>> = {
  rule: 'server-rule',
  directory: 'directory-listing',
  permission: 'file-permissions',
  link: 'file-permissions',
  rate: 'rate-limited',
  'plain-on-tls': 'tls-required',
  script: 'file-permissions',
  waf: 'content-rejected',
};

const told = (decision: Decision, lines: readonly NginxLogLine[]): NginxLogLine | undefined =>
  lines.findLast(({ kind }) => TELLS[kind]?.includes(decision.kind));

/** Ways that end as the server really answered; where nothing is known of the answer, the likeliest one. */
function fitting(ways: readonly Way[], status: number | undefined): readonly Way[] {
  if (status === undefined) return ways.slice(0, 1);
  return ways.filter(({ outcome }) => outcome.status === status);
}

function quoteOf(way: Way, decision: Decision): { quote: string; location?: Finding['location'] } {
  const blocked = decision.walk?.denied[0];
  if (blocked && decision.directive?.name !== 'disable_symlinks')
    return { quote: listRow(blocked.node), location: { file: blocked.node.path } };
  const directive = decision.directive ?? way.outcome.location?.directive ?? way.outcome.server?.directive;
  if (!directive) return { quote: '' };
  return {
    quote: quoteLine(way.run.model.config, directive),
    location: { file: directive.file, line: directive.line },
  };
}

function sentence(way: Way, decision: Decision): string {
  const { outcome, run } = way;
  const where = decision.directive ? ` (${decision.directive.file}:${decision.directive.line})` : '';
  if (decision.walk?.errno) return `${explainWalk(decision.walk)}.`;
  const via = decision.via.filter((one) => one !== decision.directive).slice(0, 2);
  const through =
    via.length > 0
      ? `, through ${via.map((one) => `"${quoteHead(run.model.config, one)}" at ${one.file}:${one.line}`).join(' and ')}`
      : '';
  const catchAll = isCatchAll(outcome, decision)
    ? `no server_name fits "${run.request.host}", so the request fell to the default server: `
    : '';
  const shown =
    outcome.status !== decision.status && outcome.status !== 0 && decision.status < 490
      ? `; the answer says ${outcome.status} instead of ${decision.status}`
      : '';
  return hideSecrets(`nginx: ${catchAll}${decision.says}${where}${through}${shown}.`);
}

/** Rules of the same run that were weighed before the deciding one. */
function near(way: Way, decision: Decision): NearLine[] {
  const told = new Set([decision.directive, ...decision.via]);
  return way.run.weighed
    .filter(({ directive }) => !told.has(directive))
    .slice(-6)
    .map(({ directive, says }) => ({
      says,
      quote: quoteLine(way.run.model.config, directive),
      location: { file: directive.file, line: directive.line },
    }));
}

function findingFor(way: Way, decision: Decision, weight: Finding['weight'], gathered: Gathered): Finding {
  const { quote, location } = quoteOf(way, decision);
  const { walk } = decision;
  const line = told(decision, gathered.lines);
  // Rules about links are nginx's own: the kernel would open the file.
  const proof = walk?.denied[0] && !walk.denied[0].reason ? proveWalk(walk, gathered.pid) : 'untried';
  const tried =
    proof === 'refused'
      ? ` Opening it as ${walk?.user.name} was tried and refused.`
      : proof === 'opened'
        ? ` Opening it as ${walk?.user.name} was tried and went, so the server may run as somebody else.`
        : '';
  return {
    cause:
      decision.kind === 'client-certificate' && line
        ? causeOfCertificate(line.message)
        : causeOf(way.run, way.outcome, decision),
    // That an answer means what such services mean by it is a custom, no proof.
    weight:
      proof === 'opened' ? 'hints' : decision.credential === 'denied' && weight === 'proves' ? 'suggests' : weight,
    says: sentence(way, decision) + tried,
    quote,
    ...(location ? { location } : {}),
    fixes: [...signedLink(way, decision, gathered.exchange), ...fixesFor(way.run, way.outcome, decision, gathered)],
    by: 'nginx',
  };
}

/** A signed link that is wrong is mended by the caller's next one: the server's owner can make it. */
function signedLink(way: Way, decision: Decision, exchange: Exchange): ServerFix[] {
  const link = decision.deps.has('secure_link') ? signLink(way, exchange) : undefined;
  if (!link) return [];
  const { directive, mended, renewed } = link;
  const until = renewed ? ', good for an hour' : '';
  return [
    {
      who: 'caller',
      text: `Send the link signed as ${directive.file}:${directive.line} signs it${until}.`,
      commands: [],
      opens: [],
      mended,
    },
  ];
}

function fromLog(gathered: Gathered, line: NginxLogLine, weight: Finding['weight'], known?: CauseId): Finding[] {
  const cause =
    known ?? (line.kind === 'client-certificate' ? causeOfCertificate(line.message) : CAUSE_OF_LINE[line.kind]);
  if (!cause || !gathered.errorLog) return [];
  const location = { file: gathered.errorLog, ...(line.line === undefined ? {} : { line: line.line }) };
  return [
    {
      cause,
      weight,
      says: `nginx's error log says of this request: ${line.message.slice(0, 200)}.`,
      quote: line.text.slice(0, 400),
      location,
      fixes: [],
      by: 'nginx',
    },
  ];
}

/** The path that a line of the log names, walked: without the configuration this still finds the component. */
function fromWalk(gathered: Gathered, line: NginxLogLine): Finding[] | undefined {
  if (line.kind !== 'permission' || line.path === undefined || gathered.user === undefined) return undefined;
  const walk = gathered.files.walk(line.path, line.message.startsWith('opendir()') ? 'list' : 'read');
  const blocked = walk.denied[0];
  if (walk.errno !== 'EACCES' || !blocked) return undefined;
  const first = gathered.ways[0];
  const given = gathered.files.withGrants(new Map(planGrants(walk).map(({ path, rights }) => [path, rights] as const)));
  // With a configuration the grant has to be enough for this very request; without one it is offered as it is.
  const after = first && evaluateOnce(first.run.model, first.run.request, given).outcome.status;
  const fix = after === undefined || after < 400 ? grantFix(walk) : undefined;
  const finding: Finding = {
    cause: 'file-permissions',
    weight: 'proves',
    says: `${explainWalk(walk)}.`,
    quote: listRow(blocked.node),
    location: { file: blocked.node.path },
    fixes: fix ? [fix] : [],
    by: 'nginx',
  };
  return [finding, ...fromLog(gathered, line, 'suggests')];
}

/** Turns what was gathered into findings: the deciding line first, then what speaks beside it. */
export function report(gathered: Gathered): Inspection {
  const { exchange, ways, lines } = gathered;
  const status = exchange.response?.status;
  const unseen = new Set(gathered.unseen);
  const findings: Finding[] = [];
  const nearly: NearLine[] = [];
  const matching = fitting(ways, status);
  const refusals = matching.flatMap((way) => {
    const decision = refusalOf(way.outcome);
    return decision ? [{ way, decision }] : [];
  });
  const backed = refusals.find(({ decision }) => told(decision, lines));
  // Ways that differ in their decision are rivals; of equal ones the likeliest stands for all.
  const distinct = refusals.filter(
    ({ decision }, index) =>
      refusals.findIndex(
        (one) => one.decision.directive === decision.directive && one.decision.kind === decision.kind,
      ) === index,
  );
  const passed = ways.filter(({ outcome }) => outcome.status === 0 && outcome.decisions.at(-1)?.kind !== 'module');
  const chosen = backed
    ? [backed, ...distinct.filter((one) => one !== backed && one.decision.directive !== backed.decision.directive)]
    : distinct;
  for (const [index, { way, decision }] of chosen.slice(0, 3).entries()) {
    const certain = way.run.questions.length === 0 && distinct.length === 1 && status !== undefined;
    const weight =
      (index === 0 && backed) || certain ? 'proves' : index === 0 && passed.length === 0 ? 'suggests' : 'hints';
    findings.push(findingFor(way, decision, weight, gathered));
    if (index === 0) {
      nearly.push(...near(way, decision));
      for (const text of way.run.unseen) unseen.add(text);
      const line = told(decision, lines);
      // The line itself does not tell which of the causes it means; the rule that was found does.
      if (line) findings.push(...fromLog(gathered, line, 'suggests', findings[0]?.cause));
    }
  }
  const upstream = passed[0];
  if (upstream && findings.length === 0) findings.push(...behind(gathered, upstream, unseen));
  if (findings.length === 0) findings.push(...above(gathered));
  if (findings.length === 0) {
    for (const line of lines) findings.push(...(fromWalk(gathered, line) ?? fromLog(gathered, line, 'proves')));
    const first = ways[0];
    for (const text of first?.run.unseen ?? []) unseen.add(text);
    if (
      first &&
      first.outcome.status > 0 &&
      !upstream &&
      status !== undefined &&
      status >= 400 &&
      first.outcome.status !== status &&
      findings.length === 0
    )
      unseen.add(
        `by this configuration the request would be answered ${first.outcome.status}, and it was answered ${status}: it may not be the one that runs, or something before nginx refused`,
      );
  }
  return { findings, unseen: [...unseen], ...(nearly.length > 0 ? { nearly } : {}) };
}

/** Rights and rules allow the file and it was refused all the same: something above them. */
function above(gathered: Gathered): Finding[] {
  const { exchange, ways, lines, user, pid } = gathered;
  const status = exchange.response?.status;
  const line = lines.findLast(({ kind, path }) => kind === 'permission' && path !== undefined);
  const served = ways[0]?.outcome.decisions.find(({ kind }) => kind === 'served' || kind === 'missing');
  const path = line?.path ?? served?.path;
  if (path === undefined || user === undefined || (line === undefined && status !== 403 && status !== 404)) return [];
  const change = ['PUT', 'DELETE', 'MKCOL'].includes(exchange.request.method);
  const found = findConfinement({ path, pid, uid: user.uid, change, programs: ['nginx'] });
  if (!found) return [];
  return [
    {
      cause: 'file-permissions',
      weight: line ? 'proves' : 'suggests',
      says: `nginx: ${found.says}.`,
      quote: found.quote,
      ...(found.location ? { location: found.location } : {}),
      fixes: [
        { who: 'server-admin', text: found.remedy ?? `Change what refuses ${path} there.`, commands: [], opens: [] },
      ],
      by: 'nginx',
    },
  ];
}

/** nginx lets the request through: what stands behind it decides. */
function behind(gathered: Gathered, way: Way, unseen: Set<string>): Finding[] {
  const decision = way.outcome.decisions.at(-1);
  if (!decision?.directive) return [];
  const { directive } = decision;
  for (const text of way.run.unseen) unseen.add(text);
  const quote = quoteLine(way.run.model.config, directive);
  const location = { file: directive.file, line: directive.line };
  const fpm = directive.name === 'fastcgi_pass' ? inspectFpm(way.run, directive, gathered.exchange) : undefined;
  for (const text of fpm?.unseen ?? []) unseen.add(text);
  if (fpm && fpm.findings.length > 0) return [...fpm.findings];
  const onward = requestBehind(way.run, directive, gathered.exchange);
  const next = onward && gathered.next?.(onward);
  if (next && next.findings.length > 0) {
    for (const text of next.unseen) unseen.add(text);
    const led = `${directive.file}:${directive.line} sends it on to ${directive.args.join(' ')}; there `;
    return next.findings.map((finding) => ({ ...finding, says: `${led}${finding.says}` }));
  }
  const says = `nginx lets this request through to ${directive.args.join(' ')} (${directive.file}:${directive.line}): the answer came from there.`;
  const causes: readonly CauseId[] = ['server-rule', 'directory-listing', 'file-permissions'];
  return way.run.questions.length > 0
    ? []
    : causes.map((cause) => ({ cause, weight: 'doubts' as const, says, quote, location, fixes: [], by: 'nginx' }));
}
