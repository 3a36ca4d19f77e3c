// Logs that grow: read to the end, then looked at again and again; a rotated file is read to its end, then the new one.
import { type FileHandle, open, stat } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { InputError } from '@why403/core';
import type { Refusal, Triage, TriageOptions } from './model.ts';
import { sniff } from './sniff.ts';
import { type Block, type Cutter, createCutter, openSource, readFrom } from './source.ts';
import { createTriager, nameOf, sayFileError, type Triager } from './triage.ts';

export interface FollowOptions extends TriageOptions {
  /** Ends the following. */
  readonly signal: AbortSignal;
  /** Milliseconds between two looks; 500 where absent. */
  readonly every?: number;
  /** Hears of every refusal. */
  refusal(refusal: Refusal): void;
  /** Hears of what happens to the files, each one sentence. */
  says(text: string): void;
}

interface Followed {
  readonly file: string;
  handle: FileHandle | undefined;
  inode: number;
  position: number;
  cutter: Cutter;
  kind: 'access' | 'error' | undefined;
  take: ((block: Block) => void) | undefined;
  gone: boolean;
}

/** Follows files until the signal ends it and returns the triage of all that came. Throws InputError for a file that cannot be opened. */
export async function follow(files: readonly string[], options: FollowOptions): Promise<Triage> {
  if (files.includes('-')) return followStream(options);
  const followed: Followed[] = [];
  for (const file of new Set(files)) {
    const handle = await open(file, 'r').catch((error: unknown) => {
      throw new InputError('UNREADABLE_FILE', `${file}: ${sayFileError(error)}.`);
    });
    const info = await handle.stat();
    if (!info.isFile()) throw new InputError('UNREADABLE_FILE', `${file}: is no regular file and cannot be followed.`);
    followed.push({
      file,
      handle,
      inode: info.ino,
      position: 0,
      cutter: createCutter(),
      kind: undefined,
      take: undefined,
      gone: false,
    });
  }
  const heads = await Promise.all(followed.map(({ file }) => openSource(file, undefined)));
  const errorsOnly = heads.every(({ head }) => sniff(head, options.format).kind === 'error');
  const triager = createTriager(options, errorsOnly, (refusal) => options.refusal(refusal));
  try {
    while (!options.signal.aborted) {
      // An access line's error line was written before it: access logs are read up to their size of before, error logs
      // up to a later one.
      const sizes = new Map<Followed, number>();
      for (const one of followed) sizes.set(one, await sizeOf(one));
      for (const kind of ['error', 'access'] as const)
        for (const one of followed)
          await readNew(one, kind, kind === 'error' ? undefined : sizes.get(one)!, options, triager);
      for (const one of followed) await reopen(one, options, triager);
      await setTimeout(options.every ?? 500, undefined, { signal: options.signal }).catch(() => undefined);
    }
  } finally {
    for (const { handle } of followed) await handle?.close();
  }
  return triager.result();
}

async function sizeOf({ handle }: Followed): Promise<number> {
  return handle ? (await handle.stat()).size : 0;
}

async function readNew(
  one: Followed,
  kind: 'access' | 'error',
  until: number | undefined,
  options: FollowOptions,
  triager: Triager,
): Promise<void> {
  if (!one.handle) return;
  if (one.take === undefined) {
    const head = Buffer.alloc(65_536);
    const { bytesRead } = await one.handle.read(head, 0, head.length, 0);
    // A first line that is not finished yet tells nothing.
    if (!head.includes(10)) return;
    const sniffed = sniff(head.subarray(0, bytesRead), options.format);
    if (sniffed.kind === 'unknown') throw new InputError('MALFORMED', `${one.file}: ${sniffed.says}.`);
    if (sniffed.kind === 'empty') return;
    one.kind = sniffed.kind;
    one.take =
      sniffed.kind === 'error' ? triager.error(one.file, sniffed.format) : triager.access(one.file, sniffed.format);
  }
  if (one.kind !== kind || !one.take) return;
  const info = await one.handle.stat();
  if (info.size < one.position) {
    options.says(`${one.file} became shorter; reading it from its beginning`);
    one.position = 0;
    one.cutter = createCutter();
  }
  const blocks = readFrom(one.handle, one.position, one.cutter, until);
  for (let next = await blocks.next(); ; next = await blocks.next()) {
    if (next.done) {
      one.position = next.value;
      return;
    }
    one.take(next.value);
  }
}

/** Takes the new file where the name now leads to another one. */
async function reopen(one: Followed, options: FollowOptions, triager: Triager): Promise<void> {
  const info = await stat(one.file).catch(() => undefined);
  if (!info) {
    if (!one.gone) options.says(`${one.file} is gone; waiting for a new one`);
    one.gone = true;
    return;
  }
  if (info.ino === one.inode) return;
  const handle = await open(one.file, 'r').catch(() => undefined);
  if (!handle) return;
  options.says(`${one.file} was rotated; reading the new file`);
  // what was still written to the old one
  if (one.kind) await readNew(one, one.kind, undefined, options, triager);
  await one.handle?.close();
  Object.assign(one, { handle, inode: info.ino, position: 0, cutter: createCutter(), gone: false });
}

async function followStream(options: FollowOptions): Promise<Triage> {
  const source = await openSource('-', options.stdin);
  const sniffed = sniff(source.head, options.format);
  if (sniffed.kind === 'unknown') throw new InputError('MALFORMED', `${nameOf('-')}: ${sniffed.says}.`);
  const triager = createTriager(options, sniffed.kind === 'error', (refusal) => options.refusal(refusal));
  if (sniffed.kind !== 'empty') {
    const take =
      sniffed.kind === 'error'
        ? triager.error(nameOf('-'), sniffed.format)
        : triager.access(nameOf('-'), sniffed.format);
    for await (const block of source.blocks(createCutter())) {
      take(block);
      if (options.signal.aborted) break;
    }
  }
  return triager.result();
}
