import { errorAt, quoteShort } from '../parts/caret.ts';
import type { Word } from './words.ts';

/**
 * Takes curl's globbing away (https://curl.se/docs/manpage.html, URL): a pattern of one stays as its one, a pattern that
 * makes several requests is refused by name, and backslashes before the special characters go.
 */
export function resolveGlob(url: string, word: Word, text: string): string {
  const parts: string[] = [];
  let i = 0;
  const refuse = (pattern: string, why: string) =>
    errorAt(
      'BAD_VALUE',
      `curl reads ${quoteShort(pattern, 30)} in the URL as a pattern ${why}.`,
      { text, at: word.at, length: word.length },
      'Name one URL, or add -g to send the brackets as they are.',
    );
  while (i < url.length) {
    const char = url[i]!;
    if (char === '\\' && /[{}[\]]/.test(url[i + 1] ?? '')) {
      parts.push(url[i + 1]!);
      i += 2;
    } else if (char === '{') {
      const end = url.indexOf('}', i);
      if (end < 0) throw refuse(url.slice(i), 'that is not closed');
      const inner = url.slice(i + 1, end);
      if (inner.includes(',')) throw refuse(url.slice(i, end + 1), 'of several requests');
      parts.push(inner);
      i = end + 1;
    } else if (char === '[') {
      const address = /^\[[0-9A-Fa-f:.]{2,45}(?:%[^\]]{1,30})?\]/.exec(url.slice(i, i + 80));
      if (address?.[0].includes(':') && !address[0].includes('-')) {
        parts.push(address[0]);
        i += address[0].length;
        continue;
      }
      if (url[i + 1] === ']') {
        // An empty pair is no pattern: `ids[]=1` goes as it is.
        parts.push('[]');
        i += 2;
        continue;
      }
      const end = url.indexOf(']', i);
      const pattern = url.slice(i, end < 0 ? url.length : end + 1);
      const range = /^\[([0-9]{1,9}|[A-Za-z])-([0-9]{1,9}|[A-Za-z])(?::[0-9]{1,9})?\]$/.exec(pattern);
      if (!range) throw refuse(pattern, 'that it cannot read');
      if (range[1] !== range[2]) throw refuse(pattern, 'of several requests');
      parts.push(range[1]!);
      i += pattern.length;
    } else {
      parts.push(char);
      i++;
    }
  }
  return parts.join('');
}
