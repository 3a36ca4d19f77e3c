import { spawn, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { CauseId } from '@why403/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inspectServers } from '../src/inspect/index.ts';
import { readXml } from '../src/inspect/shared/xml.ts';
import tomcat from '../src/inspect/tomcat.ts';
import type { Finding } from '../src/inspect/types.ts';
import { type Asked, carryOut, type Running, startServer } from './inspect-real-servers.ts';

const START = '/usr/share/tomcat10/bin/catalina.sh';
const has = existsSync(START) && existsSync('/etc/tomcat10/web.xml');
if (!has) console.log('skipped: tomcat10 is not installed');

const web = (text: string): string =>
  `<?xml version="1.0"?>\n<web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="5.0">\n<!-- <filter> -->\n${text}\n</web-app>\n`;
const filter = (name: string, parameters: string, pattern = '/*'): string =>
  `<filter><filter-name>f</filter-name><filter-class>org.apache.catalina.filters.${name}</filter-class>\n${parameters}</filter>\n<filter-mapping><filter-name>f</filter-name><url-pattern>${pattern}</url-pattern></filter-mapping>`;
const parameter = (name: string, value: string): string =>
  `<init-param><param-name>${name}</param-name><param-value>${value}</param-value></init-param>\n`;
const constraint = (collection: string, auth: string): string =>
  `<security-constraint><web-resource-collection><web-resource-name>x</web-resource-name>${collection}</web-resource-collection>\n${auth}\n</security-constraint>`;
const LOGIN =
  '<login-config><auth-method>BASIC</auth-method></login-config><security-role><role-name>librarian</role-name></security-role>';

const APPS: Readonly<Record<string, string>> = {
  ROOT: web(filter('RemoteAddrFilter', parameter('allow', '10[.]2[.].*'), '/in/*')),
  cidr: web(filter('RemoteCIDRFilter', parameter('deny', '127.0.0.0/8, ::1') + parameter('denyStatus', '404'))),
  cors: web(
    filter(
      'CorsFilter',
      parameter('cors.allowed.origins', 'https://one.test') + parameter('cors.allowed.methods', 'GET,POST'),
    ),
  ),
  csrf: web(filter('RestCsrfPreventionFilter', '')),
  read: web(
    constraint('<url-pattern>/*</url-pattern><http-method-omission>GET</http-method-omission>', '<auth-constraint/>'),
  ),
  role: web(
    constraint(
      '<url-pattern>/a/*</url-pattern>',
      '<auth-constraint><role-name>librarian</role-name></auth-constraint>',
    ) + LOGIN,
  ),
  shut: web(constraint('<url-pattern>/a/b/*</url-pattern>', '<auth-constraint />')),
};
const SERVER = `<Server port="-1"><Service name="Catalina"><Connector port="@PORT@" address="127.0.0.1" protocol="HTTP/1.1" bindOnInit="false"/>
<Engine name="Catalina" defaultHost="localhost"><Realm className="org.apache.catalina.realm.MemoryRealm"/>
<Host name="localhost" appBase="webapps"><Valve className="org.apache.catalina.valves.AccessLogValve" directory="logs"/>
</Host></Engine></Service></Server>
`;
const USERS =
  '<tomcat-users><user username="ann" password="pear" roles="reader"/><user username="bob" password="plum" roles="librarian"/></tomcat-users>';
const ann = ['Authorization', `Basic ${btoa('ann:pear')}`] as const;
const bob = ['Authorization', `Basic ${btoa('bob:plum')}`] as const;

interface Case {
  readonly says: string;
  readonly app: string;
  readonly ask: Asked;
  readonly status?: number;
  readonly cause: CauseId;
  readonly weight?: Finding['weight'];
  readonly line: string;
}

const CASES: readonly Case[] = [
  {
    says: 'an address by a pattern',
    app: 'ROOT',
    ask: { path: '/in/a.txt' },
    cause: 'ip-refused',
    line: '10[.]2[.].*',
  },
  {
    says: 'an address by a range, told as another number',
    app: 'cidr',
    ask: { path: '/cidr/a.txt' },
    status: 404,
    cause: 'ip-refused',
    line: '127.0.0.0/8',
  },
  {
    says: 'an origin',
    app: 'cors',
    ask: { path: '/cors/a.txt', headers: [['Origin', 'https://two.test']] },
    cause: 'origin-rejected',
    line: 'https://one.test',
  },
  {
    says: 'a method of a page of another origin',
    app: 'cors',
    ask: { path: '/cors/a.txt', method: 'DELETE', headers: [['Origin', 'https://one.test']] },
    cause: 'method-refused',
    line: 'GET,POST',
  },
  {
    says: 'a change without the token',
    app: 'csrf',
    ask: { path: '/csrf/a.txt', method: 'POST' },
    cause: 'csrf-missing',
    line: 'RestCsrfPreventionFilter',
  },
  {
    says: 'a method that nobody may use',
    app: 'read',
    ask: { path: '/read/a.txt', method: 'POST' },
    cause: 'method-refused',
    line: '<auth-constraint/>',
  },
  {
    says: 'a path that nobody may reach',
    app: 'shut',
    ask: { path: '/shut/a/b/c' },
    cause: 'server-rule',
    line: '<auth-constraint />',
  },
  {
    says: 'a user without the role',
    app: 'role',
    ask: { path: '/role/a/b.txt', headers: [ann] },
    cause: 'role-missing',
    weight: 'suggests',
    line: 'librarian',
  },
  {
    says: 'nobody',
    app: 'role',
    ask: { path: '/role/a/b.txt' },
    status: 401,
    cause: 'credentials-missing',
    line: 'librarian',
  },
];

describe.skipIf(!has)('Tomcat on this machine', () => {
  let server: Running;
  const descriptor = (app: string): string => join(server.folder, 'webapps', app, 'WEB-INF/web.xml');
  beforeAll(async () => {
    const files = Object.fromEntries(
      Object.entries(APPS).flatMap(([app, text]) => [
        [`webapps/${app}/WEB-INF/web.xml`, text],
        ...['a.txt', 'in/a.txt', 'a/b.txt'].map((name) => [`webapps/${app}/${name}`, 'x']),
      ]),
    );
    server = await startServer({
      config: 'conf/server.xml',
      text: SERVER,
      files: { ...files, 'conf/tomcat-users.xml': USERS },
      prepare: (folder) => {
        for (const name of ['logs', 'temp', 'work']) mkdirSync(join(folder, name));
        copyFileSync('/etc/tomcat10/web.xml', join(folder, 'conf/web.xml'));
      },
      command: (config) => {
        const base = join(config, '../..');
        return [
          'env',
          'CATALINA_HOME=/usr/share/tomcat10',
          `CATALINA_BASE=${base}`,
          'CATALINA_OPTS=-Xmx96m',
          START,
          'run',
          // A word that is the file itself: what was started again is found by it and ended.
          '-config',
          config,
        ];
      },
    });
  }, 120_000);
  afterAll(() => server?.stop());

  for (const one of CASES)
    for (const by of ['server.xml', 'web.xml'] as const)
      it(`names ${one.cause} for ${one.says}, with the line, from ${by}`, async () => {
        const exchange = await server.ask(one.ask);
        expect(exchange.response?.status).toBe(one.status ?? 403);
        const config = by === 'server.xml' ? server.config : descriptor(one.app);
        expect(await tomcat.find({ config })).toEqual([{ config }]);
        const { findings, unseen } = await tomcat.inspect(exchange, { config });
        expect(unseen).toEqual([]);
        expect(findings[0]).toMatchObject({ cause: one.cause, weight: one.weight ?? 'proves' });
        expect(findings[0]?.quote).toContain(one.line);
        expect(findings[0]?.location?.file).toBe(descriptor(one.app));
      });

  it('refuses nothing that Tomcat lets through', async () => {
    for (const ask of [
      { path: '/a.txt' },
      { path: '/cors/a.txt' },
      { path: '/cors/a.txt', headers: [['Origin', 'https://one.test']] },
      { path: '/cors/a.txt', headers: [['Origin', `http://127.0.0.1:${server.port}`]] },
      { path: '/csrf/a.txt' },
      { path: '/read/a.txt' },
      { path: '/role/a/b.txt', headers: [bob] },
      { path: '/role/a.txt' },
      { path: '/shut/a.txt' },
    ] as const) {
      const exchange = await server.ask(ask);
      expect([ask, exchange.response?.status]).toEqual([ask, 200]);
      const { findings } = await tomcat.inspect(exchange, { config: server.config });
      expect([ask, findings]).toEqual([ask, []]);
    }
  });

  it('is not taken for another program of Java that refuses', async () => {
    const java = join(server.folder, 'java');
    symlinkSync(process.execPath, java);
    const other = spawn(java, [
      '-e',
      "require('http').createServer((_, r) => r.writeHead(403).end('no')).listen(0, '127.0.0.1', function () { console.log(this.address().port); })",
    ]);
    try {
      const port = Number(await new Promise((resolve) => other.stdout.once('data', (data) => resolve(String(data)))));
      for (const [at, by] of [
        [port, []],
        [server.port, ['inspect/tomcat']],
      ] as const) {
        const request = { method: 'GET', url: `http://127.0.0.1:${at}/in/a.txt`, headers: [] };
        const { claims } = await inspectServers({ request, response: { status: 403, headers: [] }, gaps: [] }, {});
        expect([at, claims.filter(({ weight }) => weight === 'proves').map((one) => one.by)]).toEqual([at, by]);
      }
    } finally {
      other.kill();
    }
  });

  it('finds it running, adds the address to the list, and leaves a method out of the constraint', async () => {
    const found = await tomcat.find({});
    expect(found).toContainEqual({ config: server.config });
    const exchange = await server.ask({ path: '/in/a.txt' });
    const { findings } = await tomcat.inspect(exchange, { config: server.config });
    const [fix] = findings[0]?.fixes ?? [];
    expect(fix?.changes?.map(({ path }) => path)).toEqual([descriptor('ROOT')]);
    const read = await server.ask({ path: '/read/a.txt', method: 'POST' });
    const other = await tomcat.inspect(read, { config: server.config });
    const [edit] = other.findings[0]?.fixes[0]?.commands ?? [];
    spawnSync('bash', ['-c', edit ?? 'false']);
    // The last test of this server: the change starts it again.
    let status = await carryOut(server, fix?.commands ?? [], { path: '/in/a.txt' });
    for (let i = 0; i < 100 && status !== 200; i++) status = await carryOut(server, [], { path: '/in/a.txt' });
    expect(status).toBe(200);
    expect((await server.ask({ path: '/read/a.txt', method: 'POST' })).response?.status).toBe(200);
    expect((await server.ask({ path: '/read/a.txt', method: 'PUT' })).response?.status).toBe(403);
  }, 60_000);
});

describe('the reader of XML', () => {
  it('keeps names, attributes, texts and lines, and leaves comments out', () => {
    const { elements } = readXml('<?xml version="1.0"?>\n<a x="1 &amp; 2">\n <!-- <b/> -->\n <b>\n  t </b><c/></a>');
    const [top] = elements;
    expect(top).toMatchObject({ name: 'a', line: 2, children: [{ name: 'b', line: 4, textLine: 5 }, { name: 'c' }] });
    expect(top?.attributes.get('x')).toBe('1 & 2');
  });

  it('ends on what is not closed', () => {
    expect(readXml('<a><b>x</a').elements.map(({ name }) => name)).toEqual(['a']);
    expect(readXml('<a><!-- ').elements.map(({ name }) => name)).toEqual(['a']);
  });

  it('says where it ended for want of room', () => {
    expect(readXml('<a/>\n<a/>').cut).toBeUndefined();
    expect(readXml('<a/>\n'.repeat(250_002)).cut).toBe(250_000);
  });
});
