// Refused lines out of blocks of bytes. Only lines that have a wanted status where the format puts it are looked at.
import type { AccessFormat, Entry, ErrorEntry } from './model.ts';
import type { Block } from './source.ts';

export interface ScanSink {
  entry(entry: Entry): void;
  error(entry: ErrorEntry): void;
  /** A line that has a wanted status in place and cannot be read. */
  unread(): void;
}

/** Scans blocks for lines with these statuses. */
export function createScan(format: AccessFormat, statuses: readonly number[], sink: ScanSink): (block: Block) => void {
  const wanted = new Uint8Array(1000);
  for (const status of statuses) wanted[status] = 1;
  const { before } = format;
  const take = (bytes: Buffer, start: number, end: number, hit: number, sure: boolean): void => {
    const stop = end > start && bytes[end - 1] === 13 ? end - 1 : end;
    if (stop === start) return;
    const found = format.read(bytes, start, stop, hit);
    if (found === undefined) {
      if (sure) sink.unread();
    } else if (found !== null) {
      if (!('status' in found)) sink.error(found);
      else if (wanted[found.status] === 1) sink.entry(found);
    }
  };

  if (before === undefined) {
    return ({ bytes, start, end }) => {
      for (let at = start; at < end; ) {
        const next = bytes.indexOf(10, at);
        const stop = next < 0 || next > end ? end : next;
        take(bytes, at, stop, at, true);
        at = stop + 1;
      }
    };
  }
  const needles = needlesOf(before, statuses);
  const place = Buffer.byteLength(before);
  return ({ bytes, start, end }) => {
    const view = bytes.subarray(0, end);
    for (const needle of needles) {
      let at = start;
      for (let hit = view.indexOf(needle, at); hit >= 0; hit = view.indexOf(needle, at)) {
        const digit = hit + place;
        const status = statusAt(view, digit);
        at = hit + 1;
        if (status < 0 || wanted[status] !== 1) continue;
        const newline = view.lastIndexOf(10, hit);
        const from = newline < start ? start : newline + 1;
        const next = view.indexOf(10, digit);
        const stop = next < 0 ? end : next;
        take(view, from, stop, hit, true);
        at = stop;
      }
    }
  };
}

// One search for all statuses that begin alike: `" 40` finds 401 and 403. A needle of three digits would need one search each.
function needlesOf(before: string, statuses: readonly number[]): Buffer[] {
  const families = new Map<string, string[]>();
  for (const status of new Set(statuses)) {
    const text = String(status);
    families.set(text[0]!, [...(families.get(text[0]!) ?? []), text]);
  }
  return [...families.values()].map((family) => {
    let shared = family[0]!;
    for (const text of family) while (!text.startsWith(shared)) shared = shared.slice(0, -1);
    return Buffer.from(before + shared);
  });
}

function statusAt(bytes: Uint8Array, at: number): number {
  const a = bytes[at]! - 48;
  const b = bytes[at + 1]! - 48;
  const c = bytes[at + 2]! - 48;
  const d = bytes[at + 3];
  const whole = a >= 1 && a <= 9 && b >= 0 && b <= 9 && c >= 0 && c <= 9 && !(d !== undefined && d >= 48 && d <= 57);
  return whole ? a * 100 + b * 10 + c : -1;
}
