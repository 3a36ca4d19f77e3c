/** A text that every match of a regular expression holds: where it is missing, nobody has to run the expression. */

/**
 * The longest such text that is easily seen, in ASCII; empty where none is. Only what stands outside of groups and choices
 * counts.
 * @param source in JavaScript's form
 */
export function literalOf(source: string): string {
  let longest = '';
  let run = '';
  const end = (): void => {
    if (run.length > longest.length) longest = run;
    run = '';
  };
  for (let i = 0; i < source.length; i++) {
    const c = source[i] as string;
    if (c === '|') return '';
    if (c === '*' || c === '?' || c === '{') {
      // what stands before may be there not at all
      run = run.slice(0, -1);
      end();
      i += /^\{\d{0,9},?\d{0,9}\}/.exec(source.slice(i, i + 24))?.[0].length ?? 1;
      i--;
    } else if (c === '(') {
      end();
      i = endOfGroup(source, i);
    } else if (c === '[') {
      end();
      i = endOfClass(source, i);
    } else if (c === '\\') {
      const next = source[++i] ?? '';
      if (/[\x20-\x7e]/.test(next) && !/\w/.test(next)) run += next;
      else if (/[dDwWsSbBtnrfv]/.test(next)) end();
      else return '';
    } else if (c === '.' || c === '+' || c === '^' || c === '$' || !/[\x20-\x7e]/.test(c)) end();
    else run += c;
  }
  end();
  return longest;
}

/** The place of the bracket that closes a class. */
export function endOfClass(source: string, start: number): number {
  for (let i = start + 1; i < source.length; i++) {
    if (source[i] === '\\') i++;
    else if (source[i] === ']') return i;
  }
  return source.length;
}

function endOfGroup(source: string, start: number): number {
  let depth = 0;
  for (let i = start; i < source.length; i++) {
    const c = source[i];
    if (c === '\\') i++;
    else if (c === '[') i = endOfClass(source, i);
    else if (c === '(') depth++;
    else if (c === ')' && --depth === 0) return i;
  }
  return source.length;
}
