/** lighttpd: its conditions and access rules evaluated for one request, its log, the file as its worker sees it. */
import { existsSync } from 'node:fs';
import { type Exchange, piece, type ShellLine, sh } from '@why403/core';
import { readFolderNames } from '../shared/read-file.ts';
import { judgeLighttpd, type LightyJudged } from './lighttpd/judge.ts';
import { type Item, type LightyConfig, readLighttpd } from './lighttpd/parse.ts';
import { signAnew } from './lighttpd/signed.ts';
import { atEnd, changesOf, type Edit, type ReadText, readFromDisk, toCommands } from './shared/config-edit.ts';
import { type Evaluator, explain, targetOf } from './shared/explain.ts';
import { findFileRefusal } from './shared/file-access.ts';
import { findAccessLine, readTailOr } from './shared/log-tail.ts';
import { unitOf } from './shared/restart.ts';
import { findProcesses, mastersOf, optionFile, type Process } from './shared/running.ts';
import { decodePath, normalizePath, type ServerView, viewExchange } from './shared/server-view.ts';
import type { Place } from './shared/trial.ts';
import type { Finding, Inspection, Inspector, ServerFix, ServerInput } from './types.ts';

const DEFAULT = '/etc/lighttpd/lighttpd.conf';
const masters = (): readonly Process[] => mastersOf(findProcesses(['lighttpd']));
const configOf = (process: Process): string | undefined => optionFile(process, ['-f']);

function looksLikeLighttpd(file: string): boolean {
  try {
    return /^\s*server\.(?:modules|document-root|port|bind)\s*[+:]?=/m.test(readFromDisk(file));
  } catch {
    return false;
  }
}

function setting(items: readonly Item[], key: string): string | undefined {
  const found = items.findLast((item) => 'key' in item && item.key === key);
  return found && 'key' in found ? String(found.value) : undefined;
}

/** Since 1.4.46 SIGUSR1 restarts it gracefully with the new configuration. */
function reloadCommands(file: string, process: Process | undefined): readonly ShellLine[] {
  const check = sh`lighttpd -tt -f ${file}`;
  const unit = process && unitOf(process.pid);
  if (!process || unit) return [sh`${piece(check)} && systemctl restart ${unit ?? 'lighttpd.service'}`];
  return [sh`${piece(check)} && kill -USR1 ${process.pid}`];
}

const quote = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replaceAll('"', '\\"');

// A block at the end of the file: later blocks replace what earlier ones set.
const append = atEnd;

function candidates(
  judged: LightyJudged,
  view: ServerView,
  config: LightyConfig,
): readonly { edits: readonly Edit[]; text: string }[] {
  const path = view.rawPath;
  const only = `$HTTP["url"] == "${path.replaceAll('"', '\\"')}"`;
  if (judged.stage === 'access') {
    const reset =
      judged.place && /access-allow/.test(judged.place.text) ? 'url.access-allow = ( )' : 'url.access-deny = ( )';
    const here = view.clientAddress
      ? [`${only} {`, `    $HTTP["remoteip"] == "${view.clientAddress}" { ${reset} }`, '}']
      : [];
    return [
      ...(here.length
        ? [
            {
              edits: append(config.file, here),
              text: `Let ${view.clientAddress} pass on ${path}; the block stands last, so it replaces what was set before.`,
            },
          ]
        : []),
      { edits: append(config.file, [`${only} { ${reset} }`]), text: `Let everyone pass on ${path}.` },
    ];
  }
  if (judged.stage === 'link')
    return [
      {
        edits: append(config.file, [`${only} { server.follow-symlink = "enable" }`]),
        text: `Follow the symbolic link on ${path} alone.`,
      },
    ];
  if (judged.stage === 'listing') {
    const folder = `$HTTP["url"] =~ "^${quote(path)}$"`;
    let names: readonly string[] = [];
    try {
      names = readFolderNames(judged.filename);
    } catch {
      // Not readable: then no index is proposed.
    }
    const index = names.find((name) => /^(?:index|default|home|main)\.(?:html?|xhtml|php|txt)$/i.test(name));
    return [
      ...(index
        ? [
            {
              edits: append(config.file, [`${folder} { index-file.names = ( "${index}" ) }`]),
              text: `Name ${index} as the index of ${path}.`,
            },
          ]
        : []),
      {
        edits: append(config.file, [
          'server.modules += ( "mod_dirlisting" )',
          `${folder} { dir-listing.activate = "enable" }`,
        ]),
        text: `Let the files below ${path} be listed.`,
      },
    ];
  }
  return [];
}

function makeEvaluator(file: string, process: Process | undefined, exchange: Exchange): Evaluator<LightyJudged> {
  const cache = new WeakMap<ReadText, LightyConfig>();
  const load = (read: ReadText): LightyConfig => {
    let config = cache.get(read);
    if (!config) {
      config = readLighttpd(file, read);
      cache.set(read, config);
    }
    return config;
  };
  return {
    id: 'lighttpd',
    judge: (view, trial, read) => judgeLighttpd(load(read), view, trial),
    candidates: (judged, view) => candidates(judged, view, load(readFromDisk)),
    reload: () => reloadCommands(file, process),
    others: (judged, _, view) => {
      if (judged.stage === 'signed' && judged.settings) return signedFix(judged, view, exchange);
      const place = judged.stage === 'evasive' ? judged.place : undefined;
      const text = place?.text.replace(
        /(=\s*)(\d{1,6})/,
        (_, head: string, count: string) => `${head}${Number(count) * 10}`,
      );
      if (!place || !text || text === place.text) return [];
      const edits: readonly Edit[] = [{ op: 'replace', file: place.file, line: place.line, text }];
      const opens = ['ten times as many connections at once to every client'];
      return [
        {
          who: 'server-admin',
          text: 'Allow one client more connections at once.',
          commands: [...toCommands(edits), ...reloadCommands(file, process)],
          opens,
          changes: changesOf(edits),
          reload: reloadCommands(file, process),
        },
      ];
    },
  };
}

/** A signed link that is wrong or too old is mended by the next one: the server's owner can make it. */
function signedFix({ settings, place }: LightyJudged, view: ServerView, { request }: Exchange): readonly ServerFix[] {
  const path = normalizePath(decodePath(view.rawPath), true);
  const mended = settings && path && signAnew(settings, path, request, Date.now() / 1000);
  if (!mended || !place) return [];
  const text = `Send the link signed as the secret beside ${place.file}:${place.line} signs it, with the time of now.`;
  return [{ who: 'caller', text, commands: [], opens: [], mended }];
}

function causeByStage(judged: LightyJudged): Finding['cause'] | undefined {
  if (judged.stage === 'listing') return 'directory-listing';
  if (judged.stage === 'evasive') return 'rate-limited';
  if (judged.stage === 'link') return 'file-permissions';
  if (judged.stage === 'signed' && judged.status === 410) return 'credentials-expired';
  if (judged.stage === 'signed') return judged.login === 'missing' ? 'credentials-missing' : 'credentials-invalid';
  if (judged.stage !== 'auth') return undefined;
  return judged.login === 'missing'
    ? 'credentials-missing'
    : judged.login === 'malformed'
      ? 'credentials-malformed'
      : 'credentials-invalid';
}

async function inspect(exchange: Exchange, server: ServerInput): Promise<Inspection> {
  const file = server.config;
  const unseen: string[] = [];
  if (!file) return { findings: [], unseen };
  const process = masters().find((one) => configOf(one) === file);
  const config = readLighttpd(file, readFromDisk);
  unseen.push(...config.unseen);
  const errorLog = server.errorLog ?? setting(config.items, 'server.errorlog');
  const accessLog = server.accessLog ?? setting(config.items, 'accesslog.filename');
  const bare = viewExchange(exchange);
  const note = (says: string): number => unseen.push(says);
  const line = findAccessLine(readTailOr(accessLog, note), {
    method: bare.method,
    target: targetOf(bare),
    status: bare.status,
  });
  const view = viewExchange(exchange, bare.clientAddress ?? line?.address);
  const findings: Finding[] = [];
  const { finding, near, unseen: more, judged } = explain(makeEvaluator(file, process, exchange), view);
  unseen.push(...more);
  const cause = causeByStage(judged);
  if (finding) findings.push(cause ? { ...finding, cause } : finding, ...near);
  else if (judged.filename && !judged.app) {
    const need = judged.kind === 'directory' ? 'list' : judged.kind === 'file' ? 'read' : 'stat';
    const walked = findFileRefusal(
      judged.filename.replace(/\/$/, ''),
      server.worker ?? setting(config.items, 'server.username'),
      need,
      'lighttpd',
    );
    unseen.push(...walked.unseen);
    if (walked.finding) findings.push(walked.finding);
  }
  if (!findings.length && judged.app && (view.status ?? 0) >= 400)
    unseen.push(`${judged.app.file}:${judged.app.line} hands this path on; the refusal comes from there.`);
  const said = readTailOr(errorLog, note)
    .slice(-200)
    .findLast(
      (one) => (judged.filename && one.includes(judged.filename)) || /too many connections|turned away/.test(one),
    );
  if (said && errorLog) findings.push(...explainLog(said, errorLog));
  return { findings, unseen: [...new Set(unseen)] };
}

/** Words of the error log that name a cause. */
function explainLog(line: string, file: string): readonly Finding[] {
  const base = {
    quote: line.slice(0, 400),
    location: { file } as { file: string } & Partial<Place>,
    fixes: [],
    by: 'lighttpd',
  };
  if (/turned away/.test(line))
    return [
      {
        ...base,
        cause: 'rate-limited',
        weight: 'suggests',
        says: 'mod_evasive logged that it turned a client away for too many connections.',
      },
    ];
  if (/Permission denied/i.test(line))
    return [
      {
        ...base,
        cause: 'file-permissions',
        weight: 'suggests',
        says: 'lighttpd logged that opening the file was denied.',
      },
    ];
  return [];
}

const lighttpd: Inspector = {
  id: 'lighttpd',
  title: 'lighttpd',
  programs: ['lighttpd'],
  async find(input) {
    if (input.config) return looksLikeLighttpd(input.config) ? [input] : [];
    const configs = masters().flatMap((process) => configOf(process) ?? (existsSync(DEFAULT) ? DEFAULT : []));
    return [...new Set(configs)].map((config) => ({ ...input, config }));
  },
  inspect,
};

export default lighttpd;
