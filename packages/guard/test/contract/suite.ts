import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Disclosure, Guard } from '../../src/index.ts';
import { DISCLOSURES } from './app.ts';
import { CASES, type ContractCase } from './cases.ts';

/** A running server of one framework: `<origin>/<disclosure>/<path>` for each route of the contract. */
export interface Served {
  readonly origin: string;
  close(): Promise<unknown>;
}

/** Starts one framework with a guard for each disclosure. Guards of another process are not given. */
export type Start = (guardOf: (disclose: Disclosure) => Guard) => Promise<Served>;

export interface Seen {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: string;
}

const GOLDEN = new URL('../golden/contract.json', import.meta.url);

/** Headers that the server or the framework adds to every answer, refused or not. */
const NOISE = new Set(['date', 'connection', 'keep-alive', 'transfer-encoding', 'x-powered-by', 'vary']);
/** Headers of an allowed answer that are the handler's own. */
const OWN = new Set(['content-type', 'content-length', 'etag', ...NOISE]);

/**
 * Serves the contract on one framework and compares every answer, byte by byte, with the golden ones. A framework that
 * takes a header off every answer says so in `drops`, with its reason.
 */
export function contract(
  name: string,
  start: Start,
  guardFor: (disclose: Disclosure) => Guard,
  drops: readonly string[] = [],
): void {
  describe(`the contract on ${name}`, () => {
    let served: Served;
    const record = process.env['GUARD_GOLDEN'] === name;
    const golden: Record<string, Seen> = existsSync(GOLDEN) ? JSON.parse(readFileSync(GOLDEN, 'utf8')) : {};
    const seen: Record<string, Seen> = {};

    beforeAll(async () => {
      served = await start(guardFor);
    }, 120_000);
    afterAll(async () => {
      await served?.close();
      if (record) writeFileSync(GOLDEN, `${JSON.stringify(seen, null, 2)}\n`);
    });

    for (const disclose of DISCLOSURES) {
      test(`answers as agreed at disclosure ${disclose}`, async () => {
        for (const one of CASES) {
          const key = `${disclose}: ${one.name}`;
          seen[key] = await send(`${served.origin}/${disclose}${one.path}`, one);
          const agreed = golden[key] && { ...golden[key], headers: { ...golden[key].headers } };
          for (const header of drops) delete agreed?.headers[header];
          if (!record) expect({ [key]: seen[key] }).toEqual({ [key]: agreed });
        }
      });
    }

    test('covers every case that is agreed upon', () => {
      expect(Object.keys(record ? seen : golden)).toEqual(
        DISCLOSURES.flatMap((disclose) => CASES.map((one) => `${disclose}: ${one.name}`)),
      );
    });
  });
}

/** Sends one request as it stands: fetch would add headers of its own. */
export function send(url: string, one: Pick<ContractCase, 'method' | 'headers' | 'body'>): Promise<Seen> {
  return new Promise((resolve, reject) => {
    const { method = 'GET', headers = {}, body } = one;
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    const sent = request(url, { method, headers: { ...headers, ...length }, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const status = response.statusCode ?? 0;
        const noise = status < 300 ? OWN : NOISE;
        const all = Object.entries(response.headers).filter(([name]) => !noise.has(name));
        resolve({
          status,
          headers: Object.fromEntries(all.map(([name, value]) => [name, String(value)]).sort()),
          body: Buffer.concat(chunks).toString('utf8'),
        });
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
