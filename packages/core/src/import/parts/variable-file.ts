// Files that hold values of variables and no request: environments and globals of Postman, environments of JetBrains' HTTP client, of
// Insomnia and of Bruno, and plain names with values.
import { InputError } from '../../model/errors.ts';
import type { GivenVariables } from '../../model/importer.ts';
import { blocksOf, pairsOf } from './bru-blocks.ts';
import { quoteShort } from './caret.ts';
import { listOf, objectOf, textOf } from './recorded.ts';

const MOST_NAMES = 10;
const HINT = 'Give an environment of Postman, Insomnia or Bruno, or http-client.env.json.';

/** Whether a text is such a file, by its own words or by the name that editors look for. */
export function holdsVariables(text: string, name = ''): boolean {
  return (
    /(?:^|[\\/])http-client(?:\.private)?\.env\.json$/i.test(name) ||
    (/^\ufeff?\s{0,100}\{/.test(text) &&
      (/"_postman_variable_scope"\s{0,9}:/.test(text) ||
        (/"_type"\s{0,9}:\s{0,9}"environment"/.test(text) && !/"_type"\s{0,9}:\s{0,9}"request"/.test(text)))) ||
    isBru(text)
  );
}

/** An environment of Bruno: variables, and names of secret ones, and nothing else. */
function isBru(text: string): boolean {
  return (
    /^\ufeff?\s{0,100}vars(?::secret)? (?:\{|\[)[ \t]{0,9}\r?$/m.test(text.slice(0, 400)) &&
    !/^\w{3,7} \{[ \t]{0,9}\r?\n {2}url: /m.test(text)
  );
}

/** One value, and whether its file calls it secret. */
interface Value {
  readonly name: string;
  readonly value: string;
  readonly isSecret?: boolean;
  readonly isGlobal?: boolean;
}

/** Reads such files, a later one over an earlier one. `environment` says which of several is meant. Throws InputError. */
export function readVariableFiles(
  files: readonly { readonly name: string; readonly text: string }[],
  environment?: string,
): GivenVariables {
  const over = new Map<string, string>();
  const under = new Map<string, string>();
  const secrets: string[] = [];
  for (const { name, text } of files)
    for (const one of valuesIn(text, name, environment)) {
      (one.isGlobal ? under : over).set(one.name, one.value);
      if (one.isSecret && one.value !== '') secrets.push(one.value);
    }
  return { over, under, secrets };
}

function valuesIn(text: string, name: string, environment: string | undefined): readonly Value[] {
  if (isBru(text)) return pairsOf(blocksOf(text).get('vars')).map(([key, value]) => ({ name: key, value }));
  const root = objectOf(parsed(text, name)) ?? {};
  if (Array.isArray(root['values'])) {
    const isGlobal = textOf(root['_postman_variable_scope']) === 'globals';
    return listOf(root['values']).flatMap(({ key, value, enabled, type }) =>
      typeof key === 'string' && enabled !== false
        ? [{ name: key, value: String(value ?? ''), isGlobal, isSecret: type === 'secret' }]
        : [],
    );
  }
  if (Array.isArray(root['resources'])) return insomniaValues(listOf(root['resources']), name, environment);
  const isPrivate = /\.private\.env\.json$/i.test(name);
  const flat = scalarsOf(root, isPrivate);
  if (flat.length > 0 && flat.length === Object.keys(root).length) return flat;
  return [objectOf(root['$shared']), chosenOf(root, name, environment)].flatMap((held) => scalarsOf(held, isPrivate));
}

function scalarsOf(held: Readonly<Record<string, unknown>> | undefined, isSecret: boolean): readonly Value[] {
  return Object.entries(held ?? {}).flatMap(([name, value]) =>
    value === null || typeof value === 'object' ? [] : [{ name, value: String(value), isSecret }],
  );
}

/** The base environment of a workspace, and the one below it that is meant. */
function insomniaValues(
  resources: readonly Readonly<Record<string, unknown>>[],
  name: string,
  environment: string | undefined,
): readonly Value[] {
  const all = resources.filter(({ _type }) => _type === 'environment');
  const ids = new Set(all.map(({ _id }) => _id));
  const base = all.filter(({ parentId }) => !ids.has(parentId));
  const named = Object.fromEntries(
    all.filter(({ parentId }) => ids.has(parentId)).map((one) => [textOf(one['name']) ?? '', one]),
  );
  const chosen = Object.keys(named).length > 0 ? chosenOf(named, name, environment) : undefined;
  return [...base, ...(chosen ? [chosen] : [])].flatMap((one) =>
    scalarsOf(objectOf(one['data']), one['isPrivate'] === true),
  );
}

function parsed(text: string, name: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    throw new InputError('MALFORMED', `${name} is no JSON, so no variables can be read from it.`, {
      hint: HINT,
    });
  }
}

/** The one of several environments that is meant. */
function chosenOf(
  root: Readonly<Record<string, unknown>>,
  name: string,
  wanted: string | undefined,
): Readonly<Record<string, unknown>> | undefined {
  const names = Object.keys(root).filter((key) => key !== '$shared' && objectOf(root[key]));
  const known = `${names
    .slice(0, MOST_NAMES)
    .map((one) => quoteShort(one, 40))
    .join(', ')}${names.length > MOST_NAMES ? ' and more' : ''}`;
  if (names.length === 0 && !objectOf(root['$shared']))
    throw new InputError('BAD_VALUE', `${name} holds no variables.`, {
      hint: HINT,
    });
  if (wanted === undefined && names.length > 1)
    throw new InputError('BAD_VALUE', `${name} holds several environments: ${known}.`, {
      hint: 'Choose one with --env NAME.',
    });
  const chosen = wanted ?? names[0];
  if (wanted !== undefined && !names.includes(wanted))
    throw new InputError('BAD_VALUE', `${name} has no environment ${quoteShort(wanted, 40)}.`, {
      hint: names.length === 0 ? 'Leave --env out.' : `It has ${known}.`,
    });
  return chosen === undefined ? undefined : objectOf(root[chosen]);
}
