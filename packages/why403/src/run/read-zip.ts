// Archives in which test runners keep recordings: a HAR with its bodies beside it, and the traces of Playwright
// (https://playwright.dev/docs/trace-viewer), whose *.network files hold an entry of a HAR a line.
import { InputError } from '@why403/core';

/** A recording in an archive, as the bytes of a HAR. */
export interface Packed {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What lies beside it in the archive. */
  readonly attached: (name: string) => Uint8Array | undefined;
}

/** Most bytes of an archive, and of a recording and a body in it, unpacked. */
export const MOST_ZIP = 256 * 1024 * 1024;
const MOST_RECORDING = 128 * 1024 * 1024;
const MOST_BODY = 8 * 1024 * 1024;
const MOST_RECORDINGS = 200;

export function isZip(head: Uint8Array): boolean {
  return head[0] === 0x50 && head[1] === 0x4b && head[2] === 0x03 && head[3] === 0x04;
}

/** The recordings in an archive; none where it holds none. Throws InputError where it cannot be unpacked. */
export async function readZip(bytes: Uint8Array, name: string): Promise<readonly Packed[]> {
  const { unzipSync } = await import('fflate');
  /** Unpacks what is asked for alone. The size that the archive names is all that is unpacked of a file. */
  const unpack = (wanted: (name: string) => boolean, most: number): Readonly<Record<string, Uint8Array>> => {
    try {
      return unzipSync(bytes, { filter: (file) => file.originalSize <= most && wanted(file.name) });
    } catch {
      throw new InputError('MALFORMED', `${name} is an archive that cannot be unpacked.`, {
        hint: 'Make it again, or give the HAR itself.',
      });
    }
  };
  const isRecording = (file: string): boolean => /\.har$|\.network$/i.test(file);
  return Object.entries(unpack(isRecording, MOST_RECORDING))
    .slice(0, MOST_RECORDINGS)
    .map(([file, content]): Packed => {
      const folder = file.slice(0, file.lastIndexOf('/') + 1);
      const isTrace = /\.network$/i.test(file);
      return {
        name: `${name}/${file}`,
        bytes: isTrace ? harOfTrace(content) : content,
        attached: (body) => {
          const place = `${folder}${isTrace ? 'resources/' : ''}${body}`;
          return unpack((one) => one === place, MOST_BODY)[place];
        },
      };
    });
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
