import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PassThrough, Readable } from 'node:stream';
import { describe, expect, onTestFinished, test } from 'vitest';
import { run } from '../../src/command/run.ts';

async function serve(): Promise<{ url: string; requests: string[] }> {
  const requests: string[] = [];
  const server = createServer((req, res) => {
    requests.push(`${req.method} ${req.url}`);
    res.writeHead(403, { 'content-type': 'text/plain' });
    res.end('Forbidden');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/orders/17`, requests };
}

/** Runs the command on a terminal where a person answers every question alike. */
async function atTerminal(
  words: readonly string[],
  answer: string,
): Promise<{ out: string; err: string; asked: number }> {
  let [out, err, asked] = ['', '', 0];
  const stdin = Object.assign(new PassThrough(), { isTTY: true as const });
  const status = await run(words, {
    stdin,
    stdout: { write: (text: string) => (out += text) },
    stderr: {
      isTTY: true,
      write: (text: string) => {
        err += text;
        if (!/\[y\/n/.test(text)) return;
        asked++;
        setImmediate(() => stdin.write(`${answer}\n`));
      },
    },
    env: {},
  });
  expect([0, 1]).toContain(status);
  return { out, err, asked };
}

const KEY = ['-H', 'Authorization: Bearer 0123456789abcdef0123'];
const FEW = ['--max-requests', '4'];

describe('questions to a person', () => {
  test('are put on a terminal, and the answers weigh', async () => {
    const site = await serve();
    const yes = await atTerminal([...FEW, 'curl', site.url, ...KEY], 'y');
    expect(yes.asked).toBeGreaterThan(0);
    expect(yes.asked).toBeLessThanOrEqual(3);
    const no = await atTerminal([...FEW, 'curl', site.url, ...KEY], 'n');
    expect(no.out).not.toBe(yes.out);
    expect(yes.out).toContain('your answer');
  });

  test('weigh nothing where the person does not know', async () => {
    const site = await serve();
    const { out } = await atTerminal([...FEW, 'curl', site.url, ...KEY], '');
    expect(out).not.toContain('your answer');
  });

  test.each([
    ['--no-input', ['--no-input']],
    ['--json', ['--json']],
  ])('are never put with %s', async (_name, more) => {
    const site = await serve();
    expect((await atTerminal([...more, ...FEW, 'curl', site.url, ...KEY], 'y')).asked).toBe(0);
  });

  test('are never put without a terminal; the best one is left in the report', async () => {
    const site = await serve();
    let [out, err] = ['', ''];
    await run([...FEW, 'curl', site.url, ...KEY], {
      stdin: Readable.from([]),
      stdout: { write: (text: string) => (out += text) },
      stderr: { write: (text: string) => (err += text) },
      env: {},
    });
    expect(err).not.toContain('[y/n');
    expect(out).toMatch(/^ask {4}\S.*\?/m);
  });
});

describe('--plan', () => {
  async function plan(words: readonly string[], stdin = ''): Promise<string> {
    let out = '';
    const status = await run(['--plan', ...words], {
      stdin: Readable.from(stdin ? [Buffer.from(stdin)] : []),
      stdout: { write: (text: string) => (out += text) },
      stderr: { write: () => undefined },
      env: {},
    });
    expect(status).toBe(0);
    return out;
  }

  test('sends nothing, and says that the request itself would be first', async () => {
    const site = await serve();
    const out = await plan(['curl', site.url, ...KEY]);
    expect(site.requests).toEqual([]);
    expect(out).toContain('The request itself would be sent first');
    expect(out).toContain('Nothing was sent.');
    expect(out).not.toContain('0123456789abcdef');
  });

  test('goes from the answer where one was given', async () => {
    const raw = `GET /a/b HTTP/1.1\r\nHost: api.example\r\nAuthorization: ${KEY[1]!.slice(15)}\r\nAccept: */*\r\n\r\nHTTP/1.1 403 Forbidden\r\nContent-Type: text/plain\r\n\r\nForbidden`;
    const told = JSON.parse(await plan(['--json', '-'], raw));
    expect(told).toMatchObject({ schema: 'why403-plan/1', sendsFirst: false, refused: true, maxRequests: 12 });
    expect(told.experiments.length).toBeGreaterThan(2);
    for (const e of told.experiments) {
      expect(e.bits).toBeGreaterThan(0);
      // a line that would need the key is withheld, and says so
      expect(e.request ?? e.withheld).toMatch(/^curl |\S/);
      if (e.request !== null) expect(e.request).toMatch(/^curl /);
    }
  });

  test('counts what it may not send without leave', async () => {
    const site = await serve();
    const without = JSON.parse(await plan(['--json', 'curl', '-d', 'a=b', site.url]));
    const leave = JSON.parse(await plan(['--json', '--allow-writes', 'curl', '-d', 'a=b', site.url]));
    expect(without.needLeave).toBeGreaterThan(0);
    expect(leave.needLeave).toBe(0);
    expect(leave.experiments).toHaveLength(without.experiments.length + without.needLeave);
    expect(without.experiments.every((e: { request: string }) => !e.request.includes('--data'))).toBe(true);
    expect(site.requests).toEqual([]);
  });
});
