import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  type Claim,
  catalogue,
  curlLine,
  curlOptions,
  type Diagnosis,
  type Exchange,
  type FoundHop,
  hopOf,
  type Imported,
  isAllowed,
  type Judgement,
  judge,
  NO_CURL_LINE,
  type Redactor,
  type Request,
  redactorFor,
  redactRequest,
  type SendOptions,
  type ShellLine,
  type ToldFix,
  tell,
} from '@why403/core';
import type { Options } from '../command/options.ts';
import type { Inspected } from '../inspect/index.ts';
import type { ServerFix } from '../inspect/types.ts';
import { type Confirm, permissionFor } from '../send/permission.ts';
import { createSender } from '../send/sender.ts';
import { mendedLine } from './mended-line.ts';
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
      | 'openapi'
      | 'jwks'
    >
  > {
  /** A request that succeeds, to compare with. */
  readonly working?: Imported;
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
  const told = {
    ...(options.showSecrets !== undefined && { showSecrets: options.showSecrets }),
    secrets: (options.as ?? []).map(({ header }) => header[1]),
  };
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
    ...(hooks.env && { env: hooks.env }),
    ...(hooks.signal && { signal: hooks.signal }),
  });
  // What is sent is answered anew: an answer that the record holds is not that of now.
  const given = sends && imported.exchange.response ? unanswered(imported) : imported;
  const outside =
    options.openapi !== undefined || options.jwks
      ? await (await import('./outside.ts')).readOutside(imported, options, sender, hooks)
      : undefined;
  const logSizes = sizesOf([options.errorLog, options.accessLog]);
  const inspectHere = inspects(options)
    ? async (exchange: Exchange): Promise<Inspected['claims']> => {
        hooks.progress?.("reading the server's configuration and logs");
        const { inspectServers } = await import('../inspect/index.ts');
        // Some servers write the line of a request after its answer has gone out.
        if (sends) await new Promise((resolve) => setTimeout(resolve, LOG_WAIT));
        inspected = await inspectServers(exchange, sends ? { ...options, logSizes } : options);
        told.secrets.push(...inspected.remedies.flatMap(({ fix }) => fix.mended?.secrets ?? []));
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
    const claims = [...((await inspect?.(imported.exchange)) ?? []), ...unused.claims];
    const judgement = judge(imported.exchange, catalogue, claims);
    const redact = options.showSecrets
      ? undefined
      : redactorFor(imported.exchange, judgement.case.evidence, told.secrets);
    const side = await tellInspected(inspected, judgement, redact, offer, ({ mended }) =>
      mended ? mendedLine(mended.request, imported.send, redact) : null,
    );
    const hop = hopOf(judgement, [], catalogue);
    const diagnosis = tell(judgement, {
      ...told,
      ...side,
      notes: [...hopNotes(hop, redact), ...unused.notes, ...(side?.notes ?? []), ...(outside?.notes() ?? [])],
      requestsSent: sender.sent(),
    });
    hooks.keep?.({
      diagnosis,
      exchange: imported.exchange,
      imported,
      redact: redactorFor(imported.exchange, judgement.case.evidence, told.secrets),
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
    ...(hooks.progress && { progress: hooks.progress }),
    ...(hooks.signal && { signal: hooks.signal }),
  });
  const judgement = judge(found.exchange, catalogue, found.claims);
  const redact = options.showSecrets ? undefined : redactorFor(found.exchange, judgement.case.evidence, told.secrets);
  const line = (request: Request): ShellLine =>
    curlLine(redact ? redactRequest(request, redact) : request) ?? NO_CURL_LINE;
  const cause = judgement.ranked[0]?.cause;
  const mended = found.mended.map(
    ({ text, request, send }): ToldFix => ({
      who: 'caller',
      text: redact ? redact(text) : text,
      request: mendedLine(request, send, redact),
      commands: null,
      verified: found.held ? true : null,
    }),
  );
  // What was tried is told already where it passes, and is no fix where it does not.
  const tried = new Set(found.steps.map(({ changed }) => changed));
  const side = await tellInspected(inspected, judgement, redact, offer, ({ mended: one, text }) =>
    one ? (tried.has(text) ? undefined : mendedLine(one.request, imported.send, redact)) : null,
  );
  const fixes = { ...side?.fixes, ...(cause && { [cause.id]: [...mended, ...(side?.fixes[cause.id] ?? [])] }) };
  const beside = found.exchanges
    .filter((e) => e !== found.exchange)
    .map((exchange) => ({ exchange, allowed: isAllowed(exchange, catalogue) }));
  const hop = hopOf(judgement, beside, catalogue);
  const diagnosis = tell(judgement, {
    ...told,
    fixes,
    curlOptions: curlOptions(imported.send),
    experiments: found.steps.map((step) => ({ ...step, request: line(step.request) })),
    requestsSent: sender.sent(),
    notes: [...hopNotes(hop, redact), ...found.notes, ...(side?.notes ?? []), ...(outside?.notes() ?? [])],
  });
  hooks.keep?.({
    diagnosis,
    exchange: found.exchange,
    imported: given,
    ...(found.mended[0] && { allowed: found.mended[0] }),
    redact: redactorFor(found.exchange, judgement.case.evidence, told.secrets),
  });
  return diagnosis;
}

function hopNotes(hop: FoundHop | undefined, redact: Redactor | undefined): Diagnosis['notes'] {
  return hop ? [{ kind: 'hop', text: redact ? redact(hop.says) : hop.says }] : [];
}

/** Bytes that stand in the logs before anything is sent, by full path. */
function sizesOf(logs: readonly (string | undefined)[]): ReadonlyMap<string, number> {
  const sizes = new Map<string, number>();
  for (const log of logs) {
    if (log === undefined) continue;
    try {
      // one that is not there yet may be begun with this very refusal
      sizes.set(resolve(log), statSync(log, { throwIfNoEntry: false })?.size ?? 0);
    } catch {
      // the inspector says what is wrong with it
    }
  }
  return sizes;
}

/** Whether the server's side is to be inspected: any option that names a part of it turns it on. */
function inspects(options: DiagnoseOptions): boolean {
  const { server, config, errorLog, accessLog, root, worker } = options;
  return server === true || [config, errorLog, accessLog, root, worker].some((one) => one !== undefined);
}

/**
 * The changes and notes of the server's side as they are told; the first change for the verdict's cause is offered.
 * `mendedRequest` gives the line of a fix that is a request, null for another, undefined for one that is not to be told.
 */
async function tellInspected(
  inspected: Inspected | undefined,
  judgement: Judgement,
  redact: Redactor | undefined,
  offer: (fix: ServerFix) => Promise<void>,
  mendedRequest: (fix: ServerFix) => ShellLine | null | undefined,
): Promise<{ readonly fixes: Record<string, readonly ToldFix[]>; readonly notes: Diagnosis['notes'] } | undefined> {
  if (!inspected) return undefined;
  const { tellFix } = await import('../inspect/index.ts');
  const hide = redact ?? ((text: string) => text);
  const fixes: Record<string, ToldFix[]> = {};
  for (const { cause, fix } of inspected.remedies) {
    const request = mendedRequest(fix);
    if (request === undefined) continue;
    const told = tellFix(fix);
    const list = fixes[cause] ?? [];
    if (list.length >= MOST_FIXES || list.some(({ text }) => text === told.text)) continue;
    // what stands in place of a secret would be written into the server's own files
    const secret = told.commands?.some((command) => hide(command) !== command);
    const commands = secret ? null : told.commands;
    const text = secret ? `${told.text} Its commands hold a secret: --show-secrets prints them.` : told.text;
    fixes[cause] = [...list, { ...told, request, text: hide(text), commands }];
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
