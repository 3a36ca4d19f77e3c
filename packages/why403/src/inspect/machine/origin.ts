/**
 * The way from where a refusal was made to the rule behind it: the condition there, the settings that its names stand for, and the
 * cause that all of them are about.
 */
import { basename } from 'node:path';
import type { CauseId } from '@why403/core';
import { type Condition, conditionOf } from './condition.ts';
import type { ProgramFile } from './program-files.ts';
import type { Setting } from './settings.ts';
import type { Site } from './sites.ts';
import { aboutCauses, comparesOwner, wordsOfNames } from './terms.ts';

/** What a comparison with who asks counts for. */
const OWNER = 6;

export interface Origin {
  readonly site: Site;
  readonly condition?: Condition;
  /** Settings that the condition asks. */
  readonly settings: readonly Setting[];
  /** What it is about, the surest first. */
  readonly causes: readonly { readonly cause: CauseId; readonly score: number }[];
  /** Where the function is called that refuses, or the package is used. */
  readonly calledBy?: { readonly file: string; readonly line: number };
}

/** `sent`: pieces of the request, by which the settings of one user or route are told from those of others. */
export function originOf(
  site: Site,
  {
    files,
    settings,
    sent,
  }: {
    readonly files: readonly ProgramFile[];
    readonly settings: readonly Setting[];
    readonly sent: readonly string[];
  },
): Origin {
  const own = conditionOf(site.file, site.line);
  const called = site.used ?? (own.condition === undefined && own.head ? callOf(own.head, site, files) : undefined);
  const condition = own.condition ?? (called && conditionOf(called.file, called.line).condition);
  const use = site.used?.file.lines[site.used.line - 1] ?? '';
  const text = condition?.text ?? '';
  const behind = condition?.behind.map((one) => one.text).join('\n') ?? '';
  const asked = settingsIn(`${text}\n${behind}\n${use}`, { files, settings, sent });
  const scores = new Map<CauseId, number>();
  const add = (from: string, share: number): void => {
    for (const [cause, weight] of aboutCauses(from)) scores.set(cause, (scores.get(cause) ?? 0) + weight * share);
  };
  add(text, 2);
  add(behind, 1);
  if (comparesOwner(text)) scores.set('not-owner', (scores.get('not-owner') ?? 0) + OWNER);
  add(own.head ?? '', 1);
  add(use, 1);
  add((site.file.lines[site.line - 1] ?? '').slice(0, 500), 1);
  add(asked.map(({ keys }) => keys.join(' ')).join(' '), 1);
  return {
    site,
    ...(condition && { condition }),
    settings: asked,
    causes: [...scores].map(([cause, score]) => ({ cause, score })).sort((a, b) => b.score - a.score),
    ...(called && { calledBy: { file: called.file.path, line: called.line } }),
  };
}

function callOf(
  name: string,
  site: Site,
  files: readonly ProgramFile[],
): { readonly file: ProgramFile; readonly line: number } | undefined {
  if (name.length < 3) return undefined;
  const calls = new RegExp(
    `(?<!\\b(?:def|function|func|fn|sub|fun)\\s{1,4})(?<![\\w'"])${name.replace(/[?!]$/, '')}[?!]?\\b\\s*(?:[(;]|$|if|unless)`,
  );
  for (const file of [site.file, ...files.filter((other) => other !== site.file && other.kind === 'source')]) {
    const at = file.lines.findIndex(
      (line, i) => (file !== site.file || Math.abs(i + 1 - site.line) > 1) && calls.test(line.slice(0, 500)),
    );
    if (at >= 0) return { file, line: at + 1 };
  }
  return undefined;
}

/** Names that stand in many files for many things. */
const COMMON =
  /^(?:name|id|type|title|value|key|port|path|file|text|host|data|user|time|log|version|url|list|server|app|config)$/;
const MOST_ASKED = 500;

/** The settings whose names stand in code: the more of the names that lead to one, the surer. */
function settingsIn(code: string, { files, settings, sent }: Parameters<typeof originOf>[1]): readonly Setting[] {
  const words = ` ${wordsOfNames(code)} `;
  const rated = settings.flatMap((setting) => {
    const names = setting.keys.map(wordsOfNames).map((name) => name.trim());
    const last = names.at(-1) ?? '';
    const read = code.includes(basename(setting.file));
    // a list of plain lines has no name but its file's
    if (last === '' && read) return [{ setting, sure: 2 }];
    if (last.length < 2 || !words.includes(` ${last} `)) return [];
    const above = names.slice(0, -1).filter((name) => name && words.includes(` ${name} `)).length;
    const literal = new RegExp(`['"\`:.\\[]${(setting.keys.at(-1) ?? '').replace(/[^\w-]/g, '.')}\\b`).test(code);
    // a name of several words is hardly another's
    const own =
      last.includes(' ') &&
      new RegExp(`(?<![\\w-])${(setting.keys.at(-1) ?? '').replace(/[^\w-]/g, '.')}(?![\\w-])`).test(code);
    const sure = (own ? 1 : 0) + (read ? 2 : 0) + (literal ? 2 : 0) + above * 2 + (COMMON.test(last) ? 0 : 1);
    return sure >= 2 ? [{ setting, sure }] : [];
  });
  const isSent = ({ file, line, keys }: Setting): boolean => {
    const text = files.find(({ path }) => path === file)?.lines[line - 1] ?? '';
    return sent.some((piece) => keys.includes(piece) || text.includes(`"${piece}"`));
  };
  return rated
    .sort((a, b) => b.sure - a.sure || Number(isSent(b.setting)) - Number(isSent(a.setting)))
    .filter(({ sure }, _, all) => sure === all[0]!.sure)
    .map(({ setting }) => setting)
    .slice(0, MOST_ASKED);
}
