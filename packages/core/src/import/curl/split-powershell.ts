import { quoteShort } from '../parts/caret.ts';
import { readBacktick, readPowerShellString, readVariable } from '../powershell/strings.ts';
import {
  type Command,
  checkSize,
  type Environment,
  limitNotes,
  type SplitLine,
  unsetNote,
  type Word,
} from './words.ts';

/**
 * Splits a line that calls `curl.exe` from PowerShell. Windows PowerShell 5.1 hands embedded quotes on unescaped, so
 * people write `\"` inside its strings; both spellings give a quote here
 * (https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_parsing).
 */
export function splitPowerShell(text: string, env: Environment = {}): SplitLine {
  const notes: string[] = [];
  const commands: Command[] = [];
  let words: Word[] = [];
  let parts: string[] | undefined;
  let from = 0;
  let i = 0;
  const lookUp = (name: string) => {
    const value = env[name.replace(/^env:/i, '')];
    if (value === undefined) notes.push(unsetNote(`$${name}`));
    return value;
  };
  const add = (value: string, at: number) => {
    if (!parts) {
      parts = [];
      from = at;
    }
    parts.push(value);
  };
  const endWord = () => {
    if (parts) words.push({ value: parts.join('').replaceAll('\\"', '"'), at: from, length: i - from });
    parts = undefined;
    checkSize(text, from, words.length, commands.length);
  };
  const endCommand = (endedBy: string) => {
    endWord();
    if (words[0]?.value === '&') words = words.slice(1);
    if (words.length > 0) commands.push({ words, endedBy });
    words = [];
  };
  while (i < text.length) {
    const char = text[i]!;
    if (char === '`') {
      const lineEnd = /^`[ \t]{0,20}\r?\n/.exec(text.slice(i, i + 24));
      if (lineEnd) {
        endWord();
        i += lineEnd[0].length;
      } else {
        const { value, end } = readBacktick(text, i);
        add(value, i);
        i = end;
      }
    } else if (char === "'" || char === '"' || /^@['"]\s/.test(text.slice(i, i + 3))) {
      const { value, end } = readPowerShellString(text, i, lookUp);
      add(value, i);
      i = end;
    } else if (char === '$') {
      const found = readVariable(text, i, lookUp);
      add(found?.value ?? '$', i);
      i = found?.end ?? i + 1;
    } else if (char === ' ' || char === '\t' || char === '\r') {
      endWord();
      i++;
    } else if (char === '\n' || char === ';' || char === '|') {
      endCommand(char);
      i++;
    } else if (char === '&' && words.length === 0 && !parts) i++;
    else if (char === '>') {
      endWord();
      const redirection = />{1,2}[ \t]{0,20}[^\s|;]{0,260}/y;
      redirection.lastIndex = i;
      const whole = redirection.exec(text)![0];
      notes.push(`The redirection ${quoteShort(whole, 40)} was passed over.`);
      i += whole.length;
    } else {
      const run = /[^\s`'"$;|>@]{1,8192}/y;
      run.lastIndex = i;
      const plain = run.exec(text)?.[0] ?? char;
      add(plain, i);
      i += plain.length;
    }
  }
  endCommand('');
  return { text, commands, notes: limitNotes(notes) };
}
