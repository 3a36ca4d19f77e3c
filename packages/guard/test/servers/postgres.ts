import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { chown, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { freePort } from '../contract/listen.ts';
import { findCommand, type TestServer } from './redis.ts';

/** Debian keeps PostgreSQL's commands out of the path. */
const places = await readdir('/usr/lib/postgresql').catch(() => []);
const INITDB = findCommand(['initdb', ...places.map((version) => `/usr/lib/postgresql/${version}/bin/initdb`)]);
const SERVER = findCommand(['postgres', ...places.map((version) => `/usr/lib/postgresql/${version}/bin/postgres`)]);
/** PostgreSQL refuses to run as root; Debian's package brings a user of its own. */
const isRoot = process.getuid?.() === 0;
const idOf = (kind: '-u' | '-g') => Number(spawnSync('id', [kind, 'postgres'], { encoding: 'utf8' }).stdout);
const user: { uid?: number; gid?: number } = isRoot ? { uid: idOf('-u'), gid: idOf('-g') } : {};
export const POSTGRES = INITDB !== undefined && SERVER !== undefined && (!isRoot || Number(user.uid) > 0);
if (!POSTGRES)
  console.log('skipped: initdb and postgres (Debian: postgresql) are not installed, or their user is not there');

/** A PostgreSQL of its own on loopback. */
export async function startPostgres(): Promise<TestServer & { kill(): Promise<void>; start(): Promise<void> }> {
  const port = await freePort();
  const directory = await mkdtemp(join(tmpdir(), 'guard-postgres-'));
  if (user.uid !== undefined) await chown(directory, user.uid, user.gid ?? user.uid);
  const data = join(directory, 'data');
  const made = spawnSync(INITDB!, ['-D', data, '-U', 'tests', '-A', 'trust', '--no-sync'], { ...user, cwd: directory });
  if (made.status !== 0) throw new Error(`initdb: ${made.stderr}`);
  const settings = ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', '', '-F'];
  const url = `postgres://tests@127.0.0.1:${port}/postgres`;
  const launch = () => spawn(SERVER!, settings, { ...user, cwd: directory, stdio: 'ignore' });
  let server = launch();
  let ended = new Promise((resolve) => server.once('exit', resolve));
  await waitFor(url);
  return {
    url,
    port,
    // Each connection is a process, and a session, of its own.
    signal(name) {
      const children = readFileSync(`/proc/${server.pid}/task/${server.pid}/children`, 'utf8');
      for (const pid of [server.pid!, ...children.split(' ').filter(Boolean).map(Number)]) process.kill(pid, name);
    },
    async kill() {
      server.kill('SIGQUIT');
      await ended;
    },
    async start() {
      server = launch();
      ended = new Promise((resolve) => server.once('exit', resolve));
      await waitFor(url);
    },
    async stop() {
      server.kill('SIGINT');
      await ended;
      await rm(directory, { recursive: true, force: true });
    },
  };
}

async function waitFor(url: string): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (attempt === 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
