/** Times as sources write them. */

const UNITS: Readonly<Record<string, number>> = { ms: 0.001, s: 1, m: 60, h: 3600, d: 86_400 };
const NAMED =
  /^(\d{1,9}(?:\.\d{1,3})?)?\s?[.*]?\s?(ms|milliseconds?|s|secs?|seconds?|m|mins?|minutes?|h|hours?|d|days?)$/i;

/**
 * The seconds of a literal time, `unit` being those of a bare number: `75 * 1000`, `60_000`, `'15m'`, `1.minute`,
 * `'3 per 75 seconds'`, `'5/m'`. Undefined where it is not written out.
 */
export function readSeconds(source: string, unit: number): number | undefined {
  const text = source.replace(/['"`)\]}]/g, '').trim();
  // Of "5 per minute" and "5/10m" the window stands behind; `1000 * 60` and `'1 minute'` have none of these words.
  const rate = /^\d{1,9}\s?(?:\/|per )\s?(.{1,30})$/.exec(text.split(/[;,]/, 1)[0] ?? '');
  if (rate) return named((rate[1] ?? '').trim()) ?? undefined;
  const product = text.replaceAll('_', '').split('*');
  if (product.length <= 6 && product.every((one) => /^\s*\d{1,12}(?:\.\d{1,6})?\s*$/.test(one)))
    return product.reduce((value, one) => value * Number(one), 1) * unit;
  return named(text);
}

function named(text: string): number | undefined {
  const found = NAMED.exec(text);
  if (!found) return undefined;
  const word = (found[2] ?? '').toLowerCase();
  const seconds = UNITS[word === 'ms' || word.startsWith('milli') ? 'ms' : (word[0] ?? '')];
  return seconds === undefined ? undefined : Number(found[1] ?? 1) * seconds;
}
