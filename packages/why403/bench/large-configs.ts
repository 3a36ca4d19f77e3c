import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Exchange } from '@why403/core';
import { refillPatterns } from '../src/inspect/shared/bounded-match.ts';
import type { Inspection } from '../src/inspect/types.ts';
import { inspectors } from '../src/inspectors.ts';
import { beginReading } from '../src/shared/read-file.ts';
import type { Asks, LargeKind } from './large/kind.ts';

export { LARGE } from './large-generate.ts';

/** A request of a client on this machine that was refused. */
export function refusedRequest({
  host = 'x.test',
  path = '/private/a.txt',
  agent = 'curl/8.5.0',
}: Asks = {}): Exchange {
  return {
    request: {
      method: 'GET',
      url: `http://${host}:8080${path}`,
      headers: [
        ['Host', `${host}:8080`],
        ['User-Agent', agent],
      ],
    },
    response: { status: 403, headers: [], body: { text: 'no' } },
    transport: { address: '127.0.0.1', port: 8080 },
    gaps: [],
  };
}

/** Writes a configuration of n rules into a folder, for a server on this port; gives its main file. */
export function writeLarge(kind: LargeKind, n: number, folder: string, port = 8080): string {
  const files = [...kind.files(n), ['www/private/a.txt', 'a'] as const];
  for (const [name, text] of files) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text.replaceAll('@DIR@', folder).replaceAll('8080', String(port)));
  }
  return join(folder, files[0]?.[0] ?? '');
}

/** Has a configuration of n rules judged for one request. */
export async function judgeLarge(kind: LargeKind, n: number): Promise<Inspection> {
  const folder = mkdtempSync(join(tmpdir(), 'why403-large-'));
  beginReading();
  refillPatterns();
  try {
    const config = writeLarge(kind, n, folder);
    const inspector = inspectors.find(({ id }) => id === kind.server);
    if (!inspector) throw new Error(`no inspector ${kind.server}`);
    const [server] = await inspector.find({ config });
    if (!server) throw new Error(`${kind.server} does not know ${kind.rules} as its configuration`);
    return await inspector.inspect(refusedRequest(kind.asks), server);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
