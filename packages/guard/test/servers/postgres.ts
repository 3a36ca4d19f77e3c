import { spawn, spawnSync } from 'node:child_process';
import { chown, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { freePort } from '../contract/listen.ts';
import { findCommand } from './redis.ts';

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
export async function startPostgres(): Promise<{ url: string; stop(): Promise<void> }> {
  const port = await freePort();
  const directory = await mkdtemp(join(tmpdir(), 'guard-postgres-'));
  if (user.uid !== undefined) await chown(directory, user.uid, user.gid ?? user.uid);
  const data = join(directory, 'data');
  const made = spawnSync(INITDB!, ['-D', data, '-U', 'tests', '-A', 'trust', '--no-sync'], { ...user, cwd: directory });
  if (made.status !== 0) throw new Error(`initdb: ${made.stderr}`);
  const settings = ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', '', '-F'];
  const server = spawn(SERVER!, settings, { ...user, cwd: directory, stdio: 'ignore' });
  const ended = new Promise((resolve) => server.once('exit', resolve));
  const url = `postgres://tests@127.0.0.1:${port}/postgres`;
  for (let attempt = 0; ; attempt++) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      await client.end();
      break;
    } catch (error) {
      if (attempt === 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  return {
    url,
    async stop() {
      server.kill('SIGINT');
      await ended;
      await rm(directory, { recursive: true, force: true });
    },
  };
}
