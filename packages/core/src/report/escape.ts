// Own sanitiser: Node's stripVTControlCharacters leaves backspace, carriage return and bidi controls in place, and no
// library makes text inert for the link, mention and reference filters that GitHub and GitLab run after Markdown.

import { UNSEEN, visible } from '../model/unseen.ts';

export { visible };

/** The same for a text of several lines, whose own line ends stay. */
export function visibleLines(text: string): string {
  return text.split('\n').map(visible).join('\n');
}

/** Any value as JSON. What is not seen stands as an escape of JSON (RFC 8259 section 7). */
export function jsonText(value: unknown, indent?: number): string {
  return JSON.stringify(value, null, indent).replace(UNSEEN, (ch) =>
    // the line ends between the fields are JSON's own: inside strings they are escaped already
    ch === '\n' ? ch : ch.split('').map(jsonUnit).join(''),
  );
}

function jsonUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

// A word of prose: letters and numbers, joined by hyphens or apostrophes. All else may mean something to some renderer.
const PROSE = /^[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*$/u;
// Words that GitHub or GitLab make links of: GH-12 and other trackers' ids, commits.
const REFERENCE = /-\d|[0-9a-f]{7}/i;
const OPENING = /^["'“‘(]+/u;
const CLOSING = '"\'”’).,;:!?…';

interface Part {
  readonly code: boolean;
  readonly text: string;
  /** Punctuation of the sentence around code. */
  readonly before: string;
  readonly after: string;
}

/**
 * Text for Markdown of which nothing is markup, a link, an image, a mention or a reference. Escaping is not enough for that:
 * GitHub and GitLab look for mentions, references and addresses in the rendered text. Only code is left alone, so every
 * word that is not plain prose becomes code.
 */
export function markdownText(text: string): string {
  const parts: Part[] = [];
  for (const [i, word] of visible(text).split(' ').entries()) {
    const part = proseOrCode(word, i === 0);
    const before = parts.at(-1);
    if (before?.code && part.code && !part.before && !before.after)
      parts[parts.length - 1] = { ...part, before: before.before, text: `${before.text} ${part.text}` };
    else parts.push(part);
  }
  return parts.map((part) => (part.code ? part.before + codeSpan(part.text) + part.after : part.text)).join(' ');
}

/** The same for a cell of a table, in which `|` ends the cell wherever it stands. */
export function markdownCell(text: string): string {
  return markdownText(text).replaceAll('|', '\\x7c');
}

function proseOrCode(word: string, first: boolean): Part {
  const before = OPENING.exec(word)?.[0] ?? '';
  let end = word.length;
  while (end > before.length && CLOSING.includes(word[end - 1]!)) end--;
  const inner = word.slice(before.length, end);
  const after = word.slice(end);
  // "1." and "1)" begin a list where a text begins, also where the sentence around it ends there
  const item = first && /^\d{1,9}$/.test(inner);
  if ((inner === '' || PROSE.test(inner)) && !REFERENCE.test(inner) && !item)
    return { code: false, text: word, before: '', after: '' };
  return { code: true, text: inner, before, after };
}

/** Text as a code span of Markdown, however many backticks it holds. */
export function markdownCode(text: string): string {
  return codeSpan(visible(text));
}

function codeSpan(shown: string): string {
  const longest = Math.max(0, ...[...shown.matchAll(/`+/g)].map((m) => m[0].length));
  const fence = '`'.repeat(longest + 1);
  // one space at each end is taken away where both are there
  return longest || /^ .* $/.test(shown) ? `${fence} ${shown} ${fence}` : `${fence}${shown}${fence}`;
}

/** Text for HTML, in content and in quoted attributes. */
export function html(text: string): string {
  return visible(text).replace(/[&<>"']/g, (ch) => `&#${ch.charCodeAt(0)};`);
}
