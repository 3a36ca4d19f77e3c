// Other users of the machine can reach the recorder's port as well: what they say to it goes nowhere.
import { spawnSync } from 'node:child_process';
import { chownSync } from 'node:fs';
import { expect, it } from 'vitest';
import { BIN } from '../cli/command.ts';
import { createTestAuthority } from '../send/certificates.ts';
import { direct, folder, refusing } from './support.ts';

const NOBODY = 65534;
const as = (uid: number, command: readonly string[]): readonly string[] => [
  ...['setpriv', '--reuid', `${uid}`, '--regid', `${uid}`, '--clear-groups'],
  ...command,
];
const mayTry =
  process.geteuid?.() === 0 &&
  spawnSync('setpriv', as(NOBODY, [process.execPath, BIN, '--version']).slice(1)).status === 0;
const authority = createTestAuthority('other users');
const identity = authority?.issue('localhost', 'DNS:localhost');

it.skipIf(!mayTry || !identity)('passes on what its own user says, and nothing of another user', async () => {
  const plain = await refusing();
  const secure = await refusing({ identity: identity! });
  const state = folder();
  chownSync(state, NOBODY, NOBODY);
  const codes: Record<string, string> = {};
  const ask = async (proxy: string, child: { kill(name: NodeJS.Signals): unknown }): Promise<void> => {
    for (const [name, uid, url] of [
      ['own in clear', NOBODY, `${plain.origin}/own`],
      ['own in a tunnel', NOBODY, `${secure.origin}/own`],
      ['other in clear', 1, `${plain.origin}/other`],
      ['other in a tunnel', 1, `${secure.origin}/other`],
      ['other by SOCKS', 1, `${plain.origin}/socks`],
    ] as const) {
      const by = name === 'other by SOCKS' ? proxy.replace('http:', 'socks5h:') : proxy;
      const curl = ['curl', '-sk', '-o', '/dev/null', '-w', '%{http_code}', '-x', by, url];
      codes[name] = (await direct(as(uid, curl))).stdout;
    }
    child.kill('SIGTERM');
  };
  let asked: Promise<void> | undefined;
  await direct(as(NOBODY, [process.execPath, BIN, '--', 'sh', '-c', 'echo "$http_proxy"; exec sleep 60']), {
    cwd: state,
    env: { XDG_STATE_HOME: state, CURL_CA_BUNDLE: authority!.certFile },
    onOutput: (text, child) => {
      asked ??= ask(text.trim(), child);
    },
  });
  await asked;
  expect(codes).toEqual({
    'own in clear': '403',
    'own in a tunnel': '403',
    'other in clear': '000',
    'other in a tunnel': '000',
    'other by SOCKS': '000',
  });
  expect([...plain.seen, ...secure.seen]).toEqual(['1.1 GET /own', '1.1 GET /own']);
});
