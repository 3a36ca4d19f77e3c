import { createReadStream } from 'node:fs';
import { appendFile, rename, stat } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import type { Denial, Journal } from '../model.ts';
import { checkOptions, count, maybe, options as optionsOf } from '../options.ts';
import { checkFile } from './file-place.ts';
import { atMost, readDenial } from './read-denial.ts';
import { together } from './together.ts';

export interface JsonLinesOptions {
  /** The file is put aside as `<file>.1` when it is longer; 10 MB by default. The one put aside before is lost. */
  readonly mostBytes?: number;
}

const OPTIONS = optionsOf({ mostBytes: maybe(count(1, 1e12)) });

/** Keeps denials in a file, one JSON document a line, for one machine. Lines are appended whole. */
export function jsonLines(file: string, options: JsonLinesOptions = {}): Journal {
  checkFile('jsonLines', file);
  checkOptions('jsonLines', OPTIONS, options);
  const most = options.mostBytes ?? 10_000_000;
  let queue: Promise<void> = Promise.resolve();

  async function append(line: string): Promise<void> {
    // Private to the server's user: a denial names callers and addresses.
    await appendFile(file, line, { mode: 0o600 });
    const { size } = await stat(file);
    if (size > most) await rename(file, `${file}.1`);
  }

  async function* lines(): AsyncGenerator<Denial> {
    for (const name of [`${file}.1`, file]) {
      const exists = await stat(name).then(
        () => true,
        () => false,
      );
      if (!exists) continue;
      for await (const line of createInterface({ input: createReadStream(name, 'utf8'), crlfDelay: Infinity })) {
        const denial = line.length > 100_000 ? undefined : readDenial(line);
        if (denial !== undefined) yield denial;
      }
    }
  }

  function writeAll(denials: readonly Denial[]): Promise<void> {
    const text = denials.map((denial) => `${escapeLine(JSON.stringify(denial))}\n`).join('');
    const next = queue.then(() => append(text));
    queue = next.catch(() => undefined);
    return next;
  }
  return {
    write: together(writeAll),
    async read(id) {
      await queue;
      let found: Denial | undefined;
      for await (const denial of lines()) if (denial.id === id) found = denial;
      return found;
    },
    async recent(count) {
      await queue;
      const last: Denial[] = [];
      for await (const denial of lines()) {
        last.push(denial);
        if (last.length > atMost(count)) last.shift();
      }
      return last.reverse();
    },
    close: () => queue,
  };
}

/** Everything but printable ASCII as `\u`: a file that is shown in a terminal can do nothing to it. */
function escapeLine(json: string): string {
  return json.replace(/[^\x20-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
