import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Exchange } from '@why403/core';
import type { Inspection } from '../src/inspect/types.ts';
import { inspectors } from '../src/inspectors.ts';
import type { LargeKind } from './large-generate.ts';

export { LARGE } from './large-generate.ts';

/** A request of a client on this machine that was refused. */
export function refusedRequest(path = '/private/a.txt', agent = 'curl/8.5.0'): Exchange {
  return {
    request: {
      method: 'GET',
      url: `http://x.test:8080${path}`,
      headers: [
        ['Host', 'x.test:8080'],
        ['User-Agent', agent],
      ],
    },
    response: { status: 403, headers: [], body: { text: 'no' } },
    transport: { address: '127.0.0.1', port: 8080 },
    gaps: [],
  };
}

/** Writes a configuration of n rules, and has it judged for one request; gives the milliseconds that the judging took. */
export async function judgeLarge(
  kind: LargeKind,
  n: number,
  exchange = refusedRequest(),
): Promise<{ readonly ms: number; readonly inspection: Inspection }> {
  const folder = mkdtempSync(join(tmpdir(), 'why403-large-'));
  try {
    const files = [...kind.files(n), ['www/private/a.txt', 'a'] as const];
    for (const [name, text] of files) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text.replaceAll('@DIR@', folder));
    }
    const inspector = inspectors.find(({ id }) => id === kind.server);
    if (!inspector) throw new Error(`no inspector ${kind.server}`);
    const config = join(folder, files[0]?.[0] ?? '');
    const started = performance.now();
    const [server] = await inspector.find({ config });
    if (!server) throw new Error(`${kind.server} does not know ${kind.rules} as its configuration`);
    const inspection = await inspector.inspect(exchange, server);
    return { ms: performance.now() - started, inspection };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
