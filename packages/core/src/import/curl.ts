import { InputError } from '../model/errors.ts';
import { type ImportContext, type Imported, type Importer, variablesOf } from '../model/importer.ts';
import { buildRequests } from './curl/build-requests.ts';
import { readConfigFile } from './curl/config-file.ts';
import { makeReadFile, readHeaderLines } from './curl/data.ts';
import { collectDrafts } from './curl/draft.ts';
import { createVariables } from './curl/expand.ts';
import { findCurl, startsWithCurl } from './curl/find-curl.ts';
import { type ArgumentSource, readArguments, type Setting } from './curl/read-arguments.ts';
import { splitLine } from './curl/split-line.ts';
import { type Command, leavesOpen, type Word } from './curl/words.ts';
import { decodeUtf8 } from './parts/bytes.ts';
import { errorAt, quoteShort } from './parts/caret.ts';

const NO_CURL = 'There is no curl command in this text.';
const HINT = 'A curl line looks like: curl https://host/path';
/** Nobody pastes more than this as one command; a larger text is not worth splitting. */
const MOST_TEXT = 32 * 1024 * 1024;

/**
 * Reads the words of a curl command as a shell has split them, with or without `curl` itself first.
 * Where `--next` or several URLs make several requests, this is the first of them; `readCurlCommand` gives all.
 */
export function readCurlWords(words: readonly string[], context: ImportContext): Imported {
  const all = readCurlCommand(words, context);
  const first = all[0]!;
  return all.length === 1
    ? first
    : { ...first, notes: [...first.notes, `The command makes ${all.length} requests; the first is looked at.`] };
}

/** All requests of a curl command whose words a shell has split. Throws InputError. */
export function readCurlCommand(words: readonly string[], context: ImportContext): readonly Imported[] {
  const placed: Word[] = [];
  const shown: string[] = [];
  let at = 0;
  for (const value of words) {
    // The text of a caret is the command as it could be typed.
    const typed = /^[^\s'"$`\\|&;<>()*?#~!{}[\]]{1,4096}$/.test(value) ? value : `'${value.replaceAll("'", "'\\''")}'`;
    placed.push({ value, at, length: typed.length });
    shown.push(typed);
    at += typed.length + 1;
  }
  const found = findCurl(placed);
  const read = readWords(found < 0 ? placed : placed.slice(found + 1), shown.join(' '), undefined, context);
  return read.map((one) => ({ ...one, form: 'command' }));
}

function readWords(
  words: readonly Word[],
  text: string,
  stdin: Command['stdin'],
  context: ImportContext,
): readonly Imported[] {
  const read = makeReadFile(context, stdin);
  const readConfig = (setting: Setting, depth: number): readonly Setting[] => {
    const config = decodeUtf8(read(setting.value));
    return readConfigFile(config, setting.value, source, depth);
  };
  const source = { readConfig, variables: createVariables(variablesOf(context), read) };
  const rc = readCurlrc(words, context, source);
  const settings = [...rc.settings, ...readArguments(words, { ...source, text })];
  if (settings.length === 0) {
    throw new InputError('NO_URL', 'The curl command names no URL.', {
      hint: HINT,
    });
  }
  const drafts = collectDrafts(settings, text, (setting, path) => {
    try {
      return readHeaderLines(read(path));
    } catch (error) {
      if (!(error instanceof InputError) || error.caret) throw error;
      throw errorAt(error.code, error.message, { text, at: setting.word.at, length: setting.word.length }, error.hint);
    }
  });
  return drafts
    .flatMap((draft) => buildRequests(draft, { text, read, context }))
    .map((one) => ({ ...one, notes: [...rc.notes, ...one.notes] }));
}

/** Where curl looks for its own config file (https://curl.se/docs/manpage.html#-K), the first that is there. */
const CURLRC = [
  ['CURL_HOME', '/.curlrc'],
  ['XDG_CONFIG_HOME', '/curlrc'],
  ['HOME', '/.curlrc'],
  ['HOME', '/.config/curlrc'],
] as const;

/** What curl's own config file sets, above all a proxy: before the words, and not at all where they begin with `-q`. */
function readCurlrc(
  words: readonly Word[],
  context: ImportContext,
  source: Omit<ArgumentSource, 'text'>,
): { readonly settings: readonly Setting[]; readonly notes: readonly string[] } {
  const first = words[0]?.value ?? '';
  if (first.startsWith('-q') || first === '--disable' || !context.readFile) return { settings: [], notes: [] };
  for (const [variable, name] of CURLRC) {
    const folder = context.env?.[variable];
    if (!folder) continue;
    let text: string;
    try {
      text = decodeUtf8(context.readFile(folder + name));
    } catch (error) {
      if (error instanceof InputError) continue;
      throw error;
    }
    const read = readConfigFile(text, folder + name, source, 0);
    // the words themselves are what a caret points at
    const settings = read.map((setting) => ({ ...setting, word: { value: setting.value, at: 0, length: 1 } }));
    const shown = `${variable === 'HOME' ? '~' : `$${variable}`}${name}`;
    const notes = [`The options of ${shown} apply, as they do for curl; curl -q leaves them out.`];
    return settings.length ? { settings, notes } : { settings: [], notes: [] };
  }
  return { settings: [], notes: [] };
}

/** The words of a curl command, or a line as browsers copy it for bash, cmd and PowerShell. */
const curl: Importer = {
  id: 'curl',
  title: 'curl command',
  accepts: (text) => startsWithCurl(text),
  read(text, context) {
    if (text.length > MOST_TEXT) throw new InputError('NOT_HTTP', 'The text is too long for a curl command.');
    if (!/curl/i.test(text)) throw new InputError('NOT_HTTP', NO_CURL, { hint: HINT });
    const line = splitLine(text, variablesOf(context));
    const imported: Imported[] = [];
    const notes = [...line.notes];
    let before: Command | undefined;
    let curls = 0;
    // What a pipe does with the answer is no part of the request; any other line beside it may be an answer.
    let alone = !leavesOpen(notes);
    for (const command of line.commands) {
      const at = findCurl(command.words);
      if (at >= 0) {
        imported.push(...readWords(command.words.slice(at + 1), line.text, command.stdin, context));
        curls++;
      } else {
        alone &&= before?.endedBy === '|' || before?.endedBy === '|&';
        const said = command.words.map((word) => word.value).join(' ');
        const operator = before && before.endedBy.trim() !== '' ? `${before.endedBy} ` : '';
        notes.push(`${quoteShort(`${operator}${said}`)} was passed over: it is not curl.`);
      }
      if (command.endedBy === '&' && before === undefined) {
        notes.push('The shell ends the command at an unquoted &: what follows it was not part of the request.');
      }
      before = command;
    }
    if (imported.length === 0) {
      throw new InputError('NOT_HTTP', NO_CURL, { hint: HINT });
    }
    const form = alone && curls === 1 ? 'command' : 'record';
    return imported.map((one) => ({ ...one, form, notes: [...notes, ...one.notes] }));
  },
};

export default curl;
