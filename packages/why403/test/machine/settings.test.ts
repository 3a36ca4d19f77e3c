import { describe, expect, test } from 'vitest';
import { conditionOf } from '../../src/inspect/machine/condition.ts';
import { settingsOf } from '../../src/inspect/machine/settings.ts';
import { comparesOwner } from '../../src/inspect/machine/terms.ts';
import { weighSetting } from '../../src/inspect/machine/weigh-setting.ts';
import { viewExchange } from '../../src/inspect/shared/server-view.ts';

const of = (path: string, text: string): readonly string[] =>
  settingsOf({ path, kind: /php|lua/.test(path) ? 'source' : 'config', lines: text.split('\n') }).map(
    ({ keys, values, line }) => `${line} ${keys.join('.')} = ${values.map((value) => value.text).join(' | ')}`,
  );

describe('the settings of a file', () => {
  test.each([
    [
      'a.ini',
      '; about\n[server]\nnames = a.example b.example\nport=80\n',
      ['3 server.names = a.example | b.example', '4 server.port = 80'],
    ],
    [
      'a.toml',
      '[lan]\nnets = ["10.1.0.0/16", "10.2.0.0/16"]\nmany = [\n  "x",\n  "y",\n]\n',
      ['2 lan.nets = 10.1.0.0/16 | 10.2.0.0/16', '3 lan.many = x | y'],
    ],
    [
      'a.yml',
      'exports:\n  enabled: false\n  formats: [csv, xlsx]\nsites:\n  - https://a.example\n',
      ['2 exports.enabled = false', '3 exports.formats = csv | xlsx', '4 sites = https://a.example'],
    ],
    ['a.json', '{\n  "rpc": {\n    "whitelist": "10.*.*.*"\n  }\n}\n', ['3 rpc.whitelist = 10.*.*.*']],
    [
      'a.xml',
      '<icecast>\n <limits>\n  <clients>2</clients>\n </limits>\n <listen port="80"/>\n</icecast>\n',
      ['3 icecast.limits.clients = 2', '5 icecast.listen.port = 80'],
    ],
    [
      'a.conf',
      'user www-data\ncache {\n  size = 5\n}\nallow 10.0.0.0/8\n',
      ['1 user = www-data', '3 cache.size = 5', '5 allow = 10.0.0.0/8'],
    ],
    [
      'conf.lua',
      'return {\n  port = 80,\n  requests_per_minute = 4, -- few\n}\n',
      ['2 return.port = 80', '3 return.requests_per_minute = 4'],
    ],
    [
      'config.php',
      "<?php\nreturn [\n  'db' => [\n    'host' => 'h',\n  ],\n  'admin_ips' => ['192.0.2.7', '192.0.2.8'],\n];\n",
      ['4 return.db.host = h', '6 return.admin_ips = 192.0.2.7 | 192.0.2.8'],
    ],
    [
      'keys.lua',
      'return {\n  blue = { valid_until = 16, name = "b" },\n}\n',
      ['2 return.blue.valid_until = 16', '2 return.blue.name = b'],
    ],
    ['agents.txt', 'curl/\nWget/\n', ['1  = curl/', '2  = Wget/']],
  ])('%s', (path, text, expected) => {
    expect(of(path, text)).toEqual(expected);
  });
});

describe('what a setting says of a request', () => {
  const view = (url = 'http://shop.example/exports/a.csv', method = 'GET', headers: [string, string][] = []) =>
    viewExchange({ request: { method, url, headers }, gaps: [] }, '127.0.0.1');
  const weigh = (keys: string[], values: string[], seen = view(), list = values.length > 1) => {
    const found = weighSetting(
      { file: '/etc/x.conf', line: 1, keys, values: values.map((text) => ({ text, line: 1 })), list },
      seen,
    );
    return found && `${found.cause} ${found.strength}`;
  };

  test.each([
    [['lan', 'networks'], ['10.1.0.0/16'], 'ip-refused 3'],
    [['rpc-whitelist'], ['10.9.*.*'], 'ip-refused 3'],
    [['deny'], ['127.0.0.0/8'], 'ip-refused 3'],
    [['server', 'names'], ['a.example', 'b.example'], 'host-rejected 3'],
    [['exports', 'enabled'], ['false'], 'feature-unavailable 3'],
    [['allowed_methods'], ['POST', 'PUT'], 'method-refused 3'],
  ])('%j %j refuses it', (keys, values, expected) => {
    expect(weigh(keys, values)).toBe(expected);
  });

  test.each([
    [['lan', 'networks'], ['127.0.0.0/8']],
    [['listen', 'address'], ['10.1.0.1']],
    [
      ['dns', 'servers'],
      ['9.9.9.9', '8.8.8.8'],
    ],
    [['trusted_proxies'], ['10.0.0.0/8']],
    [
      ['server', 'names'],
      ['shop.example', 'b.example'],
    ],
    [['search', 'enabled'], ['false']],
    [['exports', 'enabled'], ['true']],
    [['colours'], ['red', 'blue']],
  ])('%j %j has nothing against it', (keys, values) => {
    expect(weigh(keys, values)).toBeUndefined();
  });

  test('an origin counts only where one was sent', () => {
    const keys = ['cors', 'origins'];
    expect(weigh(keys, ['https://a.example', 'https://b.example'])).toBeUndefined();
    const sent = view(undefined, 'POST', [['Origin', 'https://c.example']]);
    expect(weigh(keys, ['https://a.example', 'https://b.example'], sent)).toBe('origin-rejected 3');
    expect(weigh(keys, ['https://c.example', 'https://b.example'], sent)).toBeUndefined();
  });
});

describe('the condition that a line hangs on', () => {
  const at = (path: string, text: string, line: number): readonly unknown[] => {
    const { condition, head } = conditionOf({ path, kind: 'source', lines: text.split('\n') }, line);
    return [condition?.line, condition?.behind.map((one) => one.line), head];
  };
  test.each([
    ['an if around it', 'a.py', 'x = ip()\nif x not in NETS:\n    log("no")\n    return 403\n', 4, [2, [1], undefined]],
    ['one at its end', 'a.rb', 'before do\n  halt 403 unless FLAGS["a"]\nend\n', 2, [2, [], undefined]],
    ['an else', 'a.js', 'if (ok) {\n  go();\n} else {\n  res.status(403).end();\n}\n', 4, [1, [], undefined]],
    [
      'one that left before',
      'a.js',
      'function f() {\n  if (fine(req)) {\n    return go();\n  }\n  return deny(403);\n}\n',
      5,
      [2, [], 'f'],
    ],
    [
      'an exception',
      'a.py',
      'try:\n    f = open(p)\nexcept PermissionError:\n    start("403")\n',
      4,
      [3, [], undefined],
    ],
    [
      'none but its function',
      'a.py',
      'def deny(req):\n    return Response(status=403)\n',
      2,
      [undefined, undefined, 'deny'],
    ],
  ])('%s', (_, path, text, line, expected) => {
    expect(at(path, text, line)).toEqual(expected);
  });
});

describe('a comparison with who asks', () => {
  test.each(['note.by !== user', "post['author'] != current_user.id", 'me.sub !== doc.owner', '$row->uid != $user'])(
    '%s is about an owner',
    (text) => {
      expect(comparesOwner(text)).toBe(true);
    },
  );
  test.each(["user.role !== 'admin'", 'user === null', 'a.b !== c.d', 'count !== user_limit'])('%s is not', (text) => {
    expect(comparesOwner(text)).toBe(false);
  });
});
