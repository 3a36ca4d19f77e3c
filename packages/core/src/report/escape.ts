// Own sanitiser: Node's stripVTControlCharacters leaves backspace, carriage return and bidi controls in place.

/** Characters that move or hide what stands around them: C0, DEL, C1, zero-width and bidi controls, line separators, BOM, tags. */
export const UNSEEN =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|\u{e0001}|[\u{e0020}-\u{e007f}]/gu;

/** Text from the network made safe for a terminal: control and bidi characters are shown as escapes, never sent. */
export function visible(text: string): string {
  return text.replace(UNSEEN, (ch) => {
    const code = ch.codePointAt(0)!;
    if (code === 0x0a) return '\\n';
    if (code === 0x0d) return '\\r';
    if (code === 0x09) return '\\t';
    return code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u{${code.toString(16)}}`;
  });
}

/** Text for Markdown: nothing of it is markup. */
export function markdownText(text: string): string {
  return visible(text).replace(/[\\`*_{}[\]<>#|~!]/g, (ch) => (ch === '<' ? '&lt;' : ch === '>' ? '&gt;' : `\\${ch}`));
}

/** Text as a code span of Markdown, however many backticks it holds. */
export function markdownCode(text: string): string {
  const shown = visible(text);
  const longest = Math.max(0, ...[...shown.matchAll(/`+/g)].map((m) => m[0].length));
  const fence = '`'.repeat(longest + 1);
  return longest ? `${fence} ${shown} ${fence}` : `${fence}${shown}${fence}`;
}

/** Text for HTML, in content and in quoted attributes. */
export function html(text: string): string {
  return visible(text).replace(/[&<>"']/g, (ch) => `&#${ch.charCodeAt(0)};`);
}
