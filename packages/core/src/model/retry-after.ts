/** Seconds of the units that are seen behind a number; none is seconds. */
const UNITS: readonly (readonly [RegExp, number])[] = [
  [/^(?:|s|secs?|seconds?)$/, 1],
  [/^(?:ms|msecs?|milliseconds?)$/, 0.001],
  [/^(?:m|mins?|minutes?)$/, 60],
  [/^(?:h|hrs?|hours?)$/, 3600],
  [/^(?:d|days?)$/, 86_400],
];
const MONTHS = /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\b|^\d{4}-\d\d-\d\dT\d\d:\d\d/i;

/**
 * Seconds that a Retry-After asks to wait (RFC 9110 §10.2.3), undefined where there is none. Servers write it in many forms:
 * a number of any length, with a unit, in quotes, with parameters behind it, any of the three dates of HTTP. What cannot be
 * read, or is no time at all, asks to wait all the same: for how long is not known, which is Infinity.
 * `now` is the server's own clock, milliseconds since the epoch.
 */
export function retryAfterSeconds(value: string | undefined, now: number): number | undefined {
  if (value === undefined || value.trim() === '') return undefined;
  const text = value.slice(0, 1000).split(';', 1)[0]!.replace(/["']/g, '').trim();
  const number = /^\+?(\d{1,900}(?:\.\d{1,40})?)(?:\s{0,9}([a-z]{0,12})\.?)?$/i.exec(text);
  if (number) {
    const unit = UNITS.find(([is]) => is.test((number[2] ?? '').toLowerCase()))?.[1];
    return unit === undefined ? Number.POSITIVE_INFINITY : Number(number[1]) * unit;
  }
  const date = dateOf(text);
  return date === undefined ? Number.POSITIVE_INFINITY : Math.max(0, (date - now) / 1000);
}

/** Milliseconds since the epoch of a date in one of HTTP's three forms (RFC 9110 §5.6.7), or of ISO 8601. */
function dateOf(text: string): number | undefined {
  if (text.length > 60 || !MONTHS.test(text)) return undefined;
  // The form of asctime names no zone, and is UTC.
  const time = Date.parse(/(?:gmt|utc|z|[+-]\d\d:?\d\d)$/i.test(text) ? text : `${text} GMT`);
  return Number.isNaN(time) ? undefined : time;
}
