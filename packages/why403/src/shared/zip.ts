// Files of a zip archive in memory (PKWARE's APPNOTE.TXT, sections 4.3 and 4.4), by its directory. Our own, because an archive may
// be hostile and bodies are asked for one by one: fflate goes through the directory anew for each, believes the counts and sizes
// that stand in it, and hands out what is encrypted as if it were the content; yauzl can only be waited for.
import { inflateRawSync } from 'node:zlib';

/** A file as the directory tells of it. */
export interface ZipEntry {
  readonly name: string;
  /** Its size unpacked, as the archive has it. */
  readonly size: number;
  readonly encrypted: boolean;
  readonly method: number;
  readonly packed: number;
  readonly at: number;
}

/** What is wrong with an archive or a file of it, as the rest of a sentence. */
export class ZipError extends Error {}

const MOST_ENTRIES = 200_000;
const DIRECTORY_END = 0x06054b50;
const LONG_END_PLACE = 0x07064b50;
const ENTRY = 0x02014b50;
const FILE = 0x04034b50;
/** The end stands before a comment of at most 65,535 bytes. */
const LONGEST_END = 22 + 0xffff;
const SYMLINK = 0xa000;

/** The files of an archive by their names, without folders and links. Throws ZipError. */
export function zipEntries(bytes: Uint8Array): ReadonlyMap<string, ZipEntry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = new Map<string, ZipEntry>();
  try {
    let at = directoryAt(view);
    for (let i = 0; at + 46 <= view.byteLength && view.getUint32(at, true) === ENTRY; i++) {
      if (i === MOST_ENTRIES) throw new ZipError(`holds more than ${MOST_ENTRIES} files`);
      const end = at + 46 + view.getUint16(at + 28, true);
      const name = new TextDecoder().decode(bytes.subarray(at + 46, end));
      const isLink = ((view.getUint32(at + 38, true) >>> 16) & 0xf000) === SYMLINK;
      if (!name.endsWith('/') && !isLink)
        entries.set(name, {
          name,
          encrypted: (view.getUint16(at + 8, true) & 1) === 1,
          method: view.getUint16(at + 10, true),
          packed: view.getUint32(at + 20, true),
          size: view.getUint32(at + 24, true),
          at: view.getUint32(at + 42, true),
        });
      at = end + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    }
  } catch (error) {
    if (error instanceof RangeError) throw new ZipError('cannot be unpacked');
    throw error;
  }
  return entries;
}

/** Where the directory begins. */
function directoryAt(view: DataView): number {
  const least = Math.max(0, view.byteLength - LONGEST_END);
  for (let at = view.byteLength - 22; at >= least; at--) {
    if (view.getUint32(at, true) !== DIRECTORY_END) continue;
    const place = view.getUint32(at + 16, true);
    if (place !== 0xffffffff || at < 20 || view.getUint32(at - 20, true) !== LONG_END_PLACE) return place;
    return Number(view.getBigUint64(Number(view.getBigUint64(at - 12, true)) + 48, true));
  }
  throw new ZipError('cannot be unpacked: its end is missing');
}

/** The content of a file of at most so many bytes. Throws ZipError. */
export function unzip(bytes: Uint8Array, entry: ZipEntry, most: number): Uint8Array {
  if (entry.encrypted) throw new ZipError('is locked with a password');
  if (entry.size > most) throw new ZipError(`is larger than ${most >> 20} MiB unpacked`);
  try {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (view.getUint32(entry.at, true) !== FILE) throw new RangeError('no file');
    const start = entry.at + 30 + view.getUint16(entry.at + 26, true) + view.getUint16(entry.at + 28, true);
    const packed = bytes.subarray(start, start + entry.packed);
    // what unpacks to more than it says is no honest file, and ends here
    const content = entry.method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.size) });
    if (![0, 8].includes(entry.method) || content.length !== entry.size) throw new RangeError('another size');
    return content;
  } catch {
    throw new ZipError('cannot be unpacked');
  }
}
