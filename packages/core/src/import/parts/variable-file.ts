// Files that hold values of variables and no request: environments and globals of Postman, environments of JetBrains' HTTP client.
import { InputError } from '../../model/errors.ts';
import type { GivenVariables } from '../../model/importer.ts';
import { quoteShort } from './caret.ts';
import { listOf, objectOf, textOf } from './recorded.ts';

const MOST_NAMES = 10;

/** Whether a text is such a file, by its own words or by the name that editors look for. */
export function holdsVariables(text: string, name = ''): boolean {
  return (
    /(?:^|[\\/])http-client(?:\.private)?\.env\.json$/i.test(name) ||
    (/^\ufeff?\s{0,100}\{/.test(text) && /"_postman_variable_scope"\s{0,9}:/.test(text))
  );
}

/** Reads such files, a later one over an earlier one. `environment` says which of several is meant. Throws InputError. */
export function readVariableFiles(
  files: readonly { readonly name: string; readonly text: string }[],
  environment?: string,
): GivenVariables {
  const over = new Map<string, string>();
  const under = new Map<string, string>();
  for (const { name, text } of files) {
    const root = objectOf(parsed(text, name)) ?? {};
    if (Array.isArray(root['values'])) {
      const values = textOf(root['_postman_variable_scope']) === 'globals' ? under : over;
      for (const { key, value, enabled } of listOf(root['values']))
        if (typeof key === 'string' && enabled !== false) values.set(key, String(value ?? ''));
    } else
      for (const held of [objectOf(root['$shared']), environmentIn(root, name, environment)])
        for (const [key, value] of Object.entries(held ?? {}))
          if (typeof value !== 'object') over.set(key, String(value));
  }
  return { over, under };
}

function parsed(text: string, name: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    throw new InputError('MALFORMED', `${name} is no JSON, so no variables can be read from it.`, {
      hint: 'Give an environment of Postman, or http-client.env.json.',
    });
  }
}

function environmentIn(
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
      hint: 'Give an environment of Postman, or http-client.env.json.',
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
