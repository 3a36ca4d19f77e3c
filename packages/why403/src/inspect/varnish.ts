/** Varnish: what vcl_recv answers by itself, the list of addresses or the condition that decides, and its least change. */
import { existsSync } from 'node:fs';
import { type Exchange, piece, type ShellLine, sh } from '@why403/core';
import { type ReadText, readFromDisk } from './shared/config-edit.ts';
import { type Evaluator, explain } from './shared/explain.ts';
import { unitOf } from './shared/restart.ts';
import { findProcesses, mastersOf, optionFile, type Process } from './shared/running.ts';
import { viewExchange } from './shared/server-view.ts';
import type { Inspection, Inspector, ServerInput } from './types.ts';
import { judgeVarnish, type VarnishJudged } from './varnish/judge.ts';
import { readVcl, type Vcl } from './varnish/parse.ts';

const DEFAULT = '/etc/varnish/default.vcl';
const masters = (): readonly Process[] => mastersOf(findProcesses(['varnishd']));
const configOf = (process: Process): string | undefined => optionFile(process, ['-f']);

function looksLikeVcl(file: string): boolean {
  try {
    return /^[ \t]{0,40}(?:vcl[ \t]{1,10}\d\.\d[ \t]{0,10};|sub[ \t]{1,10}vcl_\w{1,40}\s{0,10}\{)/m.test(
      readFromDisk(file),
    );
  } catch {
    return false;
  }
}

/** Loading compiles it, so what is wrong is refused before it is used. */
function reloadCommands(file: string, process: Process | undefined): readonly ShellLine[] {
  const unit = process && unitOf(process.pid);
  if (unit) return [sh`systemctl reload ${unit}`];
  const folder = process && optionFile(process, ['-n']);
  const admin = piece(sh`${['varnishadm', ...(folder ? ['-n', folder] : [])]}`);
  // fish assigns in another way, so the line is for sh
  const script = sh`v=why403_$(date +%s%N) && ${admin} vcl.load $v ${file} && ${admin} vcl.use $v`;
  return [sh`sh -c ${script}`];
}

async function inspect(exchange: Exchange, server: ServerInput): Promise<Inspection> {
  const file = server.config;
  if (!file) return { findings: [], unseen: [] };
  const process = masters().find((one) => (configOf(one) ?? DEFAULT) === file);
  const cache = new WeakMap<ReadText, Vcl>();
  const load = (read: ReadText): Vcl => {
    const vcl = cache.get(read) ?? readVcl(file, read);
    cache.set(read, vcl);
    return vcl;
  };
  const evaluator: Evaluator<VarnishJudged> = {
    id: 'varnish',
    judge: (view, trial, read) => judgeVarnish(load(read), view, trial),
    candidates: () => [],
    reload: () => reloadCommands(file, process),
  };
  const { finding, near, unseen } = explain(evaluator, viewExchange(exchange));
  return {
    findings: finding ? [finding, ...near] : [],
    unseen: [...load(readFromDisk).unseen, ...(finding ? unseen : [])],
  };
}

const varnish: Inspector = {
  id: 'varnish',
  title: 'Varnish',
  // The child that listens goes by the name of its first thread.
  programs: ['varnishd', 'cache-main'],
  async find(input) {
    if (input.config) return looksLikeVcl(input.config) ? [input] : [];
    const configs = masters().flatMap((process) => configOf(process) ?? (existsSync(DEFAULT) ? DEFAULT : []));
    return [...new Set(configs)].map((config) => ({ ...input, config }));
  },
  inspect,
};

export default varnish;
