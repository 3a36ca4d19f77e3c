/** Tomcat: valves, security constraints and its own filters, read from server.xml, context.xml and web.xml. */
import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Exchange } from '@why403/core';
import { readFolderNames } from '../shared/read-file.ts';
import { type ReadText, readFromDisk } from './shared/config-edit.ts';
import { type Evaluator, explain } from './shared/explain.ts';
import { sayFileError } from './shared/log-tail.ts';
import { restartCommand } from './shared/restart.ts';
import { findProcesses, type Process } from './shared/running.ts';
import { viewExchange } from './shared/server-view.ts';
import { readXml } from './shared/xml.ts';
import { judgeTomcat, type TomcatConfig, type TomcatFile, type TomcatJudged } from './tomcat/judge.ts';
import type { Inspection, Inspector, ServerInput } from './types.ts';

const BASE = /^-Dcatalina\.base=(.+)$/;
const baseOf = ({ words }: Process): string | undefined =>
  words.map((word) => BASE.exec(word)?.[1]).find((one) => one !== undefined);
const running = (): readonly Process[] => findProcesses(['java']).filter((process) => baseOf(process) !== undefined);

function looksLikeTomcat(file: string): boolean {
  try {
    return /<(?:web-app|Server|Context)[\s>]/.test(readFromDisk(file).slice(0, 1 << 16));
  } catch {
    return false;
  }
}

/** Where the parts lie for a request: `config` is the server.xml, or a file of the application. */
function layOut(config: string, path: string): { base: string | undefined; app: string; context: string } {
  if (basename(config) !== 'server.xml') {
    const app = dirname(dirname(config));
    const base = basename(dirname(app)) === 'webapps' ? dirname(dirname(app)) : undefined;
    return { base, app, context: contextOf(basename(app)) };
  }
  const base = dirname(dirname(config));
  let names: readonly string[] = [];
  try {
    names = readFolderNames(join(base, 'webapps'));
  } catch {
    // Applications may lie elsewhere; then the server's own files are all there is.
  }
  const fits = (name: string): boolean => path === contextOf(name) || path.startsWith(`${contextOf(name)}/`);
  const name = names.filter(fits).sort((a, b) => contextOf(b).length - contextOf(a).length)[0] ?? 'ROOT';
  return { base, app: join(base, 'webapps', name), context: contextOf(name) };
}

/** `shop#eu` is /shop/eu, `ROOT` is the top; what stands behind `##` is a version. */
const contextOf = (name: string): string => {
  const [plain = ''] = name.split('##');
  return plain === 'ROOT' ? '' : `/${plain.replaceAll('#', '/')}`;
};

function load(config: string, path: string, read: ReadText, unseen: (says: string) => void): TomcatConfig {
  const { base, app, context } = layOut(config, path);
  const names = [
    ...(base === undefined ? [] : ['server.xml', 'context.xml'].map((name) => join(base, 'conf', name))),
    join(app, 'META-INF/context.xml'),
    ...(base === undefined ? [] : [join(base, 'conf/web.xml')]),
    join(app, 'WEB-INF/web.xml'),
  ];
  const files = [...new Set([...names, config])].flatMap((file): readonly TomcatFile[] => {
    if (file !== config && !existsSync(file)) return [];
    try {
      const text = read(file);
      const { elements, cut } = readXml(text);
      if (cut !== undefined) unseen(`${file}:${cut}: too many elements; nothing from here on was read.`);
      return [{ file, lines: text.split('\n'), elements }];
    } catch (error) {
      unseen(`${file}: ${sayFileError(error)}.`);
      return [];
    }
  });
  return { files, context };
}

async function inspect(exchange: Exchange, { config }: ServerInput): Promise<Inspection> {
  if (!config) return { findings: [], unseen: [] };
  const view = viewExchange(exchange);
  const unseen: string[] = [];
  const cache = new WeakMap<ReadText, TomcatConfig>();
  const configOf = (read: ReadText): TomcatConfig => {
    const known = cache.get(read) ?? load(config, view.rawPath, read, (says) => unseen.push(says));
    cache.set(read, known);
    return known;
  };
  const process = running().find((one) => config.startsWith(`${baseOf(one)}/`));
  const reload = process ? [restartCommand(process, view)] : [];
  const evaluator: Evaluator<TomcatJudged> = {
    id: 'tomcat',
    judge: (other, trial, read) => judgeTomcat(configOf(read), other, trial),
    candidates: () => [],
    reload: () => reload,
  };
  const { finding, near, pivots, unseen: more } = explain(evaluator, view);
  // The application behind may answer 403 by itself, so what only the server knows is no proof.
  const guessed = pivots.some(({ known }) => !known);
  return {
    findings: finding ? [guessed ? { ...finding, weight: 'suggests' } : finding, ...near] : [],
    unseen: [...new Set([...unseen, ...more])],
  };
}

const tomcat: Inspector = {
  id: 'tomcat',
  title: 'Tomcat',
  programs: ['java'],
  runsWith: (process, config) => config.startsWith(`${baseOf(process)}/`),
  async find(input) {
    if (input.config) return looksLikeTomcat(input.config) ? [input] : [];
    const configs = running().map((process) => join(baseOf(process) ?? '', 'conf/server.xml'));
    return [...new Set(configs)].map((config) => ({ ...input, config }));
  },
  inspect,
};

export default tomcat;
