// Archives in which test runners keep recordings: a HAR with its bodies beside it, and the traces of Playwright
// (https://playwright.dev/docs/trace-viewer), whose *.network files hold an entry of a HAR a line.
import { InputError } from '@why403/core';
import { unzip, type ZipEntry, ZipError, zipEntries } from '../shared/zip.ts';
import { traceSecrets } from './trace-secrets.ts';

/** A recording in an archive, as the bytes of a HAR. */
export interface Packed {
  readonly name: string;
  /** Throws InputError where it cannot be unpacked. */
  read(): Uint8Array;
  /** What lies beside it in the archive. */
  readonly attached: (name: string) => Uint8Array | undefined;
}

/** Most bytes of an archive, of a recording and a body in it, unpacked, and of all that is unpacked of one. */
export const MOST_ZIP = 256 * 1024 * 1024;
const MOST_RECORDING = 128 * 1024 * 1024;
const MOST_BODY = 8 * 1024 * 1024;
const MOST_UNPACKED = 512 * 1024 * 1024;
const MOST_RECORDINGS = 200;

/**
 * The recordings in an archive; none where it holds none. Names in it are names alone: nothing is written. `secret` is told of
 * what traces hold beside their exchanges, and of undefined where one cannot be read. Throws InputError.
 */
export function readZip(
  bytes: Uint8Array,
  name: string,
  secret?: (value: string | undefined) => void,
): readonly Packed[] {
  let left = MOST_UNPACKED;
  const unpack = (entry: ZipEntry, most: number): Uint8Array => {
    if (entry.size > left)
      throw new ZipError(`is left out: the archive is larger than ${MOST_UNPACKED >> 20} MiB unpacked`);
    const content = unzip(bytes, entry, most);
    left -= content.length;
    return content;
  };
  const entries = orInputError(`${name} is an archive that`, () => zipEntries(bytes));
  if (secret)
    for (const entry of [...entries.values()].filter((one) => /\.trace$/i.test(one.name)).slice(0, MOST_RECORDINGS))
      try {
        for (const value of traceSecrets(unzip(bytes, entry, MOST_RECORDING))) secret(value);
      } catch (error) {
        if (!(error instanceof ZipError)) throw error;
        secret(undefined);
      }
  return [...entries.values()]
    .filter((entry) => /\.har$|\.network$/i.test(entry.name))
    .slice(0, MOST_RECORDINGS)
    .map((entry): Packed => {
      const folder = entry.name.slice(0, entry.name.lastIndexOf('/') + 1);
      const isTrace = /\.network$/i.test(entry.name);
      return {
        name: `${name}/${entry.name}`,
        read: () => {
          const content = orInputError(`${name}/${entry.name}`, () => unpack(entry, MOST_RECORDING));
          return isTrace ? harOfTrace(content) : content;
        },
        attached: (body) => {
          const beside = entries.get(`${folder}${isTrace ? 'resources/' : ''}${body}`);
          try {
            return beside && unpack(beside, MOST_BODY);
          } catch {
            // the report says that the body is not shown
            return undefined;
          }
        },
      };
    });
}

function orInputError<T>(subject: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof ZipError)) throw error;
    throw new InputError('MALFORMED', `${subject} ${error.message}.`, {
      hint: 'Unpack the archive or make it again, and give the HAR.',
    });
  }
}

/** The lines of a trace that are entries, as a HAR. */
function harOfTrace(content: Uint8Array): Uint8Array {
  const entries = new TextDecoder()
    .decode(content)
    .split('\n')
    .flatMap((line) => snapshotIn(line) ?? []);
  const log = { version: '1.2', creator: { name: 'Playwright', version: '' }, entries };
  return new TextEncoder().encode(JSON.stringify({ log }));
}

function snapshotIn(line: string): object | undefined {
  if (!line.includes('"resource-snapshot"')) return undefined;
  try {
    const { type, snapshot } = JSON.parse(line);
    return type === 'resource-snapshot' && snapshot !== null && typeof snapshot === 'object' ? snapshot : undefined;
  } catch {
    // a run that was killed leaves its last line half written
    return undefined;
  }
}
