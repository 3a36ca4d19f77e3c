/** Apache httpd: its configuration as it reads it, evaluated for one request; its error log; the file as its worker sees it. */
import { existsSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';
import { type Exchange, piece, type ShellLine, sh } from '@why403/core';
import { candidatesFor } from './apache/fix.ts';
import { explainGit } from './apache/git.ts';
import { judge, type Outcome } from './apache/judge.ts';
import { loadConfig, readEnvvars } from './apache/load.ts';
import { splitServers } from './apache/server.ts';
import type { Config } from './apache/types.ts';
import { explainErrorLine, findErrorLines } from './apache-log.ts';
import { type Edit, type ReadText, readFromDisk } from './shared/config-edit.ts';
import { type Evaluator, explain, type Judged, targetOf } from './shared/explain.ts';
import { findFileRefusal } from './shared/file-access.ts';
import { findAccessLine, readTailOr } from './shared/log-tail.ts';
import { environmentOf, findProcesses, mastersOf, optionFile, type Process } from './shared/running.ts';
import { type ServerView, viewExchange } from './shared/server-view.ts';
import type { Finding, Inspection, Inspector, ServerInput } from './types.ts';

const NAMES = ['apache2', 'httpd'];
const DEFAULTS = ['/etc/apache2/apache2.conf', '/etc/httpd/conf/httpd.conf', '/usr/local/apache2/conf/httpd.conf'];

/** Does a file look like Apache's configuration? */
function looksLikeApache(file: string): boolean {
  try {
    return /^\s*(?:LoadModule|ServerRoot|<VirtualHost|<Directory|<Location|<IfModule|DocumentRoot|IncludeOptional|CustomLog)\b/im.test(
      readFromDisk(file),
    );
  } catch {
    return false;
  }
}

const masters = (): readonly Process[] => mastersOf(findProcesses(NAMES));
const configOf = (process: Process): string | undefined =>
  optionFile(process, ['-f']) ?? DEFAULTS.find((file) => existsSync(file));

function processFor(config: string): Process | undefined {
  return masters().find((process) => configOf(process) === config);
}

function load(file: string, process: Process | undefined, read: ReadText): Config {
  const env = process ? environmentOf(process.pid) : {};
  const defines =
    process?.words.flatMap((word, i, all) =>
      word === '-D' ? [all[i + 1] ?? ''] : word.startsWith('-D') ? [word.slice(2)] : [],
    ) ?? [];
  const loaded = loadConfig(file, {
    read,
    serverRoot: dirname(file).replace(/\/conf$/, ''),
    env: { ...readEnvvars(file, readFromDisk), ...env },
    defines,
  });
  return splitServers(file, loaded);
}

interface ApacheJudged extends Judged {
  readonly outcome: Outcome;
}

const isRefusal = (status: number): boolean => status === 401 || status === 403;

/** Commands that test the configuration and make the running server take it up; a change of an `.htaccess` alone needs none. */
function reloadCommands(config: Config, process: Process | undefined, edits: readonly Edit[]): readonly ShellLine[] {
  if (edits.every((edit) => edit.file.endsWith('.htaccess'))) return [];
  if (!process || DEFAULTS.includes(config.file)) return [sh`apachectl configtest && apachectl graceful`];
  const program = process.words[0]?.startsWith('/') ? process.words[0] : (process.words[0] ?? 'apache2');
  const pidFile = config.main.directives.findLast((d) => d.name === 'pidfile')?.args[0];
  const pid = pidFile
    ? sh`"$(cat ${isAbsolute(pidFile) ? pidFile : join(config.serverRoot, pidFile)})"`
    : sh`${process.pid}`;
  return [sh`${program} -t -f ${config.file} && kill -USR1 ${piece(pid)}`];
}

function makeEvaluator(
  file: string,
  process: Process | undefined,
): Evaluator<ApacheJudged> & { readonly load: (read: ReadText) => Config } {
  const cache = new WeakMap<ReadText, Config>();
  const loadOnce = (read: ReadText): Config => {
    let config = cache.get(read);
    if (!config) {
      config = load(file, process, read);
      cache.set(read, config);
    }
    return config;
  };
  const run = (view: ServerView, trial: Parameters<typeof judge>[2], read: ReadText): ApacheJudged => {
    const outcome = judge(loadOnce(read), view, trial, read);
    return {
      outcome,
      refused: isRefusal(outcome.status),
      status: outcome.status,
      ...(outcome.by ? { place: outcome.by } : {}),
      what: outcome.filename,
    };
  };
  return {
    id: 'apache',
    load: loadOnce,
    judge: run,
    candidates: (judged) => candidatesFor(judged.outcome, loadOnce(readFromDisk)),
    reload: (edits) => reloadCommands(loadOnce(readFromDisk), process, edits),
    // A name decides only where the host that was taken refuses everything, as a catch-all does.
    counts: (leaf, judged) =>
      leaf.about !== 'host' || !leaf.key.startsWith('host:') || isCatchAll(judged, loadOnce(readFromDisk)),
  };
}

function isCatchAll(judged: ApacheJudged, config: Config): boolean {
  const { view } = judged.outcome.request;
  const by = judged.outcome.by;
  const quiet = {
    leaf: (leaf: { readonly value: boolean }) => leaf.value,
    unseen: () => undefined,
    leaves: [],
    asked: 0,
    unseenList: [],
  };
  return ['/', '/why403-nothing-here'].every(
    (rawPath) => judge(config, { ...view, rawPath, method: 'GET' }, quiet, readFromDisk).by === by,
  );
}

/** The cause where the stage itself tells it. */
function causeByStage(outcome: Outcome): Finding['cause'] | undefined {
  if (outcome.stage === 'listing') return 'directory-listing';
  if (outcome.stage === 'symlink') return 'file-permissions';
  if (outcome.stage !== 'login') return undefined;
  if (outcome.login === 'missing') return 'credentials-missing';
  return outcome.login === 'malformed' ? 'credentials-malformed' : 'credentials-invalid';
}

async function inspect(exchange: Exchange, server: ServerInput): Promise<Inspection> {
  const file = server.config;
  const unseen: string[] = [];
  const note = (says: string): number => unseen.push(says);
  const process = file ? processFor(file) : undefined;
  const evaluator = file ? makeEvaluator(file, process) : undefined;
  const config = evaluator?.load(readFromDisk);
  if (config) unseen.push(...config.unseen);
  const logOf = (name: string): string | undefined => {
    const value = config?.main.directives.findLast((d) => d.name === name)?.args[0];
    return value && !value.startsWith('|') && !value.startsWith('syslog')
      ? isAbsolute(value)
        ? value
        : join(config?.serverRoot ?? '/', value)
      : undefined;
  };
  const errorLog = server.errorLog ?? logOf('errorlog');
  const accessLog = server.accessLog ?? logOf('customlog');
  const bare = viewExchange(exchange);
  const access = findAccessLine(readTailOr(accessLog, note), {
    method: bare.method,
    target: targetOf(bare),
    status: bare.status,
  });
  const view = viewExchange(exchange, bare.clientAddress ?? access?.address);
  const findings: Finding[] = [];

  let outcome: Outcome | undefined;
  if (evaluator && config?.files.length) {
    const explained = explain(evaluator, view);
    outcome = explained.judged.outcome;
    const cause = causeByStage(outcome);
    const worker = server.worker ?? config.main.directives.findLast((d) => d.name === 'user')?.args[0];
    const files = fileFindings(outcome, worker);
    unseen.push(...files.unseen);
    // What the access rules refuse is refused before the file is opened, but after its directories were walked.
    const walkedFirst = files.finding !== undefined && WALK_CODES.test(lastCode(errorLog, view, outcome));
    if (walkedFirst && files.finding) findings.push(files.finding);
    else if (explained.finding) findings.push(cause ? { ...explained.finding, cause } : explained.finding);
    else if (files.finding) findings.push(files.finding);
    findings.push(...explained.near);
    unseen.push(...explained.unseen);
    const git = explainGit(
      outcome,
      readTailOr(errorLog, () => undefined),
    );
    if (git) findings.unshift(git);
    if (!explained.judged.refused && !files.finding && !git && isRefusal(view.status ?? 0))
      unseen.push(sayPassed(outcome, config));
  }
  if (errorLog) {
    const paths = [view.rawPath, outcome?.filename ?? '', outcome?.request.uri ?? ''];
    const line = findErrorLines(readTailOr(errorLog, note), view, paths)[0];
    const found = line && explainErrorLine(line, errorLog);
    if (found && !findings.some((finding) => finding.weight === 'proves' && found.weight === 'hints'))
      findings.push(found);
  }
  return { findings, unseen: [...new Set(unseen)] };
}

/** Codes that Apache logs while it walks the directories, before any access rule is asked. */
const WALK_CODES = /AH00035|AH00036|AH00529/;

function lastCode(file: string | undefined, view: ServerView, outcome: Outcome): string {
  if (!file) return '';
  const lines = readTailOr(file, () => undefined);
  return findErrorLines(lines, view, [view.rawPath, outcome.filename, outcome.request.uri])[0]?.code ?? '';
}

function sayPassed(outcome: Outcome, config: Config): string {
  if (outcome.app)
    return `${config.file} lets this request pass to what ${outcome.app.file}:${outcome.app.line} names; the refusal comes from there.`;
  return `${config.file}, as it is on disk, lets this request pass: the server may run with an older copy, or a module refuses that is not read here.`;
}

/** Can the worker open what the request leads to? For WebDAV's changes: may it change the folder? */
function fileFindings(
  outcome: Outcome,
  worker: string | undefined,
): { readonly finding?: Finding; readonly unseen: readonly string[] } {
  if (outcome.kind === 'proxy' || !outcome.filename || outcome.stage === 'syntax') return { unseen: [] };
  const dav = outcome.chain
    .flatMap((f) => f.directives)
    .findLast((d) => d.name === 'dav')
    ?.args[0]?.toLowerCase();
  const changes =
    dav !== undefined && dav !== 'off' && /^(?:PUT|DELETE|MKCOL|COPY|MOVE|PATCH)$/.test(outcome.request.method);
  if (outcome.kind === 'none') {
    if (!changes) return findFileRefusal(outcome.filename, worker, 'stat', 'apache');
    return findFileRefusal(outcome.filename, worker, 'change', 'apache');
  }
  for (const fragment of outcome.chain.filter((one) => one.kind === 'htaccess')) {
    // A .htaccess that the worker cannot read refuses everything below it (AH00529).
    const own = findFileRefusal(`${fragment.of.replace(/\/$/, '')}/.htaccess`, worker, 'read', 'apache');
    if (own.finding) return own;
  }
  const path = outcome.kind === 'directory' ? outcome.filename.replace(/\/$/, '') || '/' : outcome.filename;
  return findFileRefusal(path, worker, changes ? 'change' : outcome.kind === 'directory' ? 'list' : 'read', 'apache');
}

const apache: Inspector = {
  id: 'apache',
  title: 'Apache httpd',
  programs: NAMES,
  async find(input) {
    if (input.config) return looksLikeApache(input.config) ? [input] : [];
    const found = masters().flatMap((process) => {
      const config = configOf(process);
      return config ? [{ ...input, config }] : [];
    });
    return found.filter((one, i) => found.findIndex((other) => other.config === one.config) === i);
  },
  inspect,
};

export default apache;
