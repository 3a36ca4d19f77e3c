import {
  asWords,
  catalogue,
  type ImportContext,
  type Imported,
  InputError,
  judge,
  shellWords,
  tools,
} from '@why403/core';
import { readText } from './read-input.ts';

/** Probability from which words of any language are taken for a refusal. */
const UNDERSTOOD = 0.4;

/** Reads what was typed behind why403 and is no file: a request, another tool's command line, or the words of an answer. */
export function readBareWords(words: readonly string[], context: ImportContext): readonly Imported[] {
  const text = words.length === 1 ? words[0]! : words.join(' ');
  try {
    // the words of a command line keep their bounds
    return readText(words.length === 1 ? text : lineOf(words, text), context);
  } catch (error) {
    if (!(error instanceof InputError) || error.code !== 'NOT_HTTP') throw error;
    const said = asWords(text, context);
    // whatever language they are in, the engine hears what they mean
    const { ranked } = judge(said.exchange, catalogue);
    const top = ranked[0];
    if (top && top.probability >= UNDERSTOOD && top.claims.some(({ bits }) => bits > 0)) return [said];
    throw notUnderstood(words, text);
  }
}

/** Command lines of HTTP clients are read as typed; other words are a sentence. */
function lineOf(words: readonly string[], text: string): string {
  return /^(?:https?|xhs?|Invoke-(?:WebRequest|RestMethod)|irm|iwr|wget)$/i.test(words[0]!) ? shellWords(words) : text;
}

function notUnderstood(words: readonly string[], text: string): InputError {
  const first = words[0]!.split(/\s/, 1)[0]!;
  const tool = tools.find(({ commands }) => commands?.includes(first));
  return new InputError('NOT_HTTP', `"${text.slice(0, 60)}" names no request, and no words that refuse.`, {
    hint: tool
      ? `To ask why ${tool.name} was refused, give its output: ${first} … 2>&1 | why403`
      : 'Give a URL, a curl line, a file, or the words of the refusal; why403 --help shows examples.',
  });
}
