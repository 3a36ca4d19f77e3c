import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import {
  type Claim,
  catalogue,
  type Diagnosis,
  type Exchange,
  type FoundHop,
  hopOf,
  type Imported,
  isAllowed,
  type Judgement,
  judge,
  learnCredential,
  learnExchange,
  learnSend,
  newVault,
  type Redactor,
  type Request,
  redactConfig,
  redactFinding,
  redactorOf,
  redactText,
  type SendOptions,
  type ShownLine,
  showAll,
  shownCurlLine,
  type ToldFix,
  tell,
  toolFixes,
  tools,
  type Vault,
} from '@why403/core';
import type { Options } from '../command/options.ts';
import type { Inspected } from '../inspect/index.ts';
import type { ServerFix, ServerInput } from '../inspect/types.ts';
import { type Confirm, permissionFor } from '../send/permission.ts';
import { createSender } from '../send/sender.ts';
import { mendedLines } from './mended-line.ts';
import { givenOf, unsent } from './unsent.ts';

/** What a diagnosis may be told of its own way. */
export interface Hooks {
  /** One line about what is under way, for a person who waits. */
  readonly progress?: (text: string) => void;
  readonly signal?: AbortSignal;
  /** Asks the person at the terminal; undefined where they do not know. */
  readonly person?: (question: string) => Promise<boolean | undefined>;
  /** Asks the person for leave; no where they say nothing. Absent where nobody can be asked. */
  readonly confirm?: Confirm;
  /** Waits and shows for how long; false where the person would not wait. */
  readonly wait?: (ms: number, why: string) => Promise<boolean>;
  /** Environment variables, for the proxy settings. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Told of each request that goes out. */
  readonly sent?: () => void;
  /** What is known as a secret in this run beside this refusal. */
  readonly vault?: Vault;
  /** Told of the least change on the server that was found for the verdict's cause, as it would be carried out. */
  readonly offer?: (fix: ServerFix, imported: Imported) => void;
  /** Told of what a saved refusal needs, secrets and all, once the diagnosis stands. */
  readonly keep?: (found: Found) => void;
}

/** A refusal as it was found, before anything was taken out of it. */
export interface Found {
  readonly diagnosis: Diagnosis;
  readonly exchange: Exchange;
  /** The request as it was given, and how it is sent. */
  readonly imported: Imported;
  /** A request that was tried and passes. */
  readonly allowed?: { readonly text: string; readonly request: Request; readonly send: SendOptions };
  readonly redact: Redactor;
}

export interface DiagnoseOptions
  extends Partial<
    Pick<
      Options,
      | 'send'
      | 'yes'
      | 'tryDirect'
      | 'showSecrets'
      | 'maxRequests'
      | 'allowWrites'
      | 'as'
      | 'server'
      | 'config'
      | 'errorLog'
      | 'accessLog'
      | 'root'
      | 'worker'
      | 'trace'
      | 'openapi'
      | 'jwks'
    >
  > {
  /** A request that succeeds, to compare with. */
  readonly working?: Imported;
  /** A request that passed in the same recording: compared as a text, never sent. */
  readonly found?: Imported;
  /** Whether this is one of several that were read. */
  readonly among?: boolean;
  /** Longest wait that an experiment may take, in milliseconds. */
  readonly maxWait?: number;
}

/** Milliseconds between an answer and the reading of the logs. */
const LOG_WAIT = 50;
/** Changes on the server that are told for one cause. */
const MOST_FIXES = 4;

/**
 * Says why one request was refused. A command that the user gave is sent, and then what experiments tell more; a record is
 * judged as it stands, unless `send` says otherwise. Where the options name the server's side, it is inspected on
 * this machine right after the first answer. Throws SendError where the server cannot be reached.
 */
export async function diagnose(
  imported: Imported,
  options: DiagnoseOptions = {},
  hooks: Hooks = {},
): Promise<Diagnosis> {
  const vault = newVault(hooks.vault);
  for (const { header } of options.as ?? []) learnCredential(vault, header[1]);
  for (const one of [imported, options.working, options.found]) {
    if (!one) continue;
    learnExchange(vault, one.exchange);
    learnSend(vault, one.send);
  }
  const known = redactorOf(vault);
  const redact = options.showSecrets ? undefined : known;
  const told = {
    ...(options.showSecrets !== undefined && { showSecrets: options.showSecrets }),
    ...(options.among && { among: true }),
    vault,
  };
  const lines = mendedLines(redact, hooks.env ?? process.env);
  let inspected: Inspected | undefined;
  const permission = await permissionFor(
    givenOf(imported),
    options.working && givenOf(options.working),
    options,
    hooks.confirm,
  );
  const sends = permission.own.length > 0;
  const sender = createSender({
    permission,
    passed: (exchange) => isAllowed(exchange, catalogue),
    ...(options.openapi !== undefined || options.jwks
      ? { publicOrigins: await (await import('./outside.ts')).publicOrigins(imported, options) }
      : {}),
    ...(hooks.sent && { onSend: hooks.sent }),
    ...(hooks.env && { env: hooks.env }),
    ...(hooks.signal && { signal: hooks.signal }),
  });
  // What is sent is answered anew: an answer that the record holds is not that of now.
  const given = sends && imported.exchange.response ? unanswered(imported) : imported;
  const outside =
    options.openapi !== undefined || options.jwks
      ? await (await import('./outside.ts')).readOutside(imported, options, sender, hooks)
      : undefined;
  const logSizes =
    sends && inspects(options)
      ? (await import('../inspect/machine/log-sizes.ts')).logSizesBefore(imported.exchange, options)
      : undefined;
  let traced: ServerInput['traced'];
  const watch = async (send: () => Promise<Exchange>): Promise<Exchange> => {
    const { watchRequest } = await import('../inspect/machine/strace.ts');
    const { viewExchange } = await import('../inspect/shared/server-view.ts');
    const watched = await watchRequest(viewExchange(imported.exchange).port, send);
    traced = watched.traced;
    return watched.answer;
  };
  const inspectHere = inspects(options)
    ? async (exchange: Exchange): Promise<Inspected['claims']> => {
        hooks.progress?.("reading the server's configuration and logs");
        const { inspectApart } = await import('../inspect/apart.ts');
        // Some servers write the line of a request after its answer has gone out.
        if (sends) await new Promise((resolve) => setTimeout(resolve, LOG_WAIT));
        inspected = await inspectApart(
          exchange,
          { ...options, ...(logSizes && { logSizes }), ...(traced && { traced }) },
          hooks.signal,
        );
        for (const { fix } of inspected.remedies) for (const secret of fix.mended?.secrets ?? []) vault.learn(secret);
        if (redact) inspected = shownInspected(inspected, redact);
        return inspected.claims;
      }
    : undefined;
  const inspect =
    inspectHere || outside
      ? async (exchange: Exchange): Promise<readonly Claim[]> => [
          ...((await inspectHere?.(exchange)) ?? []),
          ...((await outside?.claims(exchange)) ?? []),
        ]
      : undefined;
  const offer = async (fix: ServerFix): Promise<void> => {
    hooks.offer?.(fix, imported);
  };
  if (!sends) {
    const unused = unsent(imported, options, permission);
    const claims = [...((await inspect?.(imported.exchange)) ?? []), ...unused.claims, ...(imported.claims ?? [])];
    const judgement = judge(imported.exchange, catalogue, claims);
    const side = await tellInspected(inspected, judgement, redact, offer, ({ mended }) =>
      mended ? lines.line(mended.request, imported.send) : { request: null },
    );
    const hop = hopOf(judgement, [], catalogue);
    const diagnosis = tell(judgement, {
      ...told,
      ...side,
      fixes: withTool(side?.fixes, imported, judgement),
      notes: [
        ...hopNotes(hop, redact),
        ...unused.notes,
        ...(side?.notes ?? []),
        ...(outside?.notes() ?? []),
        ...privateNotes(lines.files),
      ],
      requestsSent: sender.sent(),
    });
    hooks.keep?.({
      diagnosis: options.showSecrets ? tell(judgement, { vault }) : diagnosis,
      exchange: imported.exchange,
      imported,
      redact: known,
    });
    return diagnosis;
  }
  const { investigate } = await import('./investigate.ts');
  const found = await investigate(given, {
    permission,
    sender,
    credentials: options.as ?? [],
    ...(options.working && { working: options.working }),
    ...(options.tryDirect === true && { tryDirect: true }),
    ...(inspect && { inspect }),
    ...(options.trace === true && { watch }),
    changes: () => (inspected?.remedies ?? []).flatMap(({ cause, fix }) => (fix.commands.length ? [cause] : [])),
    tokenPages: () => inspected?.tokenPages ?? [],
    remedies: () =>
      (inspected?.remedies ?? []).flatMap(({ cause, fix }) =>
        fix.mended ? [{ cause, text: fix.text, request: fix.mended.request }] : [],
      ),
    ...(options.maxWait !== undefined && { maxWait: options.maxWait }),
    ...(hooks.person && { person: hooks.person }),
    ...(hooks.confirm && { confirm: hooks.confirm }),
    ...(hooks.wait && { wait: hooks.wait }),
    ...(hooks.progress && { progress: (text) => hooks.progress?.(redact ? redactText(text, redact) : text) }),
    ...(hooks.signal && { signal: hooks.signal }),
  });
  const judgement = judge(found.exchange, catalogue, found.claims);
  learnExchange(vault, found.exchange);
  for (const exchange of found.exchanges) learnExchange(vault, exchange);
  const cause = judgement.ranked[0]?.cause;
  const mended = found.mended.map(
    ({ text, request, send }): ToldFix => ({
      who: 'caller',
      text: redact ? redact(text) : text,
      ...lines.line(request, send),
      commands: null,
      verified: found.held ? true : null,
    }),
  );
  // What was tried is told already where it passes, and is no fix where it does not.
  const tried = new Set(found.steps.map(({ changed }) => changed));
  const side = await tellInspected(inspected, judgement, redact, offer, ({ mended: one, text }) =>
    one ? (tried.has(text) ? undefined : lines.line(one.request, imported.send)) : { request: null },
  );
  const fixes = { ...side?.fixes, ...(cause && { [cause.id]: [...mended, ...(side?.fixes[cause.id] ?? [])] }) };
  const beside = found.exchanges
    .filter((e) => e !== found.exchange)
    .map((exchange) => ({ exchange, allowed: isAllowed(exchange, catalogue) }));
  const hop = hopOf(judgement, beside, catalogue);
  const diagnosis = tell(judgement, {
    ...told,
    fixes,
    send: imported.send,
    experiments: found.steps.map(({ request, send, ...step }) => ({
      ...step,
      ...shownCurlLine(request, redact ?? showAll, send),
    })),
    requestsSent: sender.sent(),
    notes: [
      ...hopNotes(hop, redact),
      ...found.notes,
      ...(side?.notes ?? []),
      ...(outside?.notes() ?? []),
      ...privateNotes(lines.files),
    ],
  });
  hooks.keep?.({
    diagnosis: options.showSecrets ? tell(judgement, { vault }) : diagnosis,
    exchange: found.exchange,
    imported: given,
    ...(found.mended[0] && { allowed: found.mended[0] }),
    redact: known,
  });
  return diagnosis;
}

/** The fixes of the server's side, and what the user of the tool does whose output was read. */
function withTool(
  fixes: Readonly<Record<string, readonly ToldFix[]>> = {},
  { tool }: Imported,
  judgement: Judgement,
): Readonly<Record<string, readonly ToldFix[]>> {
  const own = toolFixes(
    tools.find(({ id }) => id === tool),
    judgement,
  );
  const all = { ...fixes };
  for (const [cause, list] of Object.entries(own)) all[cause] = [...(fixes[cause] ?? []), ...list];
  return all;
}

function hopNotes(hop: FoundHop | undefined, redact: Redactor | undefined): Diagnosis['notes'] {
  return hop ? [{ kind: 'hop', text: redact ? redact(hop.says) : hop.says }] : [];
}

/** What the server's side says without what its configuration and logs hold of secrets; the changes themselves stay whole. */
function shownInspected(inspected: Inspected, redact: Redactor): Inspected {
  for (const text of [
    ...inspected.claims.flatMap(({ says, quote, location }) => [says, quote?.text ?? '', location?.file ?? '']),
    ...inspected.notes.map((note) => note.text),
    ...inspected.remedies.map(({ fix }) => fix.text),
  ])
    showPlaces(text, redact);
  for (const { quote } of inspected.claims) if (quote) redactConfig(quote.text, redact);
  return {
    ...inspected,
    claims: inspected.claims.map((claim) => ({
      ...claim,
      says: redactFinding(claim.says, redact),
      ...(claim.quote && { quote: { ...claim.quote, text: redactConfig(claim.quote.text, redact) } }),
    })),
    notes: inspected.notes.map((note) => ({ ...note, text: redactFinding(note.text, redact) })),
  };
}

/**
 * Places on this disk are no secret to the one who inspects it: what is there of a path that a finding names is shown, but for what
 * the request hides of its own.
 */
function showPlaces(text: string, redact: Redactor): void {
  for (const [found] of text.matchAll(/\/[^\s"'`,;()<>]{1,1000}/g)) {
    let place = found.replace(/[:.]+$/, '').replace(/:\d{1,9}$/, '');
    for (let depth = 0; depth < 3 && place.length > 1; depth++, place = dirname(place))
      if (existsSync(place) && redact.vault?.find(place).length === 0) {
        redact.vault.show(place);
        break;
      }
  }
}

/** Says which files hold what the printed lines need. */
function privateNotes(files: readonly string[]): Diagnosis['notes'] {
  if (!files.length) return [];
  const what = files.length === 1 ? files[0]! : `${dirname(files[0]!)} (${files.length} files)`;
  const text = `The secrets of the printed line stand in ${what}, for you alone. The first run after an hour deletes them; why403 forget does it now.`;
  return [{ kind: 'gap', text }];
}

/** Whether the server's side is to be inspected: any option that names a part of it turns it on. */
function inspects(options: DiagnoseOptions): boolean {
  const { server, trace, config, errorLog, accessLog, root, worker } = options;
  return (
    server === true || trace === true || [config, errorLog, accessLog, root, worker].some((one) => one !== undefined)
  );
}

/**
 * The changes and notes of the server's side as they are told; the first change for the verdict's cause is offered.
 * `mendedRequest` gives the line of a fix that is a request, undefined for one that is not to be told.
 */
async function tellInspected(
  inspected: Inspected | undefined,
  judgement: Judgement,
  redact: Redactor | undefined,
  offer: (fix: ServerFix) => Promise<void>,
  mendedRequest: (fix: ServerFix) => ShownLine | undefined,
): Promise<{ readonly fixes: Record<string, readonly ToldFix[]>; readonly notes: Diagnosis['notes'] } | undefined> {
  if (!inspected) return undefined;
  const { tellFix } = await import('../inspect/index.ts');
  const hide = redact ?? ((text: string) => text);
  const fixes: Record<string, ToldFix[]> = {};
  for (const { cause, fix } of inspected.remedies) {
    const line = mendedRequest(fix);
    if (line === undefined) continue;
    const told = tellFix(fix);
    const list = fixes[cause] ?? [];
    if (list.length >= MOST_FIXES || list.some(({ text }) => text === told.text)) continue;
    fixes[cause] = [...list, { ...told, ...line, text: redact ? redactFinding(told.text, redact) : told.text }];
  }
  const top = judgement.ranked[0]?.cause.id;
  const first = inspected.remedies.find(({ cause, fix }) => cause === top && fix.changes?.length);
  if (first) await offer(first.fix);
  return { fixes, notes: inspected.notes.map(({ kind, text }) => ({ kind, text: hide(text) })) };
}

/** The same without the answer that a record holds. */
function unanswered(imported: Imported): Imported {
  const { response: _, transport: _way, ...exchange } = imported.exchange;
  return { ...imported, exchange };
}
