import type { ImportContext } from '../../model/importer.ts';

/** A text's own variables with those that were given beside it. */
export function withGiven(
  own: ReadonlyMap<string, string>,
  { variables: given, variable }: ImportContext,
): ReadonlyMap<string, string> {
  // each value that is given under a name, also one that another takes the place of
  if (variable)
    for (const values of [own, given?.under, given?.over])
      for (const [name, value] of values ?? []) variable(name, value);
  return given ? new Map([...given.under, ...own, ...given.over]) : own;
}

/** Puts the values of a file's own variables in their places, `{{name}}`; one that has no value stays as it stands. */
export function fillIn(text: string, variables: ReadonlyMap<string, string>): string {
  let filled = text;
  for (let round = 0; round < 3 && filled.includes('{{') && filled.length < 1_000_000; round++)
    filled = filled.replace(
      /\{\{\s{0,9}(?:_\.)?([\w.$-]{1,80})\s{0,9}\}\}/g,
      (whole, name: string) => variables.get(name) ?? whole,
    );
  return filled;
}
