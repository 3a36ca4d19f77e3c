import { foldPath, InputError, NO_REFUSAL } from '@why403/core';
import { FileError } from '../shared/read-file.ts';
import { guess } from './guess.ts';
import { createErrorIndex, ERROR_LIMIT } from './join.ts';
import type { CauseGroup, Entry, ErrorEntry, FileNote, Refusal, Row, Told, Triage, TriageOptions } from './model.ts';
import { createScan } from './scan.ts';
import { type Sniffed, sniff } from './sniff.ts';
import { type Block, createCutter, openSource, type Source } from './source.ts';
import { createTally, createTimeTally } from './tally.ts';
import { showWall } from './time.ts';

export const DEFAULT_STATUSES: readonly number[] = [401, 403];
/** Beyond this many bytes lines are not counted but reckoned from the length of those before. */
const COUNTED = 16 * 1024 * 1024;

/** A triage that takes files one by one; `follow` and `triage` feed it. */
export interface Triager {
  /** Readers of one file of a kind: blocks in, refusals counted. */
  access(file: string, format: Extract<Sniffed, { kind: 'access' }>['format']): (block: Block) => void;
  error(file: string, format: Extract<Sniffed, { kind: 'error' }>['format']): (block: Block) => void;
  note(file: string, says: string): void;
  result(): Triage;
}

/** Starts a triage. `told` hears of every refusal, as `--follow` does. `errorsOnly`: no access log comes, error lines are the refusals. */
export function createTriager(options: TriageOptions, errorsOnly: boolean, told?: (refusal: Refusal) => void): Triager {
  const statuses = options.statuses ?? DEFAULT_STATUSES;
  const index = createErrorIndex();
  const groups: { told: Told; count: number }[] = [];
  const numbers = new Map<Told, number>();
  const paths = createTally();
  const clients = createTally();
  const times = createTimeTally();
  const byStatus = new Map<string, number>();
  const files: { file: string; kind: 'access' | 'error'; format: string }[] = [];
  const notes: FileNote[] = [];
  const unread = new Map<string, number>();
  let refusals = 0;
  let known = 0;
  let full = 0;
  let lines = 0;
  let reckoned = 0;

  const count = (why: Told, client: string, pattern: string, wall: number, status: string): void => {
    let number = numbers.get(why);
    if (number === undefined) {
      number = groups.push({ told: why, count: 0 }) - 1;
      numbers.set(why, number);
    }
    groups[number]!.count++;
    refusals++;
    if (why.known) known++;
    const mark = String.fromCharCode(number + 33);
    paths.add(mark, pattern);
    clients.add(mark, client || '(unknown)');
    byStatus.set(status, (byStatus.get(status) ?? 0) + 1);
    if (!Number.isNaN(wall)) times.add(wall);
  };
  const onError = (entry: ErrorEntry): void => {
    if (errorsOnly) count(entry.told, entry.client, foldPath(entry.target), entry.wall, 'error log');
    else if (!index.add(entry)) full++;
  };
  const onEntry = (entry: Entry): void => {
    const why = entry.told?.known
      ? entry.told
      : (index.find(entry.wall, entry.client, entry.target) ?? entry.told ?? guess(entry));
    const pattern = foldPath(entry.target);
    count(why, entry.client, pattern, entry.wall, String(entry.status));
    told?.({ ...entry, pattern, why });
  };

  return {
    access(file, format) {
      files.push({ file, kind: 'access', format: format.title });
      const scan = createScan(format, statuses, {
        entry: onEntry,
        error: onError,
        unread: () => unread.set(file, (unread.get(file) ?? 0) + 1),
      });
      let counted = 0;
      let inCounted = 0;
      return (block) => {
        const size = block.end - block.start;
        if (counted < COUNTED) {
          const found = countLines(block);
          counted += size;
          inCounted += found;
          lines += found;
        } else {
          const more = (size / counted) * inCounted;
          lines += more;
          reckoned += more;
        }
        scan(block);
      };
    },
    error(file, format) {
      files.push({ file, kind: 'error', format: format.title });
      const read = format.reader();
      return (block) => {
        for (let at = block.start; at < block.end; ) {
          const next = block.bytes.indexOf(10, at);
          const stop = next < 0 || next > block.end ? block.end : next;
          const entry = read(
            block.bytes.toString('utf8', at, stop > at && block.bytes[stop - 1] === 13 ? stop - 1 : stop),
          );
          if (entry) onError(entry);
          at = stop + 1;
        }
      };
    },
    note: (file, says) => notes.push({ file, says }),
    result() {
      const all = [...notes];
      for (const [file, n] of unread) all.push({ file, says: `${plural(n, 'line')} with a refusal could not be read` });
      if (full > 0) {
        all.push({ file: '', says: `only ${ERROR_LIMIT} error lines are joined; ${full} more were left out` });
      }
      const top = options.top ?? 10;
      const share = (n: number): number => (refusals === 0 ? 0 : n / refusals);
      const row = (key: string, n: number): Row => ({ key, count: n, share: share(n) });
      const allPaths = paths.entries();
      const allClients = clients.entries();
      const byGroup = (entries: typeof allPaths, number: number): Row[] =>
        entries
          .filter(([key]) => key.charCodeAt(0) === number + 33)
          .slice(0, 3)
          .map(([key, n]) => row(key.slice(1), n));
      const causes: CauseGroup[] = groups
        .map((group, number) => ({ group, number }))
        .sort((a, b) => b.group.count - a.group.count)
        .map(({ group, number }) => ({
          ...group.told,
          count: group.count,
          share: share(group.count),
          paths: byGroup(allPaths, number),
          clients: byGroup(allClients, number),
        }));
      const merged = (entries: typeof allPaths) => {
        const sums = new Map<string, { count: number; cause: string }>();
        for (const [key, n] of entries) {
          const name = key.slice(1);
          const sum = sums.get(name);
          // entries come most first, so the first cause of a key is its most frequent one
          if (sum) sum.count += n;
          else sums.set(name, { count: n, cause: causeName(groups[key.charCodeAt(0) - 33]!.told) });
        }
        return [...sums]
          .sort((a, b) => b[1].count - a[1].count)
          .slice(0, top)
          .map(([key, sum]) => ({ ...row(key, sum.count), cause: sum.cause }));
      };
      const { seconds, steps } = times.steps(60);
      const first = times.first();
      const last = times.last();
      return {
        schema: 'why403/logs/1',
        statuses,
        refusals,
        known,
        lines: { count: Math.round(lines), exact: reckoned === 0 },
        from: first === undefined ? null : showWall(first),
        to: last === undefined ? null : showWall(last),
        files,
        causes,
        paths: merged(allPaths),
        clients: merged(allClients),
        byStatus: [...byStatus].sort((a, b) => b[1] - a[1]).map(([key, n]) => row(key, n)),
        times: { seconds, steps: steps.map(([at, n]) => ({ at: showWall(at), count: n })) },
        notes: all,
        uncounted: { paths: paths.dropped(), clients: clients.dropped() },
      };
    },
  };
}

/** The cause's id, or the candidates with a question mark. */
export function causeName(told: Told): string {
  return told.known ? (told.causes[0] ?? NO_REFUSAL) : `${told.causes[0] ?? NO_REFUSAL}?`;
}

/**
 * Groups the refusals of access logs by cause, path, client and time, joined with the error logs among `files` (`-` is
 * standard input; gzip is unpacked). Throws InputError where a file cannot be read or none is a log; a problem with one of
 * several files, or in the middle of one, is a note.
 */
export async function triage(files: readonly string[], options: TriageOptions = {}): Promise<Triage> {
  const opened = await openAll(files, options);
  const triager = createTriager(options, !opened.some(({ sniffed }) => sniffed.kind === 'access'));
  for (const { file, says } of opened.flatMap(({ notes }) => notes)) triager.note(file, says);
  // Error logs first: they are what access lines are joined with.
  for (const kind of ['error', 'access'] as const) {
    for (const one of opened) {
      const { file, sniffed } = one;
      if (sniffed.kind !== kind) continue;
      const take =
        sniffed.kind === 'error' ? triager.error(file, sniffed.format) : triager.access(file, sniffed.format);
      await readAll(one, take, triager);
    }
  }
  return triager.result();
}

interface Opened {
  readonly file: string;
  readonly source: Source;
  readonly sniffed: Sniffed;
  readonly notes: readonly FileNote[];
}

/** Opens and sniffs every file. Throws InputError for one that cannot be opened, and where none is a log. */
export async function openAll(files: readonly string[], options: TriageOptions): Promise<readonly Opened[]> {
  const opened: Opened[] = [];
  for (const file of new Set(files)) {
    let source: Source;
    try {
      source = await openSource(file, options.stdin);
    } catch (error) {
      throw new InputError('UNREADABLE_FILE', `${nameOf(file)}: ${sayFileError(error)}.`);
    }
    const sniffed = sniff(source.head, options.format);
    const notes: FileNote[] = [];
    if (sniffed.kind === 'unknown') notes.push({ file: nameOf(file), says: sniffed.says });
    if (sniffed.kind === 'empty') notes.push({ file: nameOf(file), says: 'is empty' });
    opened.push({ file: nameOf(file), source, sniffed, notes });
  }
  const unknown = opened.find(({ sniffed }) => sniffed.kind === 'unknown');
  if (unknown && !opened.some(({ sniffed }) => sniffed.kind === 'access' || sniffed.kind === 'error')) {
    const { file, says } = unknown.notes[0]!;
    throw new InputError('MALFORMED', `${file}: ${says}.`);
  }
  return opened;
}

async function readAll(
  { file, source, sniffed: { kind } }: Opened,
  take: (block: Block) => void,
  triager: Triager,
): Promise<void> {
  const cutter = createCutter();
  try {
    for await (const block of source.blocks(cutter)) {
      // Half an error line still names its request, or nothing.
      if (!block.tail || kind === 'error' || looksWhole(block)) take(block);
      else triager.note(file, 'the last line is half-written and was left out');
    }
  } catch (error) {
    triager.note(file, `${sayFileError(error)}; read up to there`);
  }
  if (cutter.long() > 0) triager.note(file, `${plural(cutter.long(), 'line')} longer than 64 KiB passed over`);
}

// A last line without a newline counts where it ends as lines do: in a quote, a bracket, a brace, a digit or a dash behind a blank.
function looksWhole({ bytes, start, end }: Block): boolean {
  return (
    /(?:["\]}]|\s[\d.-]{1,20})\s?$/.test(bytes.toString('utf8', Math.max(start, end - 40), end)) && end - start > 40
  );
}

function countLines({ bytes, start, end }: Block): number {
  let n = 0;
  for (let at = bytes.indexOf(10, start); at >= 0 && at < end; at = bytes.indexOf(10, at + 1)) n++;
  return n + (bytes[end - 1] === 10 ? 0 : 1);
}

export function nameOf(file: string): string {
  return file === '-' ? 'standard input' : file;
}

export function plural(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}

/** A file's or an archive's error in the product's words. */
export function sayFileError(error: unknown): string {
  if (error instanceof FileError) return `cannot be read: ${error.reason}`;
  const code = (error as { code?: string }).code ?? '';
  const words: Readonly<Record<string, string>> = {
    ENOENT: 'not found',
    EACCES: 'not readable by this user',
    EPERM: 'not readable by this user',
    EISDIR: 'is a directory',
    ELOOP: 'is a loop of symbolic links',
    Z_BUF_ERROR: 'the gzip archive ends too early',
    Z_DATA_ERROR: 'the gzip archive is damaged',
  };
  return words[code] ?? `cannot be read (${/^\w{1,40}$/.test(code) ? code : 'unknown error'})`;
}
