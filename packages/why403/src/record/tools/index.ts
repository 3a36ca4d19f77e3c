import path from 'node:path';
import curl from './curl.ts';
import git from './git.ts';
import { docker, go, kubectl } from './go.ts';
import { node, npm } from './node.ts';
import { cargo, java, perl, php, ruby } from './others.ts';
import { aws, httpie, pip, python } from './python.ts';
import type { RecordedTool, Shown, Start } from './tool.ts';
import wget from './wget.ts';

/** The programs that something is known of. All others get the same variables. */
export const RECORDED_TOOLS: readonly RecordedTool[] = [
  aws,
  cargo,
  curl,
  docker,
  git,
  go,
  httpie,
  java,
  kubectl,
  node,
  npm,
  perl,
  php,
  pip,
  python,
  ruby,
  wget,
];

/** A program that a command runs, as far as its words show. */
export interface Known {
  readonly tool: RecordedTool;
  readonly words: readonly string[];
}

/**
 * The programs that something is known of in a command: the command itself, or those that stand in it (`sudo curl …`,
 * `sh -c 'curl …'`, `env A=b git push`).
 */
export function toolsIn(command: readonly string[]): readonly Known[] {
  const own = toolOf(command[0] ?? '');
  if (own) return [{ tool: own, words: command.slice(1) }];
  // a line of a shell is taken apart at its blanks and operators: what it runs matters, not what it means
  const words = command.flatMap((word) => (/[\s;|&]/.test(word) ? word.split(/[\s;|&()`'"]+/) : [word]));
  return words.flatMap((word, i) => {
    const tool = toolOf(word);
    return tool && i > 0 ? [{ tool, words: words.slice(i + 1) }] : [];
  });
}

function toolOf(word: string): RecordedTool | undefined {
  const name = path.basename(word).replace(/\.(?:exe|cmd|bat)$/i, '');
  const bare = name.replace(/^(python|pip|php|ruby|perl)[\d.]+$/, '$1');
  return RECORDED_TOOLS.find(({ commands }) => commands.includes(name) || commands.includes(bare));
}

/** What all of them show together. */
export interface ShownTogether extends Omit<Shown, 'authorities'> {
  /** Files of authorities by the variable or setting that they stand for. */
  readonly authorities: ReadonlyMap<string, readonly string[]>;
}

export function lookAt(known: readonly Known[], start: Omit<Start, 'words'>): ShownTogether {
  const all = known.map(({ tool, words }) => ({ tool, shown: tool.look?.({ ...start, words }) ?? {} }));
  const unread = all.find(({ shown }) => shown.unread !== undefined)?.shown.unread;
  const past = all.find(({ shown }) => shown.past !== undefined)?.shown.past;
  const named = all.flatMap(({ tool, shown }) =>
    tool.authority !== undefined && shown.authorities ? [[tool.authority, shown.authorities] as const] : [],
  );
  return {
    authorities: new Map(named),
    bySocks: all.some(({ shown }) => shown.bySocks),
    ...(unread !== undefined && { unread }),
    ...(past !== undefined && { past }),
  };
}
