import { bothEnds } from '../shared/tries.ts';
import { type Candidate, editAt, insertBefore, insertInto, quoted, replaceDirective } from './edits.ts';
import { checksCredentials } from './judge.ts';
import type { Scope } from './model.ts';
import { conditionWords } from './rewrite.ts';
import type { Decision, Outcome, Run } from './run.ts';
import type { Directive } from './syntax.ts';
import { evaluate, variable } from './variables.ts';

/** The edit is worked out where its turn comes: of thousands few are tried. */
type Offer = (edit: () => Candidate['edit'] | undefined, text: string, ...opens: readonly string[]) => void;

/** Most lines, hosts and values of one sort that are offered. */
const MOST = 24;

const escapeRegex = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
const at = (directive: Directive): string => `${directive.file}:${directive.line}`;
/** A value of the request that may stand in a configuration file. */
const isPlain = (text: string): boolean => text.length <= 300 && /^[\x20-\x7e]*$/.test(text) && !text.includes('$');

function forAddress(run: Run, decision: Decision, offer: Offer): void {
  const { directive } = decision;
  const { config } = run.model;
  if (!directive || run.clientAddress === undefined) return;
  offer(
    () => insertBefore(config, directive, `allow ${run.clientAddress};`),
    `Allow ${run.clientAddress} before the rule at ${at(directive)} that refuses it.`,
    `everything that the rule at ${at(directive)} covers, to ${run.clientAddress}`,
  );
}

function forMethod(run: Run, offer: Offer): void {
  const limit = run.weighed.findLast(({ directive }) => directive.name === 'limit_except')?.directive;
  if (!limit || !/^[A-Z]+$/.test(run.request.method)) return;
  const text = run.model.config.texts.get(limit.file)?.slice(limit.start, limit.bodyStart) ?? '';
  const head = text.replace(/\s*\{$/, '');
  offer(
    () => editAt(run.model.config, limit, head, `${head} ${run.request.method}`),
    `Add ${run.request.method} to the methods of limit_except at ${at(limit)}.`,
    `${run.request.method} at ${run.location?.pattern ?? 'this location'} to everyone whom the other rules let in`,
  );
}

function forMap(run: Run, entryOrBlock: Directive, block: Directive, offer: Offer): void {
  const { config } = run.model;
  if (/\$\{?http_cookie\b/i.test(block.args[0] ?? '')) return;
  const entries = block.block ?? [];
  const values = ['', '0', '1', ...entries.map((entry) => entry.args[0] ?? '')].filter(isPlain);
  const source =
    block.name === 'geo' ? (run.clientAddress ?? '') : evaluate(run, block.args.slice(0, -1).join(' ')).text;
  if (!isPlain(source) || (block.name === 'geo' && source === '')) return;
  const ranges = entries.some(({ name }) => name === 'ranges');
  const key =
    block.name === 'geo'
      ? ranges
        ? `${source}-${source}`
        : source
      : quoted(/^[~\\]|^(?:default|include|hostnames|volatile)$/.test(source) ? `\\${source}` : source);
  const exact = entries.includes(entryOrBlock) && entryOrBlock.name.toLowerCase() === source.toLowerCase();
  for (const value of bothEnds([...new Set(values)], MOST)) {
    offer(
      () =>
        exact
          ? replaceDirective(config, entryOrBlock, `${key} ${quoted(value)};`)
          : insertInto(config, block, `${key} ${quoted(value)};`),
      `Give ${source === '' ? 'the empty value' : source} an entry of its own in the ${block.name} at ${at(block)}.`,
      `what the ${block.name} at ${at(block)} guards, to ${source === '' ? 'requests without that value' : source}`,
    );
  }
}

function forCondition(run: Run, directive: Directive, offer: Offer): void {
  const [left = '', op, right = ''] = conditionWords(directive);
  if (!op || left.startsWith('-') || left.startsWith('!-')) return;
  const name = left.replace(/^\$\{?|\}$/g, '');
  // A computed value is shared by too many requests to be excepted.
  if (run.model.defined.has(name) || run.vars.has(name) || name === 'invalid_referer') return;
  // All the cookies of a caller are no exception to write down.
  if (name.toLowerCase() === 'http_cookie') return;
  const value = variable(run, name).text;
  if (!isPlain(value)) return;
  const exact = `^${escapeRegex(value)}$`;
  const literalRight = isPlain(right) ? escapeRegex(right) : undefined;
  const forms: string[] = [];
  if (op === '!=' && literalRight !== undefined)
    forms.push(`!~ ${quoted(`^(?:${literalRight}|${escapeRegex(value)})$`)}`);
  if (op === '=' && literalRight !== undefined)
    forms.push(`~ ${quoted(`^(?:${literalRight}|${escapeRegex(value)})$`)}`);
  if (op.startsWith('!~')) forms.push(`${op} ${quoted(`${right}|${exact}`)}`);
  if (op === '~' || op === '~*')
    forms.push(`${op} ${quoted(`^(?!${escapeRegex(value)}$).*(?:${right})`)}`, `${op} ${quoted(`${right}|${exact}`)}`);
  for (const form of forms)
    offer(
      () => replaceDirective(run.model.config, directive, `if (${left} ${form}) {`),
      `Except ${value === '' ? `an empty ${left}` : `"${value}"`} from the condition at ${at(directive)}.`,
      `what the condition at ${at(directive)} guards, to every request with ${value === '' ? `no ${left}` : `the same ${left}`}`,
    );
}

function forReferer(run: Run, directive: Directive, offer: Offer): void {
  const referer = run.request.headers.get('referer')?.[0];
  const host = /^https?:\/\/([A-Za-z0-9.-]+)/i.exec(referer ?? '')?.[1]?.toLowerCase();
  const word = referer === undefined ? 'none' : (host ?? 'blocked');
  const text = run.model.config.texts.get(directive.file)?.slice(directive.start, directive.end) ?? '';
  const plain = directive.args.some(
    (arg) => !['none', 'blocked', 'server_names'].includes(arg) && !arg.startsWith('~'),
  );
  const named =
    directive.args.includes('server_names') && run.chosen?.server.names.some(({ name }) => !name.startsWith('~'));
  // nginx does not start with "none" or "blocked" where no plain name stands beside them: the site's own does no harm.
  const own = /^[a-z0-9.-]+$/.test(run.request.host) ? run.request.host : 'localhost';
  const added = host || plain || named ? word : `${word} ${own}`;
  offer(
    () => replaceDirective(run.model.config, directive, text.replace(/\s*;$/, ` ${added};`)),
    `Add ${word === 'none' || word === 'blocked' ? `"${word}"` : word} to valid_referers at ${at(directive)}.`,
    word === 'none'
      ? 'these files to requests without a Referer, such as typed addresses and most programs'
      : `these files to pages of ${word}`,
  );
}

/** A location for exactly this path inside the one that refuses, served as that one serves. */
function exactLocation(run: Run, decision: Decision, body: string, offer: Offer): void {
  const place = decision.scope.kind === 'location' ? decision.scope : decision.scope.parent;
  const block = place?.directive;
  if (place?.kind !== 'location' || !block || !isPlain(run.request.uri) || /["{};\\]/.test(run.request.uri)) return;
  const { match } = place as NonNullable<Run['location']>;
  if (match === '=' || match === '@') return;
  const handler = place.directives.find(({ name }) => /_pass$/.test(name));
  const pass = handler ? `${handler.name} ${handler.args.join(' ')}; ` : '';
  const name =
    match === 'prefix' || match === '^~'
      ? `= ${quoted(run.request.uri)}`
      : `~ ${quoted(`^${escapeRegex(run.request.uri)}$`)}`;
  offer(
    () => insertInto(run.model.config, block, `location ${name} { ${body}${pass}}`),
    `Except ${run.request.uri} from the location at ${at(place.directive)}.`,
    `${run.request.uri} to everyone whom the rules around it let in`,
  );
}

function forHost(run: Run, outcome: Outcome, offer: Offer): void {
  const { host } = run.request;
  if (!/^[a-z0-9.-]+$/.test(host)) return;
  const named = (outcome.chosen?.others ?? []).flatMap((server) => {
    const directive = server.names.find((one) => one.directive && one.name !== '' && one.name !== '_')?.directive;
    return directive ? [{ server, named: directive }] : [];
  });
  for (const { server, named: directive } of bothEnds(named, MOST)) {
    const text = run.model.config.texts.get(directive.file)?.slice(directive.start, directive.end) ?? '';
    offer(
      () => replaceDirective(run.model.config, directive, text.replace(/\s*;$/, ` ${host};`)),
      `If ${host} is meant to be served by the server at ${at(server.directive)}, add it to its server_name.`,
      `the whole server at ${at(server.directive)} under the name ${host}`,
    );
  }
}

function forReturn(run: Run, decision: Decision, offer: Offer): void {
  const { directive } = decision;
  const { config } = run.model;
  if (!directive) return;
  for (const one of bothEnds(decision.via, MOST)) {
    const block = run.model.blockOf.get(one);
    if (block) forMap(run, one, block, offer);
    else if (one.name === 'valid_referers') forReferer(run, one, offer);
    else if (one.name === 'if') forCondition(run, one, offer);
  }
  exactLocation(run, decision, '', offer);
  offer(
    () => replaceDirective(config, directive, ''),
    `Take the rule at ${at(directive)} out.`,
    `everything that the rule at ${at(directive)} refuses`,
  );
}

const TLS_DEPS = /^(?:scheme|https|server_port|http_x_forwarded_proto)$/;

/** Changes that might let the request through, the least first. Each still has to be tried. */
export function* listCandidates(
  run: Run,
  outcome: Outcome,
  decision: Decision,
  catchAll: boolean,
): Generator<Candidate> {
  const list: {
    readonly edit: () => Candidate['edit'] | undefined;
    readonly text: string;
    readonly opens: readonly string[];
  }[] = [];
  collect(run, outcome, decision, catchAll, (edit, text, ...opens) => list.push({ edit, text, opens }));
  for (const { edit: make, text, opens } of list) {
    const edit = make();
    if (edit) yield { edit, text, opens };
  }
}

function collect(run: Run, outcome: Outcome, decision: Decision, catchAll: boolean, offer: Offer): void {
  const { directive } = decision;
  const { config } = run.model;
  if (catchAll) forHost(run, outcome, offer);
  if (decision.kind === 'limit-except') forMethod(run, offer);
  if (decision.kind === 'access') {
    forAddress(run, decision, offer);
    exactLocation(run, decision, 'allow all; ', offer);
  }
  if (decision.kind === 'return' && directive) {
    if ([...decision.deps].some((name) => TLS_DEPS.test(name)) && run.request.scheme === 'http')
      offer(
        () => replaceDirective(config, directive, 'return 301 https://$host$request_uri;'),
        `Send callers to HTTPS instead of refusing them at ${at(directive)}.`,
      );
    // An exception from a rule about credentials would open it to everyone, or write a secret down.
    if (!checksCredentials(decision.deps)) forReturn(run, decision, offer);
  }
  if (decision.kind === 'plain-on-tls' && directive) {
    const server: Scope | undefined = outcome.server;
    const block = server?.directive;
    if (block)
      offer(
        () => insertInto(config, block, 'error_page 497 =301 https://$host:$server_port$request_uri;'),
        `Send plain requests on this port to HTTPS instead of refusing them.`,
      );
  }
  if (decision.kind === 'internal' && directive)
    offer(
      () => replaceDirective(config, directive, ''),
      `Take "internal" at ${at(directive)} out, if callers are meant to reach this location.`,
      `the whole location at ${at(directive)} to everyone`,
    );
  if (decision.kind === 'permission' && directive?.name === 'disable_symlinks') {
    exactLocation(run, { ...decision, scope: run.location ?? decision.scope }, 'disable_symlinks off; ', offer);
    offer(
      () => replaceDirective(config, directive, 'disable_symlinks off;'),
      `Follow symbolic links again at ${at(directive)}.`,
      'every file that a symbolic link below this root leads to',
    );
  }
}
