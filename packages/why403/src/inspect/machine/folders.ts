/** Folders that a program's settings and words name: roots of documents, stores. */
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Picture } from './picture.ts';
import type { Setting } from './settings.ts';

/** Folders that are no program's own. */
export const SHARED =
  /^\/(?:$|(?:bin|boot|dev|etc|home|lib\w*|media|mnt|opt|proc|root|run|sbin|srv|sys|tmp|usr|var)\/?$|(?:usr|var|etc\/(?:ssl|alternatives)|dev|proc|sys|run)(?:\/[^/]+)?\/?$|home\/[^/]+\/?$|usr\/)/;

export function foldersIn(settings: readonly Setting[], picture: Picture | undefined): readonly string[] {
  const cwd = picture?.members[0]?.cwd ?? '/';
  const words = picture?.members.flatMap(({ words: all }) => all.slice(1)) ?? [];
  const named = [...words, ...settings.flatMap(({ values }) => values.map(({ text }) => text))];
  const paths = named
    .filter((text) => text.includes('/') || /^[\w-]{2,40}$/.test(text))
    .map((text) => resolve(cwd, text));
  return [...new Set(paths)].slice(0, 500).filter((path) => !SHARED.test(path) && isFolder(path));
}

function isFolder(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
  } catch {
    return false;
  }
}
