// Which of many strings stand in a text, in one pass over it: each place is looked up by its first four characters. Looking for
// thousands of strings one after the other would read the text as many times.

/** Shorter strings cannot be spotted. */
export const LEAST = 4;

export interface Spotter<T> {
  /** Remembers `value` under a string of at least `LEAST` characters. */
  add(needle: string, value: T): void;
  /** Calls `take` once for each string that stands in the text, with everything that was added under it. */
  find(text: string, take: (values: readonly T[]) => void): void;
}

const BITS = 15;

export function makeSpotter<T>(): Spotter<T> {
  // a chain of needles for each hash; number 0 is none
  const heads = new Uint16Array(1 << BITS);
  const needles: string[] = [''];
  const codes: number[] = [0];
  const next: number[] = [0];
  const values: T[][] = [[]];
  const found: number[] = [0];
  let run = 0;
  return {
    add(needle, value) {
      const code = codeAt(needle);
      const hash = hashOf(code);
      let n = heads[hash]!;
      while (n && needles[n] !== needle) n = next[n]!;
      if (n) return void values[n]!.push(value);
      if (needles.length > 0xffff) throw new RangeError('a spotter takes 65535 strings');
      next.push(heads[hash]!);
      heads[hash] = needles.length;
      needles.push(needle);
      codes.push(code);
      values.push([value]);
      found.push(0);
    },
    find(text, take) {
      run++;
      // places are compared by the low bytes of four characters first, then as they are
      let code = codeAt(text) << 8;
      for (let i = LEAST - 1; i < text.length; i++) {
        code = (code >>> 8) | (text.charCodeAt(i) << 24);
        let n = heads[hashOf(code)]!;
        for (; n; n = next[n]!) {
          if (codes[n] !== code || found[n] === run || !text.startsWith(needles[n]!, i - LEAST + 1)) continue;
          found[n] = run;
          take(values[n]!);
        }
      }
    },
  };
}

function codeAt(text: string): number {
  return (
    (text.charCodeAt(0) & 255) |
    ((text.charCodeAt(1) & 255) << 8) |
    ((text.charCodeAt(2) & 255) << 16) |
    (text.charCodeAt(3) << 24)
  );
}

// multiplicative hashing (Knuth, The Art of Computer Programming 3, 6.4)
function hashOf(code: number): number {
  return Math.imul(code, 0x9e3779b1) >>> (32 - BITS);
}
