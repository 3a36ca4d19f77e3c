import { createReadStream } from 'node:fs';
import { appendFile, rename, stat } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import type { Denial, Journal } from '../model.ts';
import { readDenial } from './read-denial.ts';

export interface JsonLinesOptions {
  /** The file is put aside as `<file>.1` when it is longer; 10 MB by default. The one put aside before is lost. */
  readonly mostBytes?: number;
}

/** Keeps denials in a file, one JSON document a line, for one machine. Lines are appended whole. */
export function jsonLines(file: string, options: JsonLinesOptions = {}): Journal {
  const most = options.mostBytes ?? 10_000_000;
  let queue: Promise<void> = Promise.resolve();
  let waiting = 0;

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
  return {
    write(denial) {
      // A disk that hangs must not gather denials without bound.
      if (waiting >= 1000) throw new Error('the journal has 1,000 denials waiting');
      waiting++;
      const next = queue.then(() => append(`${escapeLine(JSON.stringify(denial))}\n`));
      queue = next
        .catch(() => undefined)
        .finally(() => {
          waiting--;
        });
      return next;
    },
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
        if (last.length > count) last.shift();
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
