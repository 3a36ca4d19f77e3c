// The server's side of one refusal: which servers of this machine have a part in it, what their configuration, files and logs
// say, as claims for the judge and as changes for the person who runs the server.
import { resolve } from 'node:path';
import type { CauseId, Claim, Diagnosis, Exchange, ToldFix } from '@why403/core';
import { inspectors } from '../inspectors.ts';
import { beginReading } from '../shared/read-file.ts';
import { stampFix } from './apply/stamp.ts';
import files from './path-walk/files.ts';
import { refillPatterns } from './shared/bounded-match.ts';
import { isListenedOn, listenersOn } from './shared/listener.ts';
import type { Process } from './shared/running.ts';
import { viewExchange } from './shared/server-view.ts';
import type { Finding, Inspection, Inspector, ServerFix, ServerInput } from './types.ts';

/** A change on the server, and the cause that it mends. */
export interface Remedy {
  readonly cause: CauseId;
  readonly fix: ServerFix;
  /** Id of the inspector. */
  readonly by: string;
}

/** What the server's side said of one exchange. */
export interface Inspected {
  readonly claims: readonly Claim[];
  /** The surest first. */
  readonly remedies: readonly Remedy[];
  readonly notes: Diagnosis['notes'];
  /** Paths of pages that hand a CSRF token out, by the application's source. */
  readonly tokenPages: readonly string[];
}

/** Bits of what a file or a log shows: more than any words of the answer, less than a turn that was repeated. */
const SHOWN = 20;
/** Bits of what cannot be, by the server's own configuration. */
const OUT = -10;
const MOST_NOTES = 12;
const MOST_NEAR = 3;

interface Seen {
  readonly inspector: Inspector;
  readonly server: ServerInput;
  readonly inspection: Inspection;
}

/**
 * Asks every kind of server that is found, or that `input` names, about this exchange. The folder's files alone are walked
 * only where no server said anything. Never throws: an inspector that fails is a note.
 */
export async function inspectServers(exchange: Exchange, given: ServerInput): Promise<Inspected> {
  const input = withFullPaths(given);
  beginReading();
  refillPatterns();
  const notes: { kind: 'server' | 'fault'; text: string }[] = [];
  const ask = async (inspector: Inspector, about: ServerInput): Promise<Seen[]> => {
    try {
      const servers = await inspector.find(about);
      return await Promise.all(
        servers.map(async (server) => ({ inspector, server, inspection: await inspector.inspect(exchange, server) })),
      );
    } catch (error) {
      notes.push({ kind: 'fault', text: `${inspector.title} could not be inspected: ${sayError(error)}.` });
      return [];
    }
  };
  const some =
    process.env['WHY403_WITHOUT_KINDS'] === '1' ? inspectors.filter(({ programs }) => !programs) : inspectors;
  const kinds = (await Promise.all(some.filter(({ anyKind }) => !anyKind).map((one) => ask(one, input)))).flat();
  const evaluated = kinds.flatMap(({ inspector, inspection }) =>
    inspection.findings.length || inspection.unseen.length ? (inspector.programs ?? []) : [],
  );
  const any = some.filter(({ anyKind }) => anyKind).map((one) => ask(one, { ...input, evaluated }));
  const seen = sortOut([...kinds, ...(await Promise.all(any)).flat()], exchange, input, (text) =>
    notes.push({ kind: 'server', text }),
  );
  if (!seen.some(({ inspection }) => inspection.findings.length)) seen.push(...(await ask(files, input)));
  const unknown = input.config !== undefined && !kinds.some(({ server }) => server.config === input.config);
  if (!notes.length && (unknown || seen.every(saysNothing))) notes.push({ kind: 'server', text: sayNothing(input) });

  const findings = seen.flatMap(({ server, inspection }) =>
    inspection.findings.map((finding) => ({ finding, server })),
  );
  for (const { inspection } of seen) {
    for (const text of [...(inspection.notes ?? []), ...inspection.unseen])
      notes.push({ kind: 'server', text: sentence(text) });
    for (const { says, location } of (inspection.nearly ?? []).slice(0, MOST_NEAR))
      notes.push({ kind: 'server', text: `Nearly decided: ${placeOf(location)}: ${stop(says)}.` });
  }
  return {
    claims: findings.map(({ finding, server }) => claimOf(finding, server)),
    remedies: findings
      .filter(({ finding }) => finding.weight !== 'doubts' && finding.weight !== 'excludes')
      .sort((a, b) => rank(a.finding) - rank(b.finding))
      .flatMap(({ finding }) =>
        finding.fixes.map((fix) => ({ cause: finding.cause, fix: stampFix(fix), by: finding.by })),
      ),
    tokenPages: [...new Set(seen.flatMap(({ inspection }) => inspection.tokenPages ?? []))],
    notes: [...new Map(notes.toReversed().map((note) => [note.text, note])).values()].toReversed().slice(0, MOST_NOTES),
  };
}

/**
 * Of servers that were found running, the one that listens on the request's port answered: what the others would say of the
 * request proves nothing, and where it said something, they are not asked.
 */
function sortOut(seen: readonly Seen[], exchange: Exchange, input: ServerInput, note: (text: string) => void): Seen[] {
  const found = seen.filter(({ inspector }) => inspector.programs);
  if (input.config !== undefined || found.length === 0) return [...seen];
  const { port } = viewExchange(exchange);
  const listeners = listenersOn(port);
  const hidden = listeners.length === 0 && isListenedOn(port);
  if (hidden) {
    if (found.length === 1) return [...seen];
    note(`Which process answers on port ${port} is not shown to this user; root sees it, and --config says it.`);
  } else if (listeners.length === 0) {
    note(`Nothing on this machine listens on port ${port}, so the request may have been answered elsewhere.`);
  }
  const answered = seen.filter((one) => !one.inspector.programs || answers(one, listeners, found));
  const kinds = answered.filter(({ inspector }) => inspector.programs);
  // An application answered by itself, or the server said what refused: nobody else is asked.
  if ((listeners.length && !kinds.length) || kinds.some(({ inspection }) => inspection.findings.length))
    return answered;
  // What another server would say of the request only hints; where nobody can tell which one it was, it may be this one.
  const most = hidden ? 'suggests' : 'hints';
  return seen.map((one) => (answered.includes(one) ? one : weaken(one, most)));
}

/** Whether one of these processes is of this kind and was started with this configuration, as far as its words say one. */
function answers(one: Seen, listeners: readonly Process[], found: readonly Seen[]): boolean {
  const own = listeners.filter(({ name }) => one.inspector.programs?.includes(name));
  const { runsWith } = one.inspector;
  const { config: file } = one.server;
  if (runsWith) return file !== undefined && own.some((process) => runsWith(process, file));
  const started = ({ server }: Seen): boolean =>
    own.some(({ cwd, words }) =>
      words
        .flatMap((word) => word.split(/[\s=]+/))
        .some((word) => server.config !== undefined && resolve(cwd ?? '/', word) === server.config),
    );
  return (
    own.length > 0 && (started(one) || !found.some((other) => other.inspector === one.inspector && started(other)))
  );
}

function weaken(one: Seen, most: 'suggests' | 'hints'): Seen {
  const findings = one.inspection.findings.map(
    (finding): Finding => (finding.weight === 'proves' ? { ...finding, weight: most } : finding),
  );
  return { ...one, inspection: { findings, unseen: [] } };
}

/** A change as reports tell it: with what else it would open. */
export function tellFix(fix: ServerFix): ToldFix {
  const opens = fix.opens.length ? ` This also opens ${fix.opens.join('; ')}.` : '';
  return {
    who: fix.who,
    text: `${sentence(fix.text)}${opens}`,
    request: null,
    commands: fix.commands.length ? fix.commands : null,
    verified: null,
  };
}

function claimOf(finding: Finding, server: ServerInput): Claim {
  const { cause, weight, says, quote, location, by } = finding;
  const bits = finding.bits ?? (weight === 'proves' ? SHOWN : weight === 'excludes' ? OUT : undefined);
  return {
    cause,
    weight,
    ...(bits !== undefined && { bits }),
    says: stop(says),
    at: [],
    quote: { from: location ? `${kindOf(location.file, server)} ${placeOf(location)}` : `server ${by}`, text: quote },
    // A log without a line is no place to go to: what the source or the configuration names is told instead.
    ...(location && (location.line !== undefined || kindOf(location.file, server) === 'file') && { location }),
    by: `inspect/${by}`,
  };
}

/** The places as full paths: they stand in commands that may be run from elsewhere. */
function withFullPaths({ config, errorLog, accessLog, root, worker, logSizes, traced }: ServerInput): ServerInput {
  return {
    ...(config !== undefined && { config: resolve(config) }),
    ...(errorLog !== undefined && { errorLog: resolve(errorLog) }),
    ...(accessLog !== undefined && { accessLog: resolve(accessLog) }),
    ...(root !== undefined && { root: resolve(root) }),
    ...(worker !== undefined && { worker }),
    ...(logSizes && { logSizes }),
    ...(traced && { traced }),
  };
}

function kindOf(file: string, { errorLog, accessLog }: ServerInput): 'log' | 'file' {
  return file === errorLog || file === accessLog || /\.log(?:\.\d{1,4})?$|\/log\/[^/]+$/.test(file) ? 'log' : 'file';
}

function placeOf({ file, line }: { readonly file: string; readonly line?: number }): string {
  return line === undefined ? file : `${file}:${line}`;
}

const ORDER: readonly Finding['weight'][] = ['proves', 'suggests', 'hints', 'doubts', 'excludes'];
const rank = ({ weight }: Finding): number => ORDER.indexOf(weight);

/** An inspector of applications that was given nothing to look at, and found nothing by itself. */
function saysNothing({ inspector, server, inspection }: Seen): boolean {
  const given = server.config ?? server.errorLog ?? server.accessLog;
  return !inspector.programs && (given === undefined || inspector.anyKind === true) && inspection.findings.length === 0;
}

function sayNothing({ config, errorLog, accessLog, root }: ServerInput): string {
  const named = config ?? errorLog ?? accessLog ?? root;
  return named === undefined
    ? 'No running server whose configuration can be read was found on this machine; --config names one.'
    : `${named} is of no kind of server that is known here, so it was read for its words and settings alone.`;
}

const stop = (text: string): string => text.trim().replace(/\.$/, '');
const sentence = (text: string): string => `${stop(text)}.`;

function sayError(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return (code ?? String(message)).slice(0, 200);
}
