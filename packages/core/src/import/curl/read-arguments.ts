import type { InputError } from '../../model/errors.ts';
import { errorAt, quoteShort } from '../parts/caret.ts';
import { findNearNames } from '../parts/near-names.ts';
import type { Variables } from './expand.ts';
import { CURL_OPTIONS, type FoundOption, findLongOption, findShortOption } from './options.ts';
import type { Word } from './words.ts';

/** One option or URL, as it was given. */
export interface Setting {
  readonly name: string;
  /** The value, or empty for a switch. */
  readonly value: string;
  readonly on: boolean;
  /** The option as the user wrote it. */
  readonly spelt: string;
  readonly word: Word;
}

/** Text whose words are read, for carets, and what its options name. */
export interface ArgumentSource {
  readonly text: string;
  readonly variables: Variables;
  /** Reads a `-K` file; its settings stand where the option stood. */
  readConfig(setting: Setting, depth: number): readonly Setting[];
}

/** Reads curl's command line (without `curl` itself) into settings, in order. Options of no use for a request are left out. */
export function readArguments(words: readonly Word[], source: ArgumentSource, depth = 0): readonly Setting[] {
  const settings: Setting[] = [];
  let onlyUrls = false;
  const put = (found: FoundOption, value: string, spelt: string, word: Word) =>
    settings.push(...settle(found, { value, spelt, word }, source, depth));
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    const { value } = word;
    if (onlyUrls || !value.startsWith('-') || value === '-') {
      settings.push({ name: 'url', value, on: true, spelt: value, word });
    } else if (value === '--') onlyUrls = true;
    else if (value.startsWith('--')) {
      const found = findLongOption(value.slice(2));
      if (!found) throw refuseUnknown(value, word, source.text);
      if (found.option.takesValue) {
        const next = words[++i];
        if (!next) throw refuseMissing(value, word, source.text);
        put(found, next.value, value, { value: next.value, at: word.at, length: next.at + next.length - word.at });
      } else put(found, '', value, word);
    } else {
      for (let at = 1; at < value.length; at++) {
        const letter = value[at]!;
        const option = findShortOption(letter);
        if (!option) throw refuseUnknown(`-${letter}`, word, source.text);
        if (!option.takesValue) {
          put({ option, on: true }, '', `-${letter}`, word);
          continue;
        }
        // The value is the rest of the word, or the next word.
        const rest = value.slice(at + 1);
        const next = rest === '' ? words[++i] : undefined;
        if (rest === '' && !next) throw refuseMissing(`-${letter}`, word, source.text);
        const place = next ? { value: next.value, at: word.at, length: next.at + next.length - word.at } : word;
        put({ option, on: true }, next?.value ?? rest, `-${letter}`, place);
        break;
      }
    }
  }
  return settings;
}

/** What an option that was read comes to: itself, those of the file that it names, or nothing. */
export function settle(
  { option, on, expands }: FoundOption,
  given: Pick<Setting, 'value' | 'spelt' | 'word'>,
  source: ArgumentSource,
  depth: number,
): readonly Setting[] {
  const written: Setting = { name: option.name, on, ...given };
  checkUse(option, written, source.text);
  const setting = expands ? { ...written, value: source.variables.fill(written, source.text) } : written;
  if (option.name === 'config') return source.readConfig(setting, depth + 1);
  if (option.name !== 'variable') return option.use === 'request' ? [setting] : [];
  source.variables.set(setting, source.text);
  return [];
}

/** Refuses an option by name where a request cannot be sent as it says. */
function checkUse(option: FoundOption['option'], setting: Setting, text: string): void {
  const place = { text, at: setting.word.at, length: setting.word.length };
  if (option.use === 'refused' && setting.on) {
    throw errorAt(
      'UNSUPPORTED_OPTION',
      `curl's ${setting.spelt} would change how the request is sent, and why403 cannot do it: ${option.why}.`,
      place,
      `Leave it out if the refusal is the same without it, or send it with curl -i and give why403 the output.`,
    );
  }
  if (option.use === 'information') {
    throw errorAt('NO_URL', `curl ${setting.spelt} sends no request.`, place, 'Give the command that was refused.');
  }
}

function refuseUnknown(spelt: string, word: Word, text: string): InputError {
  const near = spelt.startsWith('--')
    ? findNearNames(
        spelt.slice(2),
        CURL_OPTIONS.map((option) => option.name),
      )
    : findNearNames(
        spelt.slice(1) === '' ? '' : word.value.slice(1),
        CURL_OPTIONS.map((option) => option.name),
      );
  const hint =
    near.length > 0
      ? `Did you mean ${near.map((name) => `--${name}`).join(' or ')}?`
      : 'curl --help all lists the options.';
  return errorAt(
    'UNKNOWN_OPTION',
    `curl has no option ${quoteShort(spelt, 40)}.`,
    { text, at: word.at, length: word.length },
    hint,
  );
}

function refuseMissing(spelt: string, word: Word, text: string): InputError {
  return errorAt('MISSING_VALUE', `curl's ${spelt} wants a value, and none follows.`, {
    text,
    at: word.at,
    length: word.length,
  });
}
