/** Caddy: the configuration as `caddy adapt` gives it, evaluated for one request; the Caddyfile's line; its JSON logs; the file as its user sees it. */
import { existsSync } from 'node:fs';
import { type Exchange, piece, type ShellLine, sh } from '@why403/core';
import { type Adapted, adaptConfig, isJsonFile } from './caddy/adapt.ts';
import { type CaddyJudged, judgeCaddy } from './caddy/judge.ts';
import { exemptions, type Found, findJsonLine, findLine } from './caddy/line.ts';
import { explainCaddyLog, findCaddyClient } from './caddy/log.ts';
import { asObject } from './caddy/match.ts';
import { userName } from './path-walk/users.ts';
import { type Edit, type ReadText, readFromDisk } from './shared/config-edit.ts';
import { type Evaluator, explain } from './shared/explain.ts';
import { findFileRefusal } from './shared/file-access.ts';
import { readTailOr } from './shared/log-tail.ts';
import { restartCommand, unitOf } from './shared/restart.ts';
import { environmentOf, findProcesses, mastersOf, optionFile, type Process } from './shared/running.ts';
import { type ServerView, viewExchange } from './shared/server-view.ts';
import type { Place } from './shared/trial.ts';
import type { Finding, Inspection, Inspector, ServerInput } from './types.ts';

const DEFAULT = '/etc/caddy/Caddyfile';
const masters = (): readonly Process[] => mastersOf(findProcesses(['caddy']));
const configOf = (process: Process): string | undefined => optionFile(process, ['--config', '-config', '-c']);

function looksLikeCaddy(file: string): boolean {
  if (/(?:^|\/)Caddyfile(?:[.-][\w.-]*)?$/.test(file)) return true;
  try {
    const text = readFromDisk(file);
    if (isJsonFile(file)) return /"apps"\s*:/.test(text) && /"(?:http|handler)"\s*:/.test(text);
    return (
      /\.caddy(?:file)?$/i.test(file) || /^\s*(?:file_server|reverse_proxy|respond|php_fastcgi)\b[^;]*$/m.test(text)
    );
  } catch {
    return false;
  }
}

function reloadCommands(file: string, process: Process | undefined, adapted: Adapted): readonly ShellLine[] {
  const adapter = isJsonFile(file) ? [] : ['--adapter', 'caddyfile'];
  const check = sh`${['caddy', 'adapt', '--config', file, ...adapter]} >/dev/null`;
  const admin = asObject(adapted.json?.['admin']);
  const unit = process && unitOf(process.pid);
  if (admin['disabled'] === true)
    return process
      ? [sh`${piece(check)} && ${piece(restartCommand(process))}`]
      : [sh`${piece(check)} && systemctl restart caddy`];
  const listen = typeof admin['listen'] === 'string' ? ['--address', admin['listen']] : [];
  return [
    unit
      ? sh`${piece(check)} && systemctl reload ${unit}`
      : sh`${['caddy', 'reload', '--config', file, ...adapter, ...listen]}`,
  ];
}

function makeEvaluator(
  file: string,
  process: Process | undefined,
): Evaluator<CaddyJudged> & {
  readonly load: (read: ReadText) => Adapted;
  /** The line of the Caddyfile that refused. */
  readonly line: (judged: CaddyJudged, view: ServerView) => Found | undefined;
} {
  const cache = new WeakMap<ReadText, Adapted>();
  const lines = new WeakMap<CaddyJudged, Found | undefined>();
  let left = MOST_READ;
  const load = (read: ReadText): Adapted => {
    let adapted = cache.get(read);
    if (adapted) return adapted;
    // Caddy itself takes its time for a large Caddyfile, each time that it is read with a change.
    if (read !== readFromDisk) {
      if (left <= 0) return { json: undefined, unseen: [] };
      left -= READING + sizeOf(file, read) * (isJsonFile(file) ? 0.02 : 1);
    }
    adapted = adaptConfig(file, read, process ? environmentOf(process.pid) : {});
    cache.set(read, adapted);
    return adapted;
  };
  const line = (judged: CaddyJudged, view: ServerView): Found | undefined => {
    if (!lines.has(judged))
      lines.set(
        judged,
        findLine(file, judged, (read) => judgeAgain(load(read), view, here)),
      );
    return lines.get(judged);
  };
  const here: Place = { file, line: 1, text: file };
  return {
    id: 'caddy',
    load,
    line,
    judge: (view, trial, read) => {
      const { json } = load(read);
      // A change that Caddy does not accept is no way out.
      return json
        ? judgeCaddy(json, view, trial, here)
        : { refused: true, status: view.status ?? 500, stage: 'none', filename: '', kind: 'none', words: [] };
    },
    candidates: (judged, view) => (isJsonFile(file) ? [] : exemptions(file, judged, view, line(judged, view))),
    reload: (_: readonly Edit[]) => reloadCommands(file, process, load(readFromDisk)),
  };
}

/** Characters that are read with changes, all told: `caddy adapt` takes a second or two for them. */
const MOST_READ = 600_000;
/** Characters that another process takes as long for as it takes to start. */
const READING = 10_000;

function sizeOf(file: string, read: ReadText): number {
  try {
    return read(file).length;
  } catch {
    return 0;
  }
}

const quiet = {
  leaf: (leaf: { readonly value: boolean }) => leaf.value,
  unseen: () => undefined,
  leaves: [],
  asked: 0,
  unseenList: [],
};
const judgeAgain = (adapted: Adapted, view: ServerView, place: Place): CaddyJudged | undefined =>
  adapted.json ? judgeCaddy(adapted.json, view, quiet, place) : undefined;

function causeByStage(judged: CaddyJudged): Finding['cause'] | undefined {
  if (judged.stage === 'hide') return 'server-rule';
  if (judged.stage === 'listing') return 'directory-listing';
  if (!judged.login) return undefined;
  return { missing: 'credentials-missing', malformed: 'credentials-malformed', wrong: 'credentials-invalid' }[
    judged.login
  ] as Finding['cause'];
}

async function inspect(exchange: Exchange, server: ServerInput): Promise<Inspection> {
  const file = server.config;
  const unseen: string[] = [];
  const findings: Finding[] = [];
  const note = (says: string): number => unseen.push(says);
  const bare = viewExchange(exchange);
  const view = viewExchange(exchange, bare.clientAddress ?? findCaddyClient(readTailOr(server.accessLog, note), bare));
  let judged: CaddyJudged | undefined;
  if (file) {
    const process = masters().find(
      (one) => configOf(one) === file || (file === DEFAULT && configOf(one) === undefined),
    );
    const evaluator = makeEvaluator(file, process);
    const adapted = evaluator.load(readFromDisk);
    unseen.push(...adapted.unseen);
    if (adapted.json) {
      const here: Place = { file, line: 1, text: file };
      const explained = explain(evaluator, view);
      judged = explained.judged;
      unseen.push(...explained.unseen);
      if (explained.finding)
        findings.push(
          atLine(
            explained.finding,
            judged,
            view,
            isJsonFile(file)
              ? findJsonLine(file, judged, (read) => judgeAgain(evaluator.load(read), view, here))
              : evaluator.line(judged, view)?.node,
          ),
        );
      else if (judged.filename) {
        const need = judged.kind === 'directory' ? 'list' : judged.kind === 'file' ? 'read' : 'stat';
        const worker = server.worker ?? (process ? userName(process.uid) : undefined);
        const walked = findFileRefusal(judged.filename.replace(/(.)\/$/, '$1'), worker, need, 'caddy');
        unseen.push(...walked.unseen);
        if (walked.finding) findings.push(walked.finding);
      }
      if (!findings.length && judged.stage === 'reverse_proxy' && (view.status ?? 0) >= 400)
        unseen.push(`${file} hands this request to a server behind Caddy; the refusal comes from there.`);
    }
  }
  for (const log of new Set([server.errorLog, server.accessLog])) {
    if (log)
      findings.push(
        ...explainCaddyLog(readTailOr(log, note), log, view).filter(
          (one) => !findings.some((other) => other.cause === one.cause),
        ),
      );
  }
  return { findings, unseen: [...new Set(unseen)] };
}

/** Puts the Caddyfile's own line in the place of the adapted rule. */
function atLine(finding: Finding, judged: CaddyJudged, view: ServerView, line: Place | undefined): Finding {
  const cause = causeByStage(judged) ?? finding.cause;
  const what =
    judged.stage === 'hide'
      ? `${judged.filename} is there, and this line hides it`
      : `this line refuses ${view.rawPath}`;
  if (!line) return { ...finding, cause };
  const because = /It turns on this: .*$/.exec(finding.says)?.[0];
  return {
    ...finding,
    cause,
    says: `${line.file}:${line.line}: ${what} with ${judged.status || 'no answer at all'}.${because ? ` ${because}` : ''}`,
    quote: line.text,
    location: { file: line.file, line: line.line },
  };
}

const caddy: Inspector = {
  id: 'caddy',
  title: 'Caddy',
  programs: ['caddy'],
  async find(input: ServerInput) {
    if (input.config) return looksLikeCaddy(input.config) ? [input] : [];
    const configs = masters().flatMap((process) => configOf(process) ?? (existsSync(DEFAULT) ? DEFAULT : []));
    return [...new Set(configs)].map((config) => ({ ...input, config }));
  },
  inspect,
};

export default caddy;
