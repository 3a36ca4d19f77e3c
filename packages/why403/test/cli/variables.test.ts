import { describe, expect, it } from 'vitest';
import { diagnosed, folderOf, why403 } from './command.ts';

const answer = { code: 403, status: 'Forbidden', header: [], body: 'CSRF token missing' };
const collection = JSON.stringify({
  info: { _postman_id: '1', schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' },
  variable: [{ key: 'path', value: 'orders' }],
  item: [{ name: 'a', request: { method: 'POST', url: '{{host}}/{{path}}/{{id}}', header: [] }, response: [answer] }],
});
const postman = (scope: string, values: Readonly<Record<string, string>>, rest: readonly object[] = []): string =>
  JSON.stringify({
    values: [...Object.entries(values).map(([key, value]) => ({ key, value, enabled: true })), ...rest],
    _postman_variable_scope: scope,
  });
const files = {
  'c.json': collection,
  'env.json': postman('environment', { host: 'https://shop.example', path: 'things' }, [
    { key: 'id', value: '9', enabled: false },
  ]),
  'my.postman_globals.json': postman('globals', { host: 'https://global.example', path: 'global', id: '7' }),
  'a.http': '### one\nGET {{host}}/a/{{id}}\nX-Key: {{key}}\n',
  'vault.json': postman('environment', { host: 'https://shop.example' }, [
    { key: 'id', value: 'plum-orchard', type: 'secret' },
  ]),
  'http-client.private.env.json': JSON.stringify({ dev: { host: 'https://dev.example', id: 'plum-orchard' } }),
  'flat.json': JSON.stringify({ host: 'https://flat.example', id: 3 }),
  'a.bru': 'meta {\n  name: a\n}\n\nget {\n  url: {{host}}/b/{{id}}\n}\n',
  'dev.bru': 'vars {\n  host: https://bru.example\n  ~id: 8\n  id: 4\n}\nvars:secret [\n  token\n]\n',
  'i.json': JSON.stringify({
    _type: 'export',
    __export_format: 4,
    resources: [{ _id: 'req_1', _type: 'request', method: 'PUT', url: '{{ _.host }}/i/{{ _.id }}' }],
  }),
  'ie.json': JSON.stringify({
    _type: 'export',
    __export_format: 4,
    resources: [
      {
        _id: 'env_1',
        _type: 'environment',
        parentId: 'wrk_1',
        name: 'Base',
        data: { host: 'https://base.example', id: '1' },
      },
      { _id: 'env_2', _type: 'environment', parentId: 'env_1', name: 'dev', data: { id: '5' } },
      { _id: 'env_3', _type: 'environment', parentId: 'env_1', name: 'live', data: { id: '6' } },
    ],
  }),
  'http-client.env.json': JSON.stringify({
    $shared: { id: '1' },
    dev: { host: 'https://dev.example', id: 2 },
    live: { host: 'https://live.example' },
  }),
};

describe('values of variables', () => {
  it.each<readonly [string, readonly string[], string]>([
    ['an environment', ['c.json', '--variables', 'env.json'], 'POST https://shop.example/things/{{id}}'],
    ['an environment beside it', ['env.json', 'c.json'], 'POST https://shop.example/things/{{id}}'],
    ['globals', ['c.json', 'my.postman_globals.json'], 'POST https://global.example/orders/7'],
    ['both', ['c.json', 'env.json', 'my.postman_globals.json'], 'POST https://shop.example/things/7'],
    ['one of several', ['a.http', 'http-client.env.json', '--env', 'dev'], 'GET https://dev.example/a/2'],
    ['names with values', ['a.http', '--variables', 'flat.json'], 'GET https://flat.example/a/3'],
    ['an environment of Bruno', ['a.bru', 'dev.bru'], 'GET https://bru.example/b/4'],
    ['one of Insomnia', ['i.json', 'ie.json', '--env', 'live'], 'PUT https://base.example/i/6'],
    ['shared ones', ['a.http', '--variables', 'http-client.env.json', '--env', 'live'], 'GET https://live.example/a/1'],
  ])('are filled in from %s', async (_name, words, request) => {
    const { diagnoses } = await diagnosed(words, { cwd: folderOf(files) });
    expect(diagnoses.map((d) => `${d.request.method} ${d.request.url}`)).toEqual([request]);
  });

  it.each([
    ['c.json', 'vault.json'],
    ['a.http', 'http-client.private.env.json'],
  ])('are not shown where their file calls them secret: %s with %s', async (...words) => {
    const ran = await why403(words, { cwd: folderOf(files) });
    expect(ran.stdout).toContain('.example/');
    expect(`${ran.stdout}${ran.stderr}`).not.toContain('plum-orchard');
  });

  it('are named where they are missing', async () => {
    const { stdout, stderr } = await why403(['c.json', 'env.json'], { cwd: folderOf(files) });
    expect(`${stdout}${stderr}`).toContain('{{id}} is a variable');
    expect(`${stdout}${stderr}`).not.toContain('{{host}}');
  });

  it.each<readonly [string, readonly string[], string]>([
    ['which', ['a.http', 'http-client.env.json'], 'http-client.env.json holds several environments: dev, live.'],
    ['no such', ['a.http', 'http-client.env.json', '--env', 'x'], 'http-client.env.json has no environment x.'],
    ['no file', ['a.http', '--env', 'dev'], '--env chooses among the environments of a file, and none was given.'],
    ['not there', ['a.http', '--variables', 'gone.json'], 'gone.json cannot be read: there is no such file.'],
    ['no JSON', ['a.http', '--variables', 'a.http'], 'a.http is no JSON, so no variables can be read from it.'],
    ['empty', ['a.http', '--variables', 'none.json'], 'none.json holds no variables.'],
  ])('that cannot be read are told in one line: %s', async (_name, words, line) => {
    const { status, stdout, stderr } = await why403(words, { cwd: folderOf({ ...files, 'none.json': '{}' }) });
    expect([status, stdout, stderr.split('\n')[0]]).toEqual([2, '', `why403: ${line}`]);
  });
});
