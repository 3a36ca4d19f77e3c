/** HAProxy: its rules evaluated for one request, its log's termination state, and the least change of an ACL. */
import { existsSync } from 'node:fs';
import { type Exchange, piece, type ShellLine, sh } from '@why403/core';
import { type HaJudged, judgeHaproxy } from './haproxy/judge.ts';
import { findHaLine, sayState } from './haproxy/log.ts';
import { type HaConfig, type Line, readHaproxy } from './haproxy/parse.ts';
import { type Edit, type ReadText, readFromDisk } from './shared/config-edit.ts';
import { type Evaluator, explain, targetOf } from './shared/explain.ts';
import { readTailOr } from './shared/log-tail.ts';
import { takeOverCommand, unitOf } from './shared/restart.ts';
import { environmentOf, findProcesses, mastersOf, optionFile, type Process } from './shared/running.ts';
import { type ServerView, viewExchange } from './shared/server-view.ts';
import type { Leaf } from './shared/trial.ts';
import type { Finding, Inspection, Inspector, ServerFix, ServerInput } from './types.ts';

const DEFAULT = '/etc/haproxy/haproxy.cfg';
const masters = (): readonly Process[] => mastersOf(findProcesses(['haproxy']));
const configOf = (process: Process): string | undefined => optionFile(process, ['-f']);

function looksLikeHaproxy(file: string): boolean {
  try {
    return /^(?:(?:frontend|backend|listen)\s+[A-Za-z_]|defaults\s*(?:$|\w|#))/m.test(readFromDisk(file));
  } catch {
    return false;
  }
}

/** Commands that test the file and let a new process take over. */
function reloadCommands(file: string, process: Process | undefined, config: HaConfig): readonly ShellLine[] {
  const check = sh`haproxy -c -q -f ${file}`;
  const unit = process && unitOf(process.pid);
  if (!process || unit) return [sh`${piece(check)} && systemctl reload ${unit ?? 'haproxy.service'}`];
  if (process.words.some((word) => word === '-W' || word === '-Ws'))
    return [sh`${piece(check)} && kill -USR2 ${process.pid}`];
  // It was started as root where the file names a user to become.
  const drops = config.sections.some(
    (one) => one.kind === 'global' && one.lines.some(({ words }) => words[0] === 'user' || words[0] === 'uid'),
  );
  return [sh`${piece(check)} && ${piece(takeOverCommand(drops ? { ...process, uid: 0 } : process, sh`-sf $p`))}`];
}

// A word of HAProxy's configuration: in double quotes it reads these three (its manual, 2.2).
const quotedWord = (text: string): string =>
  /^[\w@%+=:,./-]+$/.test(text) ? text : `"${text.replace(/[\\"$]/g, '\\$&')}"`;

/** Takes this one path out of a rule: as a term more in each alternative of `if`, as an alternative of `unless`. */
function exempt(rule: Line, view: ServerView): readonly Edit[] {
  const path = `path -m str ${quotedWord(view.rawPath)}`;
  const at = /\s(if|unless)\s/.exec(rule.text);
  if (!at) return [{ op: 'replace', file: rule.file, line: rule.line, text: `${rule.text} unless { ${path} }` }];
  const head = rule.text.slice(0, at.index + at[0].length);
  const tail = rule.text.slice(at.index + at[0].length);
  const text =
    at[1] === 'unless'
      ? `${rule.text} || { ${path} }`
      : `${head}${tail
          .split(/\s(?:\|\||or)\s/)
          .map((part) => `${part.trim()} !{ ${path} }`)
          .join(' || ')}`;
  return [{ op: 'replace', file: rule.file, line: rule.line, text }];
}

const SECONDS: Readonly<Record<string, number>> = { ms: 0.001, s: 1, m: 60, h: 3600, d: 86400 };

/** For a rate limit: wait, as long as the table's longest rate period twice over. */
function waitFix(config: HaConfig, pivots: readonly Leaf[]): readonly ServerFix[] {
  if (pivots[0]?.about !== 'rate') return [];
  const periods = config.sections
    .flatMap((section) => section.lines)
    .filter((line) => line.words[0] === 'stick-table')
    .flatMap((line) =>
      [...line.text.matchAll(/_rate\((\d+)(ms|s|m|h|d)?\)/g)].map(
        (found) => Number(found[1]) * (SECONDS[found[2] ?? 'ms'] ?? 1),
      ),
    );
  // A plain count is forgotten only when its entry expires.
  const expires = config.sections
    .flatMap((section) => section.lines)
    .filter((line) => line.words[0] === 'stick-table' && !periods.length)
    .map((line) => /\sexpire\s+(\d+)(ms|s|m|h|d)?/.exec(line.text))
    .map((found) => (Number(found?.[1] ?? 0) * (SECONDS[found?.[2] ?? 'ms'] ?? 1)) / 2);
  const wait = Math.ceil(Math.max(1, ...periods, ...expires) * 2) + 1;
  // Longer waits are told and not scripted; a shell line of at most 50 seconds does not run into time limits.
  const commands =
    wait <= 300 ? Array.from({ length: Math.ceil(wait / 50) }, (_, i) => sh`sleep ${Math.min(50, wait - i * 50)}`) : [];
  return [
    {
      who: 'caller',
      text: `Wait ${wait} seconds without a request, then send fewer: refused requests count too.`,
      commands,
      opens: [],
    },
  ];
}

function makeEvaluator(file: string, process: Process | undefined): Evaluator<HaJudged> {
  const cache = new WeakMap<ReadText, HaConfig>();
  const load = (read: ReadText): HaConfig => {
    let config = cache.get(read);
    if (!config) {
      config = readHaproxy(file, read, process ? environmentOf(process.pid) : {});
      cache.set(read, config);
    }
    return config;
  };
  return {
    id: 'haproxy',
    judge: (view, trial, read) => judgeHaproxy(load(read), view, trial),
    candidates: (judged, view) =>
      [judged.use, judged.rule].flatMap((rule) =>
        rule ? [{ edits: exempt(rule, view), text: `Take ${view.rawPath} out of ${rule.file}:${rule.line}.` }] : [],
      ),
    reload: () => reloadCommands(file, process, load(readFromDisk)),
    others: (_, pivots) => waitFix(load(readFromDisk), pivots),
  };
}

async function inspect(exchange: Exchange, server: ServerInput): Promise<Inspection> {
  const file = server.config;
  const unseen: string[] = [];
  const bare = viewExchange(exchange);
  const log = server.accessLog ?? server.errorLog;
  const lines = readTailOr(log, (says) => unseen.push(says));
  const line = findHaLine(lines, { method: bare.method, target: targetOf(bare), status: bare.status });
  const view = viewExchange(exchange, bare.clientAddress ?? line?.client);
  const findings: Finding[] = [];
  if (file) {
    const process = masters().find((one) => configOf(one) === file);
    const config = readHaproxy(file, readFromDisk, {});
    if (config.unseen.length) return { findings, unseen: config.unseen };
    const { finding, near, unseen: more, judged } = explain(makeEvaluator(file, process), view);
    unseen.push(...more);
    if (finding) {
      // What the log says was not refused by HAProxy was refused behind it.
      const behind = line !== undefined && !/^[PL]/.test(line.state);
      findings.push(behind ? { ...finding, weight: 'hints' } : finding, ...near);
    } else if (judged.passed && (view.status ?? 0) >= 400 && line?.state.startsWith('P') !== true) {
      unseen.push(`${file} lets this request pass to the backend ${judged.backend}; the refusal comes from there.`);
    }
  }
  if (line && log && line.state.startsWith('P') && !findings.some((finding) => finding.weight === 'proves')) {
    findings.push({
      cause: 'server-rule',
      weight: 'hints',
      says: `HAProxy's log says ${line.state}: ${sayState(line.state)}.`,
      quote: line.raw.slice(0, 400),
      location: { file: log },
      fixes: [],
      by: 'haproxy',
    });
  }
  return { findings, unseen: [...new Set(unseen)] };
}

const haproxy: Inspector = {
  id: 'haproxy',
  title: 'HAProxy',
  programs: ['haproxy'],
  async find(input) {
    if (input.config) return looksLikeHaproxy(input.config) ? [input] : [];
    const configs = masters().flatMap((process) => configOf(process) ?? (existsSync(DEFAULT) ? DEFAULT : []));
    return [...new Set(configs)].map((config) => ({ ...input, config }));
  },
  inspect,
};

export default haproxy;
