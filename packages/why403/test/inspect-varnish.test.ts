import { join } from 'node:path';
import type { CauseId } from '@why403/core';
import { describe, expect, it } from 'vitest';
import { viewExchange } from '../src/inspect/shared/server-view.ts';
import { startTrial } from '../src/inspect/shared/trial.ts';
import { judgeVarnish } from '../src/inspect/varnish/judge.ts';
import { readVcl } from '../src/inspect/varnish/parse.ts';
import varnish from '../src/inspect/varnish.ts';
import { type Asked, carryOut, installed, type Running, startServer } from './inspect-real-servers.ts';

const has = installed('varnishd');

const VCL = `vcl 4.1;
/* A "comment" { with marks */
backend default { .host = "127.0.0.1"; .port = "9"; }
include "more.vcl";
acl office { "10.7.0.0"/16; ! "10.7.9.0"/24; }
sub keep_out {
    if (req.http.User-Agent ~ "(?i)^(wget|libwww)") { # programs
        return (synth(403, "No."));
    }
}
sub vcl_recv {
    set req.http.X-Seen = "yes";
    if (req.method == "PURGE") {
        if (client.ip !~ office) { return (synth(403, "Not allowed.")); }
        return (synth(200, "Purged"));
    } elseif (!req.http.Host || req.http.host ~ "(?i)^bad\\.") {
        return (synth(403, "Forbidden"));
    } else if (req.url ~ "^/in/" && (req.http.X-Api-Key != "pear" || req.http.X-Seen == "no")) {
        return (synth(403, "Forbidden"));
    }
    call keep_out;
    if (req.http.Cookie ~ {"(?i)(%27|')\\s*or"}) { return (synth(403, "x")); }
}
`;
const MORE = `sub vcl_recv {
    if (req.method == "DELETE") { return (synth(405, "No")); }
}
sub vcl_synth {
    if (resp.status == 750) { set resp.status = 403; }
}
`;
// What no rule refuses is answered here, so that no backend is needed.
const END = 'sub vcl_recv {\n    return (synth(200, "fine"));\n}\n';

interface Case {
  readonly says: string;
  readonly ask: Asked;
  readonly cause: CauseId;
  readonly quote: string;
  readonly fix: boolean;
}

const CASES: readonly Case[] = [
  {
    says: 'an address that is not on the list',
    ask: { path: '/a', method: 'PURGE' },
    cause: 'ip-refused',
    quote: 'if (client.ip !~ office)',
    fix: true,
  },
  {
    says: 'a host',
    ask: { path: '/a', headers: [['Host', 'bad.example']] },
    cause: 'host-rejected',
    quote: 'return (synth(403, "Forbidden"));',
    fix: true,
  },
  {
    says: 'a program, in a sub that is called',
    ask: { path: '/a', headers: [['User-Agent', 'Wget/1.21']] },
    cause: 'client-refused',
    quote: 'return (synth(403, "No."));',
    fix: true,
  },
  {
    says: 'words in a cookie',
    ask: { path: '/a', headers: [['Cookie', "q=' or 1"]] },
    cause: 'content-rejected',
    quote: 'req.http.Cookie',
    fix: false,
  },
  {
    says: 'a key that is missing',
    ask: { path: '/in/a' },
    cause: 'credentials-missing',
    quote: 'return (synth(403, "Forbidden"));',
    fix: false,
  },
];

const input = ({ config }: Running): { config: string } => ({ config });

describe.skipIf(!has)('Varnish on this machine', () => {
  const start = (): Promise<Running> =>
    startServer({
      config: 'site.vcl',
      text: VCL + END,
      files: { 'more.vcl': MORE },
      command: (config) => [
        'varnishd',
        '-F',
        '-n',
        join(config, '../vd'),
        '-a',
        `127.0.0.1:@PORT@`,
        '-f',
        config,
        '-s',
        'malloc,16m',
        '-p',
        `vcl_path=${join(config, '..')}`,
      ],
    });
  for (const one of CASES)
    it(`names ${one.cause} for ${one.says}, with the line${one.fix ? ', and the fix turns the real server' : ''}`, async () => {
      const server = await start();
      try {
        const exchange = await server.ask(one.ask);
        expect(exchange.response?.status).toBe(403);
        expect(await varnish.find(input(server))).toEqual([input(server)]);
        const { findings, unseen } = await varnish.inspect(exchange, input(server));
        expect(unseen).toEqual([]);
        expect(findings[0]).toMatchObject({ cause: one.cause, weight: 'proves' });
        expect(findings[0]?.quote).toContain(one.quote);
        expect(findings.filter(({ weight }) => weight === 'proves')).toHaveLength(1);
        expect(JSON.stringify(findings)).not.toContain('pear');
        const commands = findings[0]?.fixes[0]?.commands;
        expect(commands !== undefined).toBe(one.fix);
        if (commands) expect(await carryOut(server, commands, one.ask)).toBeLessThan(400);
      } finally {
        await server.stop();
      }
    }, 60_000);

  it('answers as Varnish itself does', async () => {
    const server = await start();
    try {
      const vcl = readVcl(server.config, (file) => (file.endsWith('more.vcl') ? MORE : VCL + END));
      for (const ask of [
        { path: '/a' },
        { path: '/in/a', headers: [['X-Api-Key', 'pear']] },
        { path: '/in/a', headers: [['X-Api-Key', 'plum']] },
        { path: '/a', method: 'DELETE' },
        { path: '/a', headers: [['Host', 'good.example']] },
        { path: '/a', headers: [['User-Agent', 'x wget']] },
      ] as const) {
        const exchange = await server.ask(ask);
        const judged = judgeVarnish(vcl, viewExchange(exchange), startTrial());
        expect([ask, judged.status]).toEqual([ask, exchange.response?.status]);
      }
    } finally {
      await server.stop();
    }
  }, 60_000);
});

describe('the reader of VCL', () => {
  it('names what it does not evaluate, and never guesses at it', () => {
    const vcl = readVcl(
      '/x.vcl',
      () => 'vcl 4.1;\nsub vcl_recv { if (std.port(client.ip) > 1024) { return (synth(403)); } }\n',
    );
    const trial = startTrial();
    const view = viewExchange({ request: { method: 'GET', url: 'http://127.0.0.1/', headers: [] }, gaps: [] });
    expect(judgeVarnish(vcl, view, trial).refused).toBe(false);
    expect(trial.unseenList).toEqual([
      '/x.vcl:2: the condition std.port ( client.ip ) > 1024 cannot be evaluated here.',
    ]);
  });

  it('reads a file that includes itself once, says so, and ends on one that is cut', () => {
    expect(readVcl('/x.vcl', () => 'include "/x.vcl";\nsub vcl_recv { if (req.url').unseen).toEqual([
      '/x.vcl: included more than once; read once.',
    ]);
  });
});
