import { InputError } from '../../model/errors.ts';
import { errorAt, quoteShort } from '../parts/caret.ts';
import { findNearNames } from '../parts/near-names.ts';
import { CURL_OPTIONS, findLongOption, findShortOption } from './options.ts';
import { type ArgumentSource, type Setting, settle } from './read-arguments.ts';
import { MOST_WORDS } from './words.ts';

const ESCAPES: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r', v: '\v' };
const DEEPEST = 10;

/**
 * Reads a `-K` file: one option a line, `name value`, `name = value` or `name: value`, values in double quotes with
 * backslash escapes, `#` comments (https://curl.se/docs/manpage.html#-K).
 */
export function readConfigFile(
  text: string,
  name: string,
  source: Omit<ArgumentSource, 'text'>,
  depth: number,
): readonly Setting[] {
  if (depth > DEEPEST) throw new InputError('BAD_VALUE', `Config files name each other more than ${DEEPEST} deep.`);
  const settings: Setting[] = [];
  let at = 0;
  for (const raw of text.split('\n')) {
    const lineAt = at;
    at += raw.length + 1;
    const line = raw.trim();
    if (line === '' || line.startsWith('#')) continue;
    const spelt = /^[^\s=:]{1,60}/.exec(line)?.[0] ?? line.slice(0, 1);
    const place = { text, at: lineAt + raw.indexOf(line), length: line.length };
    // Without dashes the name is a long option; `-X` is a short one.
    const short = /^-[^-]$/.test(spelt) ? findShortOption(spelt[1]!) : undefined;
    const found = short ? { option: short, on: true } : findLongOption(spelt.replace(/^--/, ''));
    if (!found) {
      const near = findNearNames(
        spelt.replace(/^-{1,2}/, ''),
        CURL_OPTIONS.map((option) => option.name),
      );
      throw errorAt(
        'UNKNOWN_OPTION',
        `curl has no option ${quoteShort(spelt, 40)} (in ${quoteShort(name)}).`,
        place,
        near.length > 0 ? `Did you mean ${near.join(' or ')}?` : undefined,
      );
    }
    if (settings.length > MOST_WORDS) {
      throw new InputError('BAD_VALUE', `The config file ${quoteShort(name)} has more than ${MOST_WORDS} options.`);
    }
    const { takesValue } = found.option;
    const value = takesValue ? readValue(line.slice(spelt.length)) : '';
    if (takesValue && value === undefined) {
      throw errorAt(
        'MISSING_VALUE',
        `curl's ${spelt} wants a value, and none follows (in ${quoteShort(name)}).`,
        place,
      );
    }
    const word = { value: value!, at: place.at, length: place.length };
    settings.push(...settle(found, { value: value!, spelt, word }, { ...source, text }, depth));
  }
  return settings;
}

function readValue(rest: string): string | undefined {
  const value = /^\s{0,200}[=:]?\s{0,200}/.exec(rest)![0];
  const text = rest.slice(value.length);
  if (!text.startsWith('"')) {
    // An unquoted value ends at white space.
    return /^\S+/.exec(text)?.[0];
  }
  const parts: string[] = [];
  for (let i = 1; i < text.length && text[i] !== '"'; i++) {
    if (text[i] === '\\') {
      i++;
      parts.push(ESCAPES[text[i] ?? ''] ?? text[i] ?? '');
    } else parts.push(text[i]!);
  }
  return parts.join('');
}
