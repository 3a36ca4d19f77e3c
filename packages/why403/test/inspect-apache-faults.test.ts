import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Exchange } from '@why403/core';
import { describe, expect, it } from 'vitest';
import apache from '../src/inspect/apache.ts';
import caddy from '../src/inspect/caddy.ts';
import haproxy from '../src/inspect/haproxy.ts';
import lighttpd from '../src/inspect/lighttpd.ts';
import squid from '../src/inspect/squid.ts';
import tinyproxy from '../src/inspect/tinyproxy.ts';

const exchange: Exchange = {
  request: { method: 'GET', url: 'http://127.0.0.1:9/%ff/../a?x', headers: [['Host', 'a"b\u001b[31m']] },
  response: { status: 403, headers: [['Date', 'not a date']] },
  transport: { address: '127.0.0.1', port: 9 },
  gaps: [],
};

/** Texts that are no configuration, or half of one. */
const TEXTS: Readonly<Record<string, string>> = {
  'nothing at all': '',
  'binary rubbish': '\u0000\u0001\u0002\u00ff\n{{{',
  'a section that never ends': '<Directory />\nfrontend x\n$HTTP["url"] =~ "(" {\n:80 {\n',
  'a pattern that backtracks': `RewriteEngine On\nRewriteRule ^(a+)+$ - [F]\nfrontend w\n  bind :9\n  http-request deny if { path_reg ^/(a+)+$ }\n`,
  'a line of a megabyte': `Require ip ${'1.2.3.4 '.repeat(131_072)}\n`,
  'an access rule without a word':
    'http_access\nacl\nAllow\nDeny\nRequire\nOrder\nRewriteCond\nRewriteRule\nhttp-request\n',
};

describe('an inspector given what is no configuration', () => {
  for (const inspector of [apache, caddy, haproxy, lighttpd, squid, tinyproxy]) {
    for (const [says, text] of Object.entries(TEXTS)) {
      it(`${inspector.title}: proves nothing from ${says}, and does not throw`, async () => {
        const folder = mkdtempSync(join(tmpdir(), 'why403-fault-'));
        try {
          const config = join(folder, 'x.conf');
          writeFileSync(config, text);
          writeFileSync(join(folder, 'log'), `[Mon half a line\n${'\u0000'.repeat(100)}\n{"request":`);
          const { findings } = await inspector.inspect(exchange, {
            config,
            errorLog: join(folder, 'log'),
            accessLog: join(folder, 'log'),
          });
          for (const finding of findings) expect(JSON.stringify(finding).length).toBeLessThan(20_000);
          if (['nothing at all', 'binary rubbish', 'a pattern that backtracks'].includes(says))
            expect(findings.filter((finding) => finding.weight === 'proves')).toEqual([]);
        } finally {
          rmSync(folder, { recursive: true, force: true });
        }
      });
    }

    it(`${inspector.title}: says in one line that a file is missing, a folder, or a loop of links`, async () => {
      const folder = mkdtempSync(join(tmpdir(), 'why403-fault-'));
      try {
        symlinkSync('loop.conf', join(folder, 'loop.conf'));
        for (const config of [join(folder, 'none.conf'), folder, join(folder, 'loop.conf')]) {
          const { findings, unseen } = await inspector.inspect(exchange, { config });
          expect(findings).toEqual([]);
          expect(unseen.filter((line) => line.startsWith(`${config}: `))).toHaveLength(1);
        }
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    });
  }
});
