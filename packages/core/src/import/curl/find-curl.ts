import type { Word } from './words.ts';

/** Words that run another command and change nothing of it. */
const CARRIERS = new Set([
  'sudo',
  'time',
  'env',
  'exec',
  'command',
  'winpty',
  'nohup',
  'then',
  'do',
  'if',
  '!',
  '\\',
  '$',
  '%',
  '>',
  '#',
  '&',
  'export',
]);

/** The place of the word `curl` where a command is a curl command, -1 otherwise: prompts, `sudo` and assignments may stand before it. */
export function findCurl(words: readonly Word[]): number {
  for (const [index, { value }] of words.entries()) {
    if (isCurl(value)) return index;
    if (!isCarrier(value)) return -1;
  }
  return -1;
}

/** Whether a text begins as a curl command does. Looks at its first few kilobytes. */
export function startsWithCurl(text: string): boolean {
  // as why403 itself prints a body that no argument can hold
  if (/^printf '[^']*' \| curl /.test(text)) return true;
  const head = text
    .slice(0, 4096)
    .replace(/^\ufeff/, '')
    .trimStart();
  if (/^(?:[<>*] |HTTP\/|\{|\[)/.test(head) && !/^> ?curl/.test(head)) return false;
  if (isPowerShellAlias(text)) return false;
  // a panel shows the command above its answer
  if (/^Curl[ \t]{0,9}\r?\n|^(?:Server response|Response body)[ \t]{0,9}\r?$/m.test(head)) return false;
  // A terminal's paste of a command and its answer is raw HTTP.
  if (/^(?:< )?HTTP\/[0-9](?:\.[0-9])? [0-9]{3}\b/m.test(head)) return false;
  for (const line of head.split('\n').slice(0, 20)) {
    const words = line
      // cmd's prompt has no space behind it.
      .replace(/^\s{0,20}(?:PS )?[A-Za-z]:\\[^>]{0,200}>/, '')
      .replace(/[;^`]|\\\s*$/g, ' ')
      .trim()
      .split(/\s+/);
    for (const word of words) {
      if (isCurl(word.replace(/["']/g, ''))) return true;
      if (!isCarrier(word) && word !== '' && !line.trimStart().startsWith('#')) return false;
    }
  }
  return false;
}

/** Whether `curl` or `wget` is Windows PowerShell's alias of Invoke-WebRequest: only that has such parameters. */
export function isPowerShellAlias(text: string): boolean {
  const head = text.slice(0, 4096);
  return (
    /^\s{0,99}(?:\$\w{1,60}\s{0,9}=\s{0,9})?(?:curl|wget)\s/i.test(head) &&
    /\s-(?:Uri|UseBasicParsing|WebSession|Method|Headers\s{1,9}[@$])/i.test(head) &&
    !/\s-[a-z]\s|\s--[a-z]/.test(head)
  );
}

function isCurl(word: string): boolean {
  return word.length < 300 && /^(?:.*[\\/])?curl(?:\.exe)?$/i.test(word);
}

function isCarrier(word: string): boolean {
  return (
    CARRIERS.has(word) ||
    /^\$?(?:[A-Za-z_][A-Za-z0-9_]{0,99}|env:[A-Za-z_]{1,99})=/.test(word) ||
    /^(?:PS )?[A-Za-z]:\\[^>]{0,200}>$/.test(word) ||
    word === 'PS' ||
    /^[^\s@]{1,60}@[^\s:]{1,80}:[^\s]{1,100}[$#]$/.test(word) ||
    /^-[A-Z]$/.test(word)
  );
}
