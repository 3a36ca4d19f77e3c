const PLAIN = /[^"\\\x00-\x1f]{1,8192}/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4})/y;
const SCALAR = /(?:true|false|null|-?(?:0|[1-9][0-9]{0,400})(?:\.[0-9]{1,400})?(?:[eE][+-]?[0-9]{1,20})?)(?![\w.+-])/y;

/**
 * The place where a text stops being JSON (RFC 8259), or -1 where it is JSON. Engines word this differently or not at
 * all; a user needs the number.
 */
export function findJsonFault(text: string): number {
  const closers: string[] = [];
  let i = 0;
  let wants: 'value' | 'first value' | 'key' | 'first key' | 'next' = 'value';
  const match = (pattern: RegExp): boolean => {
    pattern.lastIndex = i;
    const found = pattern.exec(text);
    if (found) i += found[0].length;
    return found !== null;
  };
  const readString = (): boolean => {
    if (text[i] !== '"') return false;
    i++;
    while (i < text.length && text[i] !== '"') if (!match(PLAIN) && !match(ESCAPE)) return false;
    return text[i++] === '"';
  };
  const skipSpace = () => {
    while (text[i] === ' ' || text[i] === '\n' || text[i] === '\r' || text[i] === '\t') i++;
  };
  for (;;) {
    skipSpace();
    if (i >= text.length) return wants === 'next' && closers.length === 0 ? -1 : text.length;
    const char = text[i]!;
    if (wants === 'next') {
      if (closers.length === 0) return i;
      if (char === closers.at(-1)) {
        closers.pop();
        i++;
      } else if (char === ',') {
        wants = closers.at(-1) === '}' ? 'key' : 'value';
        i++;
      } else return i;
    } else if ((wants === 'first key' || wants === 'first value') && char === closers.at(-1)) {
      closers.pop();
      wants = 'next';
      i++;
    } else if (wants === 'key' || wants === 'first key') {
      if (!readString()) return Math.min(i, text.length);
      skipSpace();
      if (text[i] !== ':') return Math.min(i, text.length);
      wants = 'value';
      i++;
    } else if (char === '{' || char === '[') {
      closers.push(char === '{' ? '}' : ']');
      wants = char === '{' ? 'first key' : 'first value';
      i++;
    } else if (char === '"' ? readString() : match(SCALAR)) wants = 'next';
    else return Math.min(i, text.length);
  }
}
