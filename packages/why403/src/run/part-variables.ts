import { statSync } from 'node:fs';
import { holdsVariables, InputError } from '@why403/core';
import { fileReason, readFileBytes } from '../shared/read-file.ts';

/** Most of a file with values of variables. */
const MOST_VARIABLES = 1024 * 1024;

/** Parts files with values of variables from what holds the requests; beside another word alone they are for it. */
export function partVariables(
  words: readonly string[],
  given: readonly string[],
): {
  readonly requests: readonly string[];
  readonly files: readonly { readonly name: string; readonly text: string }[];
} {
  const read = (name: string): { name: string; text: string } => {
    try {
      return { name, text: readFileBytes(name, { most: MOST_VARIABLES }).toString('utf8') };
    } catch (error) {
      throw new InputError('UNREADABLE_FILE', `${name} cannot be read: ${fileReason(error)}.`);
    }
  };
  const isSmall = (word: string): boolean => {
    const info = /\.(?:json|bru)$|\.postman_\w{1,20}$/i.test(word)
      ? statSync(word, { throwIfNoEntry: false })
      : undefined;
    return info?.isFile() === true && info.size <= MOST_VARIABLES;
  };
  const beside =
    words.length < 2 || /^-|curl/.test(words[0]!)
      ? []
      : words
          .filter(isSmall)
          .map(read)
          .filter(({ name, text }) => holdsVariables(text, name));
  const names = beside.length === words.length ? [] : beside.map(({ name }) => name);
  return {
    requests: words.filter((word) => !names.includes(word)),
    files: [...(names.length > 0 ? beside : []), ...given.map(read)],
  };
}
