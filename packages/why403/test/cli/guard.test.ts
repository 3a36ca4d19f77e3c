import { createServer } from 'node:http';
import path from 'node:path';
import { allowIps, createGuard, sealWith } from '@why403/guard';
import { node } from '@why403/guard/node';
import { describe, expect, it } from 'vitest';
import { diagnosed, folderOf, serve, why403 } from './command.ts';

const KEY = 'a secret of this test, which nobody else has';
const APPS = path.resolve(import.meta.dirname, '../guard/apps');

describe('the built command, and a guard', () => {
  it('is told the cause by the guard, and leads its owner to the decision, which opens', async () => {
    const core = createGuard({ seal: sealWith(KEY), disclose: 'full' });
    const refuse = node(core)(allowIps('10.0.0.0/8'), (_request, response) => void response.end('inside'));
    const { origin, seen } = await serve((request, response) => refuse(request, response));
    const { diagnoses } = await diagnosed([`${origin}/internal`]);
    const [told] = diagnoses;
    expect(told?.verdict).toMatchObject({ cause: 'ip-refused', certainty: 'proven' });
    expect(seen).toEqual(['GET /internal']);
    const { denial, sealed } = JSON.parse(told?.response?.body ?? '');
    const [evidence] = told?.causes[0]?.evidence ?? [];
    expect(evidence).toMatchObject({ by: 'why403-guard/cause', quote: '"cause":"ip-refused"' });
    expect(evidence?.says).toBe(
      `the server's guard names the cause: "allowIps failed: the client's address 127.0.0.1 is not in the list" (denial ${denial})`,
    );
    const fix = told?.causes[0]?.fixes.find(({ commands }) => commands?.some((line) => line.startsWith('why403 open')));
    expect(fix).toMatchObject({ who: 'api-owner' });
    expect(fix?.commands).toEqual([`why403 open ${denial.startsWith('-') ? '-- ' : ''}${denial}`]);
    const opened = await why403(['open', sealed], { env: { WHY403_GUARD_KEY: KEY } });
    expect([opened.status, opened.stderr]).toEqual([0, '']);
    expect(opened.stdout).toContain(`denial   ${denial}\n`);
  });

  it('lists the routes of an application that starts its server, and ends', async () => {
    const taken = createServer();
    await new Promise<void>((done) => taken.listen(0, '127.0.0.1', done));
    const { port } = taken.address() as { readonly port: number };
    const ran = await why403(['routes', '--strict', 'express.js'], { cwd: APPS, env: { TAKEN_PORT: String(port) } });
    taken.close();
    expect(ran).toEqual({
      status: 1,
      stdout: [
        'GET     /health     - nothing',
        'GET     /posts/:id  scope posts:read',
        'DELETE  /posts/:id  role admin or owner of the object',
        '3 routes, 1 of them demand nothing',
        '',
      ].join('\n'),
      stderr: '',
    });
  });

  it('reads a journal of SQLite with the package of the folder that it runs in', async () => {
    const { sqlite } = await import('@why403/guard/journal');
    const file = path.join(folderOf(), 'denials.sqlite');
    const journal = await sqlite(file);
    const core = createGuard({ journal });
    const refuse = node(core)(allowIps('10.0.0.0/8'), (_request, response) => void response.end());
    const { origin } = await serve((request, response) => refuse(request, response));
    const { denial } = (await (await fetch(origin)).json()) as { readonly denial: string };
    await journal.close?.();
    const opened = await why403(['open', denial, '--journal', file, '--json'], { cwd: APPS });
    expect([opened.status, opened.stderr]).toEqual([0, '']);
    expect(JSON.parse(opened.stdout)).toMatchObject({ id: denial, cause: 'ip-refused' });
  });
});
