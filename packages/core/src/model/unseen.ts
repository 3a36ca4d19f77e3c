/**
 * What moves, hides or shows nothing where it stands, by Unicode's own properties, so that the next version's are among
 * them: controls (C0, C1), format and bidi characters, tags, fillers, variation selectors and all else that is ignorable by
 * default, private use, lone surrogates, line and paragraph separators, and what no character is assigned to yet. Four are blank
 * by their glyph alone, which no property says: the braille pattern without dots, the place of an object, two fillers.
 */
export const UNSEEN = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800\ufffc\u{16fe4}\u{1d159}]/gu;

const NAMED: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** Text from outside made safe to show: what is not seen stands as an escape. */
export function visible(text: string): string {
  return text.replace(UNSEEN, (ch) => {
    const code = ch.codePointAt(0)!;
    return NAMED[ch] ?? (code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u{${code.toString(16)}}`);
  });
}

/** Words of an answer, repeated in a sentence of ours: in quotation marks, unchanged but for what is not seen. */
export function inQuotes(text: string, most = 200): string {
  const shown = visible(text);
  return `"${shown.length > most ? `${shown.slice(0, most - 1)}…` : shown}"`;
}
