/** Tinyproxy: Allow and Deny, the filter of names, the ports for CONNECT. Source: https://tinyproxy.github.io/ (tinyproxy.conf) */
import { existsSync } from 'node:fs';
import { type Exchange, sh } from '@why403/core';
import { rangeHolds } from './shared/address-match.ts';
import { type Edit, type ReadText, readFromDisk } from './shared/config-edit.ts';
import { type Evaluator, explain, type Judged } from './shared/explain.ts';
import { sayFileError } from './shared/log-tail.ts';
import { type ProxyView, viewThroughProxy } from './shared/proxy-view.ts';
import { unitOf } from './shared/restart.ts';
import { findProcesses, mastersOf, optionFile, type Process } from './shared/running.ts';
import { lineKey, type Place, type Trial } from './shared/trial.ts';
import { compilePattern, matchWildcard } from './shared/user-pattern.ts';
import type { Finding, Inspection, Inspector, ServerInput } from './types.ts';

const DEFAULT = '/etc/tinyproxy/tinyproxy.conf';
const masters = (): readonly Process[] => mastersOf(findProcesses(['tinyproxy']));
const configOf = (process: Process): string | undefined => optionFile(process, ['-c']);

interface Line extends Place {
  readonly name: string;
  readonly value: string;
}

function readLines(file: string, read: ReadText): readonly Line[] {
  return read(file)
    .split('\n')
    .flatMap((raw, i): readonly Line[] => {
      const found = /^\s*([A-Za-z]+)\s+(.*)$/.exec(raw.replace(/\s+$/, ''));
      return found
        ? [
            {
              file,
              line: i + 1,
              text: raw.trim(),
              name: (found[1] as string).toLowerCase(),
              value: (found[2] as string).replace(/^"|"$/g, ''),
            },
          ]
        : [];
    });
}

const last = (lines: readonly Line[], name: string): Line | undefined => lines.findLast((line) => line.name === name);
const isOn = (line: Line | undefined): boolean => /^(?:on|yes|1|true)$/i.test(line?.value ?? '');

/** In the server's order: address, port for CONNECT, filter. */
function judge(lines: readonly Line[], view: ProxyView, trial: Trial, read: ReadText): Judged {
  const done = (refused: boolean, place?: Place): Judged => ({
    refused,
    status: refused ? 403 : 200,
    ...(place ? { place } : {}),
  });
  const rules = lines.filter((line) => line.name === 'allow' || line.name === 'deny');
  let decided = rules.length === 0;
  for (const rule of rules) {
    const range = rangeHolds(rule.value, view.clientAddress ?? '');
    const edit: readonly Edit[] =
      rule.name === 'allow'
        ? [{ op: 'insert', file: rule.file, after: rule.line, lines: [`Allow ${view.clientAddress ?? ''}`] }]
        : [{ op: 'delete', file: rule.file, line: rule.line }];
    const holds = trial.leaf({
      key: `rule:${lineKey(rule)}`,
      about: 'ip',
      value: range === true,
      known: range !== undefined && view.clientAddress !== undefined,
      place: rule,
      asks: () => `the client's address ${view.clientAddress ?? '(not known)'} is in ${rule.value}`,
      amend: () => [edit],
    });
    if (!holds) continue;
    if (rule.name === 'deny') return done(true, rule);
    decided = true;
    break;
  }
  if (!decided) return done(true, rules.at(-1));
  const ports = lines.filter((line) => line.name === 'connectport');
  if (view.method === 'CONNECT' && ports.length) {
    const amend: readonly (readonly Edit[])[] = [
      [
        {
          op: 'insert',
          file: ports[0]?.file ?? '',
          after: ports[0]?.line ?? 0,
          lines: [`ConnectPort ${view.target.port}`],
        },
      ],
    ];
    const ok = trial.leaf({
      key: 'connectport',
      about: 'path',
      value: ports.some((line) => Number(line.value) === view.target.port),
      known: true,
      place: ports[0] as Line,
      asks: () => `the port ${view.target.port} is open to CONNECT`,
      amend: () => amend,
    });
    if (!ok) return done(true, ports[0]);
  }
  const filter = last(lines, 'filter');
  return filter ? filtered(lines, filter, view, trial, read, done) : done(false);
}

function filtered(
  lines: readonly Line[],
  filter: Line,
  view: ProxyView,
  trial: Trial,
  read: ReadText,
  done: (refused: boolean, place?: Place) => Judged,
): Judged {
  const type = last(lines, 'filtertype')?.value.toLowerCase();
  const ignoreCase = !isOn(last(lines, 'filtercasesensitive'));
  const text = isOn(last(lines, 'filterurls')) ? view.url : view.target.host;
  const byDefault = isOn(last(lines, 'filterdefaultdeny'));
  let entries: readonly string[];
  try {
    entries = read(filter.value).split('\n');
  } catch (error) {
    trial.unseen(`${filter.value}: ${sayFileError(error)}.`);
    return done(false);
  }
  for (const [i, raw] of entries.entries()) {
    const pattern = raw.replace(/\s+#.*$/, '').trim();
    if (!pattern || pattern.startsWith('#')) continue;
    const found =
      type === 'fnmatch'
        ? matchWildcard(pattern, text, { ignoreCase })
        : compilePattern(pattern, ignoreCase)?.exec(text);
    const place: Place = { file: filter.value, line: i + 1, text: raw.trim() };
    const holds = trial.leaf({
      key: `filter:${pattern}`,
      about: 'path',
      value: !!found,
      known: found !== undefined,
      place,
      asks: () => `"${text}" matches ${pattern}`,
      amend: () => [[{ op: 'delete', file: filter.value, line: i + 1 }]],
    });
    if (holds) return done(!byDefault, place);
  }
  return done(byDefault, filter);
}

async function inspect(exchange: Exchange, server: ServerInput): Promise<Inspection> {
  const file = server.config;
  if (!file) return { findings: [], unseen: [] };
  try {
    readFromDisk(file);
  } catch (error) {
    return { findings: [], unseen: [`${file}: ${sayFileError(error)}.`] };
  }
  const view = viewThroughProxy(exchange);
  const process = masters().find((one) => (configOf(one) ?? DEFAULT) === file);
  const unit = process && unitOf(process.pid);
  const evaluator: Evaluator<Judged> = {
    id: 'tinyproxy',
    judge: (other, trial, read) => judge(readLines(file, read), { ...view, ...other }, trial, read),
    candidates: (judged) => {
      const filter = last(readLines(file, readFromDisk), 'filter');
      // Where everything is filtered by default, the name itself is added to the list.
      if (!filter || judged.place?.line !== filter.line || judged.place.file !== file) return [];
      const lines = [`^${view.target.host.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`];
      return [
        {
          edits: [{ op: 'insert', file: filter.value, after: 0, lines }],
          text: `Add ${view.target.host} to the filter's list.`,
        },
      ];
    },
    // SIGUSR1 reads configuration and filter again since 1.11.
    reload: () => [
      process && !unit ? sh`kill -USR1 ${process.pid}` : sh`systemctl restart ${unit ?? 'tinyproxy.service'}`,
    ],
  };
  const { finding, unseen } = explain(evaluator, view);
  const findings: Finding[] = finding ? [{ ...finding, cause: 'proxy-refused' }] : [];
  return { findings, unseen };
}

const tinyproxy: Inspector = {
  id: 'tinyproxy',
  title: 'Tinyproxy',
  programs: ['tinyproxy'],
  async find(input) {
    if (input.config) {
      try {
        return /^\s*(?:MaxClients|ConnectPort|DefaultErrorFile|FilterExtended|StatFile)\s/im.test(
          readFromDisk(input.config),
        )
          ? [input]
          : [];
      } catch {
        return [];
      }
    }
    const configs = masters().flatMap((process) => configOf(process) ?? (existsSync(DEFAULT) ? DEFAULT : []));
    return [...new Set(configs)].map((config) => ({ ...input, config }));
  },
  inspect,
};

export default tinyproxy;
