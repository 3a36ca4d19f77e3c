// Keeps of a long text what may tell of a refusal: lines that have a sign of one, and what stands around them. A log of any size is read
// so, in the memory of what is kept.
import { plainLine } from './clean.ts';
import { codeIn, refusesInWords, statusesIn } from './status.ts';

/** What every refusal has one of: a number, or a word. Cheap, and on the safe side. */
const MAY =
  /(?<!\d)(?:40[1-9]|4[12]\d|451|49\d|511)(?!\d)|denied|forbid|unauth|not (?:allowed|permitted|authori)|permission|credential|authenticat|rate.?limit|blocked|csrf|PermissionDenied|login|expired|insufficient/i;
const BEFORE = 40;
const AFTER = 60;
const MOST_KEPT = 4 * 1024 * 1024;
const MOST_LINES = 20_000;
const LONGEST_LINE = 65_536;
/** Lines up to which a text is read whole. */
const SHORT = 3000;

export interface Sieve {
  push(text: string): void;
  /** What was kept, the lines in their order, and how many lines with a sign of a refusal were left out for want of room. */
  end(): { readonly text: string; readonly leftOut: number };
}

export function createSieve(): Sieve {
  const kept: string[] = [];
  let size = 0;
  let open = '';
  let ring: string[] = [];
  let follow = 0;
  let leftOut = 0;
  const isFull = (): boolean => size >= MOST_KEPT || kept.length >= MOST_LINES;
  const keep = (line: string): void => {
    kept.push(line);
    size += line.length + 1;
  };
  const take = (line: string): void => {
    const may = MAY.test(line) && tells(line);
    if (may && isFull()) leftOut++;
    else if (may) {
      for (const before of ring) keep(before);
      ring = [];
      keep(line);
      follow = AFTER;
    } else if (follow > 0 && !isFull()) {
      keep(line);
      follow--;
    } else {
      ring.push(line);
      if (ring.length > BEFORE) ring.shift();
    }
  };
  return {
    push(text) {
      const lines = (open + text).split('\n');
      open = lines.pop()!;
      for (const line of lines) take(line.length > LONGEST_LINE ? line.slice(0, LONGEST_LINE) : line);
      if (open.length > LONGEST_LINE * 2) open = open.slice(0, LONGEST_LINE);
    },
    end() {
      if (open !== '') take(open);
      return { text: kept.join('\n'), leftOut };
    },
  };
}

/** A closer look at a line that has a sign: most numbers are none. */
function tells(line: string): boolean {
  const head = line.slice(0, 4000);
  return refusesInWords(head) || codeIn(head) !== undefined || statusesIn(head).some(({ status }) => status >= 400);
}

/** A text as it is where it is short, else what may tell of a refusal. */
export function sieved(text: string): { readonly text: string; readonly leftOut: number } {
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0 && lines <= SHORT; at = text.indexOf('\n', at + 1)) lines++;
  if (lines <= SHORT && text.length <= MOST_KEPT) return { text, leftOut: 0 };
  const sieve = createSieve();
  // colours may stand inside a word
  for (let at = 0; at < text.length; at += MOST_KEPT) {
    const piece = text.slice(at, at + MOST_KEPT);
    sieve.push(piece.includes('\u001b') ? piece.split('\n').map(plainLine).join('\n') : piece);
  }
  return sieve.end();
}
