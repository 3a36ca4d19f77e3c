// What a server's configuration compares a caller's credential with would pass there: it is hidden whatever it looks like. The
// field that is looked at stays to be read, and so does what stands beside a field that holds no secret.
import path from 'node:path';
import type { Document } from '@why403/core';
import { afterAll, describe, expect, it } from 'vitest';
import { type Dice, diceOf, inventName, SEED } from './secrets-plant.ts';
import { allOf, folder, rawOf, said } from './secrets-run.ts';

const dice = diceOf(SEED + 11);
let planted = 0;
let shown = 0;

afterAll(() => {
  console.log(`seed ${SEED}: ${planted} words planted in configurations, ${shown} shown`);
});

type Condition = (word: string, name: string) => string;
type Server = {
  readonly file: string;
  readonly whole: (condition: string) => string;
  readonly says?: Readonly<Record<string, string>>;
};

const SERVERS: Readonly<Record<string, Server>> = {
  nginx: {
    file: 'nginx.conf',
    whole: (c) =>
      `events {}\nhttp {\n  server {\n    listen 80;\n    server_name a.example;\n    location / {\n      ${c}\n    }\n  }\n}\n`,
    says: { Server: 'nginx' },
  },
  Apache: {
    file: 'httpd.conf',
    whole: (c) => `ServerRoot /etc/apache2\nListen 80\nServerName a.example\nDocumentRoot /srv\n${c}\n`,
    says: { Server: 'Apache' },
  },
  HAProxy: {
    file: 'haproxy.cfg',
    whole: (c) =>
      `defaults\n  mode http\nfrontend f\n  bind :80\n  acl ok ${c}\n  http-request deny if !ok\n  default_backend b\nbackend b\n  server s 10.0.0.1:80\n`,
  },
  Caddy: {
    file: 'Caddyfile',
    whole: (c) => `http://:80 {\n  @bad {\n    not {\n      ${c}\n    }\n  }\n  respond @bad 403\n}\n`,
    says: { Server: 'Caddy' },
  },
  lighttpd: {
    file: 'lighttpd.conf',
    whole: (c) =>
      `server.modules = ( "mod_access" )\nserver.port = 80\nserver.document-root = "/srv"\n${c} {\n  url.access-deny = ( "" )\n}\n`,
    says: { Server: 'lighttpd' },
  },
  Varnish: {
    file: 'default.vcl',
    whole: (c) =>
      `vcl 4.1;\nbackend default { .host = "127.0.0.1"; .port = "8080"; }\nsub vcl_recv {\n  if (${c}) { return (synth(403, "No")); }\n}\n`,
    says: { Via: '1.1 varnish', 'X-Varnish': '5' },
  },
};

const SECRET: Readonly<Record<string, readonly Condition[]>> = {
  nginx: [
    (w, n) => `if ($http_${n} != "${w}") { return 403; }`,
    (w, n) => `if ($cookie_${n} !~ "^${w}$") { return 403; }`,
    (w, n) => `if ($arg_${n} != ${w}) { return 403; }`,
    (w, n) => `if ($args !~ "${n}=${w}") { return 403; }`,
    (w, n) => `set $${n} ${w}; if ($http_${n} != $${n}) { return 403; }`,
    (w, n) => `if ($http_${n}$arg_${n} != "${w}") { return 403; }`,
    (w) => `if ($http_authorization != "Bearer ${w}") { return 403; }`,
  ],
  Apache: [
    (w, n) => `<Location />\nRequire expr "%{HTTP:X-${n}} == '${w}'"\n</Location>`,
    (w, n) => `<Location />\nRequire expr "'${w}' == %{HTTP:X-${n}}"\n</Location>`,
    (w, n) => `<Location />\nRequire expr "%{HTTP_COOKIE} =~ /${n}=${w}/"\n</Location>`,
    (w, n) => `<Location />\nRequire expr "%{QUERY_STRING} == '${n}=${w}'"\n</Location>`,
    (w) => `<Location />\nRequire expr "%{HTTP:Authorization} == 'Bearer ${w}'"\n</Location>`,
    (w, n) => `RewriteEngine on\nRewriteCond %{QUERY_STRING} !${n}=${w}\nRewriteRule ^/ - [F]`,
    (w, n) => `SetEnvIf X-${n} "^${w}$" open\n<Location />\nRequire env open\n</Location>`,
  ],
  HAProxy: [
    (w, n) => `hdr(x-${n}) -m str ${w}`,
    (w, n) => `req.hdr(X-${n}) ${w}`,
    (w, n) => `req.fhdr(X-${n}) -m beg ${w}`,
    (w, n) => `url_param(${n}) -m str ${w}`,
    (w, n) => `urlp(${n}) -m reg ^${w}$`,
    (w, n) => `req.cook(${n}) ${w}`,
    (w, n) => `query -m sub ${n}=${w}`,
    (w) => `req.body -m sub ${w}`,
    (w, n) => `hdr(x-${n}),lower -m str ${w}`,
    (w) => `hdr(authorization) -m str "Bearer ${w}"`,
  ],
  Caddy: [
    (w, n) => `header X-${n} ${w}`,
    (w, n) => `header_regexp X-${n} ^${w}$`,
    (w, n) => `query ${n}=${w}`,
    (w, n) => `expression {http.request.header.X-${n}} == "${w}"`,
  ],
  lighttpd: [
    (w, n) => `$REQUEST_HEADER["X-${n}"] != "${w}"`,
    (w, n) => `$HTTP["cookie"] !~ "${n}=${w}"`,
    (w, n) => `$HTTP["querystring"] !~ "${n}=${w}"`,
  ],
  Varnish: [
    (w, n) => `req.http.X-${n} != "${w}"`,
    (w, n) => `req.http.Cookie !~ "${n}=${w}"`,
    (w) => `req.http.Authorization != "Bearer ${w}"`,
  ],
};

const HARMLESS: Readonly<Record<string, readonly Condition[]>> = {
  nginx: [
    (w) => `if ($http_user_agent !~ ${w}) { return 403; }`,
    (w) => `if ($request_uri !~ "^/${w}") { return 403; }`,
  ],
  Apache: [(w) => `<Location />\nRequire expr "%{HTTP_USER_AGENT} == '${w}'"\n</Location>`],
  HAProxy: [(w) => `hdr(user-agent) -m sub ${w}`, (w) => `hdr(origin) -m end ${w}.example`],
};

/** Names that read as names: what a field is called is told. */
const FIELDS = ['door', 'gate', 'market', 'stamp', 'garden', 'lantern'];

function word(d: Dice): string {
  let made = '';
  while (made.length < 10) made += inventName(d, '');
  return made;
}

/** What a report says of the server's side. */
function toldOf(json: string): string {
  const document: Document = JSON.parse(json);
  return document.diagnoses
    .flatMap(({ causes, notes }) => [
      ...causes.flatMap(({ evidence }) =>
        evidence.flatMap(({ says, quote, from }) => (/^response |^request/.test(from) ? [] : [says, quote])),
      ),
      ...notes.map(({ text }) => text),
    ])
    .join('\n');
}

async function outputsOf(server: Server, condition: string): Promise<{ readonly json: string; readonly all: string }> {
  const dir = folder({
    [server.file]: server.whole(condition),
    'a.http': rawOf({
      url: 'http://a.example/x',
      answerType: 'text/html',
      text: '<html>403 Forbidden</html>',
      ...(server.says && { got: server.says }),
    }),
  });
  const words = ['--no-send', '--config', path.join(dir, server.file), path.join(dir, 'a.http')];
  const json = (await said(['--json', ...words])).text;
  let all = json;
  for (const more of [[], ['--markdown'], ['--message'], ['--save', path.join(dir, 'kept')]])
    all += (await said([...more, ...words])).text;
  return { json, all: all + allOf(path.join(dir, 'kept')) };
}

describe(`no value that a configuration compares a credential with shows (SECRETS_SEED=${SEED} repeats)`, () => {
  it.each(Object.keys(SERVERS))('%s', async (name) => {
    const seen: object[] = [];
    const unnamed: object[] = [];
    for (const condition of SECRET[name]!) {
      const [secret, field] = [word(dice), dice.pick(FIELDS)];
      const { json, all } = await outputsOf(SERVERS[name]!, condition(secret, field));
      const leaks = all.toLowerCase().includes(secret);
      planted++;
      if (leaks) shown++;
      // the line is told, with a mask in it and the field beside it
      const told = toldOf(json);
      const named =
        !condition('', 'NAME').includes('NAME') || told.toLowerCase().includes(field) || /"…"|a secret/.test(told);
      const one = { at: condition(secret, field), leaks, named, told };
      if (leaks || !/<redacted|<secret>|…|a secret/.test(told)) seen.push(one);
      if (!named) unnamed.push(one);
    }
    expect(seen).toEqual([]);
    // a drawn word may take the name beside it under its mask; that is rare
    expect(unnamed.slice(2)).toEqual([]);
  });

  it.each(Object.keys(HARMLESS))('%s: what a harmless field is compared with stays', async (name) => {
    for (const condition of HARMLESS[name]!) {
      const plain = dice.pick(FIELDS);
      const { json } = await outputsOf(SERVERS[name]!, condition(plain, 'x'));
      expect(toldOf(json)).toContain(plain);
    }
  });
});
