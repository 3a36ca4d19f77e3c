/** Caddy: the configuration as `caddy adapt` gives it, evaluated for one request; the Caddyfile's line; its JSON logs; the file as its user sees it. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { type Exchange, piece, type ShellLine, sh } from '@why403/core';
import { type Adapted, adaptConfig, isJsonFile } from './caddy/adapt.ts';
import type { Asked } from './caddy/concerning.ts';
import { type CaddyJudged, judgeCaddy } from './caddy/judge.ts';
import { exemptions, type Found, findJsonLine, findLine } from './caddy/line.ts';
import { explainCaddyLog, findCaddyClient } from './caddy/log.ts';
import { asObject } from './caddy/match.ts';
import { userName } from './path-walk/users.ts';
import { type Edit, type ReadText, readFromDisk } from './shared/config-edit.ts';
import { type Evaluator, explain, otherPaths } from './shared/explain.ts';
import { findFileRefusal } from './shared/file-access.ts';
import { readTailOr } from './shared/log-tail.ts';
import { restartCommand, unitOf } from './shared/restart.ts';
import { environmentOf, findProcesses, mastersOf, optionFile, type Process } from './shared/running.ts';
import { type ServerView, viewExchange } from './shared/server-view.ts';
import { type Place, quietTrial } from './shared/trial.ts';
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
  view: ServerView,
): Evaluator<CaddyJudged> & {
  readonly load: (read: ReadText) => Adapted;
  /** The line of the Caddyfile that refused. */
  readonly line: (judged: CaddyJudged, view: ServerView) => Found | undefined;
  /** What was left out for want of time. */
  readonly limits: ReadonlySet<string>;
} {
  const cache = new WeakMap<ReadText, Adapted>();
  const byText = new Map<string, Adapted>();
  const lines = new WeakMap<CaddyJudged, Found | undefined>();
  let spent = 0;
  const first = { took: 0, size: 1 };
  const limits = new Set<string>();
  const asked: Asked = { host: view.host, paths: [view.rawPath, ...otherPaths(view.rawPath)] };
  const load = (read: ReadText): Adapted => {
    let adapted = cache.get(read);
    if (adapted) return adapted;
    const { key, size } = keyOf(file, read);
    adapted = byText.get(key);
    if (adapted) return adapted;
    if (read !== readFromDisk && spent + first.took * (size / first.size) > MOST_TRYING) {
      limits.add(sayLimit(file, first.took));
      return { json: undefined, unseen: [] };
    }
    adapted = adaptConfig(file, read, process ? environmentOf(process.pid) : {}, asked);
    const { took = 0 } = adapted;
    if (read === readFromDisk) Object.assign(first, { took, size: Math.max(1, size) });
    else spent += took;
    cache.set(read, adapted);
    byText.set(key, adapted);
    return adapted;
  };
  const line = (judged: CaddyJudged, view: ServerView): Found | undefined => {
    if (!lines.has(judged))
      lines.set(
        judged,
        findLine(file, judged, view, (read) => judgeAgain(load(read), view, here)),
      );
    return lines.get(judged);
  };
  const here: Place = { file, line: 1, text: file };
  return {
    id: 'caddy',
    load,
    line,
    limits,
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

/** Milliseconds that Caddy may take to read the file again, with changes, all told. */
const MOST_TRYING = 1_300;

const sayLimit = (file: string, took: number): string =>
  `${file}: it takes Caddy ${(took / 1000).toFixed(1)} s to read it, so it was not read again for each line and each change that might matter.`;

/** What tells one text of the file from another: indentation does not. */
function keyOf(file: string, read: ReadText): { readonly key: string; readonly size: number } {
  try {
    const text = read(file).replace(/^[ \t]+/gm, '');
    return { key: createHash('sha256').update(text).digest('hex'), size: text.length };
  } catch {
    return { key: '', size: 0 };
  }
}

const judgeAgain = (adapted: Adapted, view: ServerView, place: Place): CaddyJudged | undefined =>
  adapted.json ? judgeCaddy(adapted.json, view, quietTrial(), place) : undefined;

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
    const evaluator = makeEvaluator(file, process, view);
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
      unseen.push(...evaluator.limits);
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
