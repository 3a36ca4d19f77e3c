// Clocks of log lines. Zones are left out on purpose: nginx and Apache write error logs in local time without one, so the
// clock as printed is what access and error lines of one machine have in common.

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

let lastDay = -1;
let lastDayWall = 0;

function two(bytes: Uint8Array, at: number): number {
  return (bytes[at]! - 48) * 10 + bytes[at + 1]! - 48;
}

/** `31/Jan/2026:23:59:59` at `at` of the bytes, as wall seconds; NaN where there is none. Runs once per refused line, so no strings. */
export function readClf(bytes: Uint8Array, at: number): number {
  if (bytes[at + 2] !== 47 || bytes[at + 6] !== 47 || bytes[at + 11] !== 58) return Number.NaN;
  const day = two(bytes, at);
  // the second and third letter tell all months apart
  const letters = ((bytes[at + 4]! | 32) << 8) | bytes[at + 5]! | 32;
  const year = two(bytes, at + 7) * 100 + two(bytes, at + 9);
  const key = (year << 21) ^ (letters << 5) ^ day;
  if (key !== lastDay) {
    const month = MONTHS.findIndex((m) => ((m.charCodeAt(1) << 8) | m.charCodeAt(2)) === letters);
    if (month < 0 || !(day >= 1 && day <= 31)) return Number.NaN;
    lastDay = key;
    lastDayWall = Date.UTC(year, month, day) / 1000;
  }
  const wall = lastDayWall + two(bytes, at + 12) * 3600 + two(bytes, at + 15) * 60 + two(bytes, at + 18);
  return wall >= lastDayWall && wall <= lastDayWall + 86_400 ? wall : Number.NaN;
}

/** Wall seconds of a clock in any of the spellings that logs use; NaN where it is none. */
export function readClock(text: string): number {
  if (text.length > 60) return Number.NaN;
  const iso = /^(\d{4})[-/](\d\d)[-/](\d\d)[T ](\d\d):(\d\d):(\d\d)/.exec(text);
  if (iso) return wallOf(iso[1]!, Number(iso[2]) - 1, iso[3]!, iso[4]!, iso[5]!, iso[6]!);
  const clf = /^\[?(\d{1,2})[/-]([A-Za-z]{3})[/-](\d{4})[: ](\d\d):(\d\d):(\d\d)/.exec(text);
  if (clf) return wallOf(clf[3]!, monthOf(clf[2]!), clf[1]!, clf[4]!, clf[5]!, clf[6]!);
  const ctime = /^\[?[A-Za-z]{3} ([A-Za-z]{3}) {1,2}(\d{1,2}) (\d\d):(\d\d):(\d\d)(?:\.\d{1,9})? (\d{4})/.exec(text);
  if (ctime) return wallOf(ctime[6]!, monthOf(ctime[1]!), ctime[2]!, ctime[3]!, ctime[4]!, ctime[5]!);
  return /^\d{9,19}(?:\.\d{1,9})?$/.test(text) ? readEpoch(Number(text)) : Number.NaN;
}

/** Wall seconds, in this machine's zone, of an epoch time in seconds, milliseconds, microseconds or nanoseconds. */
export function readEpoch(value: number): number {
  if (!Number.isFinite(value) || value <= 0) return Number.NaN;
  let seconds = value;
  while (seconds > 1e11) seconds /= 1000;
  return Math.floor(seconds) - new Date(seconds * 1000).getTimezoneOffset() * 60;
}

function monthOf(name: string): number {
  return MONTHS.indexOf(name.toLowerCase());
}

function wallOf(year: string, month: number, day: string, hour: string, minute: string, second: string): number {
  if (month < 0 || month > 11) return Number.NaN;
  return Date.UTC(Number(year), month, Number(day), Number(hour), Number(minute), Number(second)) / 1000;
}

/** `2026-01-31 23:59:59` */
export function showWall(wall: number): string {
  const date = new Date(wall * 1000);
  return Number.isNaN(date.getTime()) ? '?' : date.toISOString().slice(0, 19).replace('T', ' ');
}
