// Several recordings at once: files that were named together, and folders as test runners leave them.
import { lstatSync } from 'node:fs';
import path from 'node:path';
import { InputError } from '@why403/core';
import { fileReason, readFolderNames } from '../shared/read-file.ts';
import { createGathering } from './gather.ts';
import { createPassed } from './passed.ts';
import type { Input } from './read-input.ts';

/** Bounds of what is gone through. */
const DEEPEST = 8;
const MOST_FILES = 2_000;
const MOST_FOLDERS = 5_000;
/** Recordings that cannot be read and are told one by one. */
const MOST_TOLD = 5;
const RECORDING = /\.(?:har|chlsj|zip)$/i;
const PASSED_BY = new Set(['node_modules', '.git']);

/** The recordings in a folder and those below it, in order. Links are not followed. Throws InputError where there is none. */
export function recordingsIn(folder: string): readonly string[] {
  const found: string[] = [];
  let folders = 0;
  let others = 0;
  const walk = (here: string, depth: number): void => {
    if (++folders > MOST_FOLDERS || depth > DEEPEST) return;
    for (const name of namesIn(here)) {
      const file = path.join(here, name);
      const info = lstatSync(file, { throwIfNoEntry: false });
      if (info?.isDirectory()) {
        if (!PASSED_BY.has(name)) walk(file, depth + 1);
      } else if (info?.isFile() && RECORDING.test(name)) found.push(file);
      else others++;
      if (found.length > MOST_FILES)
        throw new InputError('BAD_VALUE', `${folder} holds more than ${MOST_FILES} recordings.`, {
          hint: 'Give a folder further down, or the files.',
        });
    }
  };
  walk(folder, 0);
  if (found.length === 0)
    throw new InputError(
      'NOT_HTTP',
      `${folder} is a folder without a recording${others > 0 ? `: ${others === 1 ? 'the one file' : `none of the ${others} files`} in it ${others === 1 ? 'is no' : 'is a'} HAR` : ''}.`,
      { hint: 'Give a folder with .har files or traces of Playwright (.zip) in it, or a file.' },
    );
  return found;
}

function namesIn(folder: string): readonly string[] {
  try {
    return readFolderNames(folder);
  } catch (error) {
    throw new InputError('UNREADABLE_FILE', `${folder} cannot be read: ${fileReason(error)}.`);
  }
}

/**
 * Reads each, and puts together what they hold. One that cannot be read is told, and does not cost the others. Throws the first
 * one's error where none can be read.
 */
export async function readTogether(
  names: readonly string[],
  each: boolean,
  read: (name: string) => Promise<Input>,
): Promise<Input> {
  const passed = createPassed();
  const gathering = createGathering(() => !each, passed.add);
  const notes: string[] = [];
  const failed: InputError[] = [];
  let entries = 0;
  for (const name of names) {
    try {
      const input = await read(name);
      for (const item of input.items) gathering.add(item, input.like?.get(item));
      for (const one of input.rest ?? []) gathering.count(one);
      for (const one of input.passed ?? []) passed.add(one);
      entries += input.entries ?? input.items.length;
      notes.push(...(input.notes ?? []).map((note) => `${name}: ${note}`));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      failed.push(error);
      if (failed.length <= MOST_TOLD) notes.push(error.message);
    }
  }
  if (failed.length > MOST_TOLD) notes.push(`${failed.length - MOST_TOLD} more recordings cannot be read.`);
  if (failed.length === names.length && failed[0]) throw failed[0];
  return { ...gathering.all(), entries, notes, passed: passed.all(), recordings: names.length - failed.length };
}
