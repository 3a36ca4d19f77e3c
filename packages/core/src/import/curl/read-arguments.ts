import type { InputError } from '../../model/errors.ts';
import { errorAt, quoteShort } from '../parts/caret.ts';
import { findNearNames } from '../parts/near-names.ts';
import { CURL_OPTIONS, type CurlOption, findLongOption, findShortOption } from './options.ts';
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

/** Text whose words are read, for carets. */
interface ArgumentSource {
  readonly text: string;
  /** Reads a `-K` file; its settings stand where the option stood. */
  readConfig(setting: Setting, depth: number): readonly Setting[];
}

/** Reads curl's command line (without `curl` itself) into settings, in order. Options of no use for a request are left out. */
export function readArguments(words: readonly Word[], source: ArgumentSource, depth = 0): readonly Setting[] {
  const settings: Setting[] = [];
  let onlyUrls = false;
  const put = (option: CurlOption, on: boolean, value: string, spelt: string, word: Word) => {
    const setting = { name: option.name, value, on, spelt, word };
    checkUse(option, setting, source.text);
    if (option.name === 'config') settings.push(...source.readConfig(setting, depth + 1));
    else if (option.use === 'request') settings.push(setting);
  };
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    const { value } = word;
    if (onlyUrls || !value.startsWith('-') || value === '-') {
      settings.push({ name: 'url', value, on: true, spelt: value, word });
    } else if (value === '--') onlyUrls = true;
    else if (value.startsWith('--')) {
      const found = findLongOption(value.slice(2));
      if (!found) throw refuseUnknown(value, word, source.text);
      const { option, on } = found;
      if (option.takesValue) {
        const next = words[++i];
        if (!next) throw refuseMissing(value, word, source.text);
        put(option, on, next.value, value, { value: next.value, at: word.at, length: next.at + next.length - word.at });
      } else put(option, on, '', value, word);
    } else {
      for (let at = 1; at < value.length; at++) {
        const letter = value[at]!;
        const option = findShortOption(letter);
        if (!option) throw refuseUnknown(`-${letter}`, word, source.text);
        if (!option.takesValue) {
          put(option, true, '', `-${letter}`, word);
          continue;
        }
        // The value is the rest of the word, or the next word.
        const rest = value.slice(at + 1);
        const next = rest === '' ? words[++i] : undefined;
        if (rest === '' && !next) throw refuseMissing(`-${letter}`, word, source.text);
        const place = next ? { value: next.value, at: word.at, length: next.at + next.length - word.at } : word;
        put(option, true, next?.value ?? rest, `-${letter}`, place);
        break;
      }
    }
  }
  return settings;
}

/** Refuses an option by name where a request cannot be sent as it says. */
export function checkUse(option: CurlOption, setting: Setting, text: string): void {
  const place = { text, at: setting.word.at, length: setting.word.length };
  if (option.use === 'refused' && setting.on) {
    throw errorAt(
      'UNSUPPORTED_OPTION',
      `curl's ${setting.spelt} would change how the request is sent, and why403 cannot do it.`,
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
