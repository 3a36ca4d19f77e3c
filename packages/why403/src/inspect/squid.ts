/** Squid: its access rules evaluated for one request through it, and the least change of an ACL. */
import { existsSync } from 'node:fs';
import { type Exchange, piece, type ShellLine, sh } from '@why403/core';
import { type Edit, type ReadText, readFromDisk } from './shared/config-edit.ts';
import { type Evaluator, explain } from './shared/explain.ts';
import { type ProxyView, viewThroughProxy } from './shared/proxy-view.ts';
import { unitOf } from './shared/restart.ts';
import { findProcesses, mastersOf, optionFile, type Process } from './shared/running.ts';
import type { ServerView } from './shared/server-view.ts';
import { judgeSquid, readSquid, type SquidConfig, type SquidJudged } from './squid/judge.ts';
import type { Finding, Inspection, Inspector, ServerInput } from './types.ts';

const DEFAULT = '/etc/squid/squid.conf';
const masters = (): readonly Process[] => mastersOf(findProcesses(['squid']));
const configOf = (process: Process): string | undefined => optionFile(process, ['-f']);

function looksLikeSquid(file: string): boolean {
  try {
    return /^http_access\s+(?:allow|deny)\b/m.test(readFromDisk(file));
  } catch {
    return false;
  }
}

/** A line before the first rule that allows just this. */
function candidates(
  config: SquidConfig,
  judged: SquidJudged,
  view: ProxyView,
): readonly { readonly edits: readonly Edit[]; readonly text: string }[] {
  const rule = judged.rule;
  if (!rule || judged.status === 407 || !view.clientAddress) return [];
  const lines = [
    `acl why403_client src ${view.clientAddress}`,
    `acl why403_target dstdomain ${view.target.host}`,
    'http_access allow why403_client why403_target',
  ];
  return [
    {
      edits: [{ op: 'insert', file: rule.file, after: rule.line - 1, lines }],
      text: `Let ${view.clientAddress} reach ${view.target.host} before ${config.file}:${rule.line} denies it.`,
    },
  ];
}

function reloadCommands(file: string, process: Process | undefined): readonly ShellLine[] {
  const check = sh`squid -k parse -f ${file} 2>/dev/null`;
  const unit = process && unitOf(process.pid);
  if (!process || unit) return [sh`${piece(check)} && systemctl reload ${unit ?? 'squid.service'}`];
  return [sh`${piece(check)} && kill -HUP ${process.pid}`];
}

async function inspect(exchange: Exchange, server: ServerInput): Promise<Inspection> {
  const file = server.config;
  if (!file) return { findings: [], unseen: [] };
  const process = masters().find((one) => (configOf(one) ?? DEFAULT) === file);
  const view = viewThroughProxy(exchange);
  const cache = new WeakMap<ReadText, SquidConfig>();
  const load = (read: ReadText): SquidConfig => {
    const config = cache.get(read) ?? readSquid(file, read);
    cache.set(read, config);
    return config;
  };
  // Other requests that are tried keep the target of this one.
  const asProxy = (other: ServerView): ProxyView => ({ ...view, ...other });
  const evaluator: Evaluator<SquidJudged> = {
    id: 'squid',
    judge: (other, trial, read) => judgeSquid(load(read), asProxy(other), trial),
    candidates: (judged) => candidates(load(readFromDisk), judged, view),
    reload: () => reloadCommands(file, process),
  };
  const { finding, unseen, judged } = explain(evaluator, view);
  const findings: Finding[] = [];
  if (finding) {
    // 407 asks for a login again; what the helper said to the one that came is not seen here.
    const again = view.status === 407 && view.headers.has('proxy-authorization');
    const login = again || judged.status === 407 || finding.cause.startsWith('credentials');
    const cause = login
      ? view.headers.has('proxy-authorization')
        ? 'credentials-invalid'
        : 'credentials-missing'
      : 'proxy-refused';
    findings.push({
      ...finding,
      cause,
      weight: again && finding.weight === 'hints' ? 'suggests' : finding.weight,
      fixes: finding.fixes.map((fix) => ({
        ...fix,
        opens: [`the rest of what this ACL governs, to ${view.clientAddress ?? 'this client'}`],
      })),
    });
  }
  return { findings, unseen: [...load(readFromDisk).unseen, ...unseen] };
}

const squid: Inspector = {
  id: 'squid',
  title: 'Squid',
  programs: ['squid'],
  async find(input) {
    if (input.config) return looksLikeSquid(input.config) ? [input] : [];
    const configs = masters().flatMap((process) => configOf(process) ?? (existsSync(DEFAULT) ? DEFAULT : []));
    return [...new Set(configs)].map((config) => ({ ...input, config }));
  },
  inspect,
};

export default squid;
