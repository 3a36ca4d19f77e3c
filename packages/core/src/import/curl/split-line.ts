import { InputError } from '../../model/errors.ts';
import { splitBash } from './split-bash.ts';
import { splitCmd } from './split-cmd.ts';
import { splitPowerShell } from './split-powershell.ts';
import type { Environment, SplitLine } from './words.ts';

type Shell = 'bash' | 'cmd' | 'powershell';

/** Splits a line by the rules of the shell that it was written for. */
export function splitLine(text: string, env: Environment): SplitLine {
  const prompt =
    /^\s{0,200}(?:PS [A-Za-z]:\\[^>\n]{0,200}>|[A-Za-z]:\\[^>\n]{0,200}>|[^\s@]{1,60}@[^\s:]{1,80}:[^\s]{1,100}[$#]|[$%>#])\s{0,9}(?=\S)/.exec(
      text.slice(0, 600),
    );
  // A prompt is blanked, so that places in the text stay true. A leading $ of a variable is no prompt.
  const isPrompt =
    prompt &&
    (!prompt[0].trimStart().startsWith('#') || findsCurlNext(text.slice(prompt[0].length))) &&
    (/\s$/.test(prompt[0]) || prompt[0].trimStart().length > 1);
  const line = (isPrompt ? ' '.repeat(prompt[0].length) + text.slice(prompt[0].length) : text).replace(/^\ufeff/, ' ');
  const shell = tellShell(text);
  const split =
    shell === 'cmd' ? splitCmd(line, env) : shell === 'powershell' ? splitPowerShell(line, env) : splitBash(line, env);
  if (split.commands.length === 0) throw new InputError('EMPTY_INPUT', 'There is no command in this text.');
  return { ...split, text };
}

/** A number sign before curl is root's prompt, before anything else a comment. */
function findsCurlNext(rest: string): boolean {
  return /^(?:sudo\s{1,9})?(?:\S{0,200}[\\/])?curl\b/.test(rest.slice(0, 300));
}

/** Tells the shell by the marks that only it uses: carets (cmd), backticks at line ends and `curl.exe` (PowerShell). */
function tellShell(text: string): Shell {
  const head = text.slice(0, 65536);
  // what stands in single quotes is text of another shell's line
  const open = head.split("'", 1)[0]!;
  if (/(?:^|\s)\^"|\^\\\^"/.test(open) || /\s\^\r?\n/.test(head)) return 'cmd';
  if (/\s`[ \t]{0,9}\r?\n/.test(head) || /^\s{0,200}PS [A-Za-z]:\\/.test(head)) return 'powershell';
  if (/^\s{0,200}[A-Za-z]:\\[^>\n]{0,200}>/.test(head)) return 'cmd';
  if (/(?:^|[\s\\/])curl\.exe["']?\s/i.test(head)) {
    // curl.exe runs in both; single quotes and $ are PowerShell's.
    return /\s'|\$(?:env:|\()|`"/i.test(head) ? 'powershell' : 'cmd';
  }
  return 'bash';
}
