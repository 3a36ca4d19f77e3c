import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findConfinement } from '../src/inspect/path-walk/above.ts';
import { decideAccess, parseAcls } from '../src/inspect/path-walk/acl.ts';
import { denialInLog, parseUnit, refusalOfUnit } from '../src/inspect/path-walk/confine.ts';
import { explainWalk } from '../src/inspect/path-walk/explain.ts';
import files from '../src/inspect/path-walk/files.ts';
import { planGrants } from '../src/inspect/path-walk/grant.ts';
import { parseMounts, refusalOfMount } from '../src/inspect/path-walk/mounts.ts';
import { proveWalk } from '../src/inspect/path-walk/prove.ts';
import { lookUpUser, type ProcessUser } from '../src/inspect/path-walk/users.ts';
import { walkPath } from '../src/inspect/path-walk.ts';

const worker: ProcessUser = { name: 'web', uid: 4001, gid: 4001, groups: [4001, 4002] };
let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'why403-path-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

describe('an access control list is read and weighed as the kernel does', () => {
  const text =
    '# file: /srv/a\\134b\\\\c\\040d\n# owner: 0\n# group: 0\nuser::rw-\nuser:4001:r-x\t#effective:r--\ngroup::r--\ngroup:4002:-w-\nmask::r--\nother::---\n\n';
  test('with the names as getfacl writes them', () => {
    expect([...parseAcls(text).keys()]).toEqual(['/srv/a\\b\\c d']);
  });
  const [acl] = [...parseAcls(text).values()];
  const node = { mode: 0o640, uid: 0, gid: 0, ...(acl ? { acl } : {}) };
  test('the mask takes away what an entry names', () => {
    expect(decideAccess(node, worker, 4)).toEqual({ ok: true, by: 'named-user', has: 4, masked: 1 });
    expect(decideAccess(node, worker, 1)).toEqual({ ok: false, by: 'named-user', has: 4, masked: 1 });
  });
  test('a group that fits and grants nothing keeps others from counting', () => {
    expect(decideAccess({ ...node, mode: 0o646 }, { ...worker, uid: 4009 }, 4)).toMatchObject({
      ok: false,
      by: 'group',
    });
    expect(
      decideAccess({ ...node, mode: 0o646 }, { ...worker, uid: 4009, gid: 4009, groups: [4009] }, 4),
    ).toMatchObject({ ok: true, by: 'other' });
  });
  test('the superuser passes', () =>
    expect(decideAccess({ mode: 0, uid: 1, gid: 1 }, { name: 'root', uid: 0, gid: 0, groups: [0] }, 7).ok).toBe(true));
});

test('a loop of links, a missing name and a file for a folder end the walk with the name of the error', () => {
  symlinkSync('loop', join(dir, 'loop'));
  writeFileSync(join(dir, 'file'), '');
  const root: ProcessUser = { name: 'root', uid: 0, gid: 0, groups: [0] };
  expect(walkPath(join(dir, 'loop'), root, 'read').errno).toBe('ELOOP');
  expect(walkPath(join(dir, 'gone/x'), root, 'read').errno).toBe('ENOENT');
  expect(walkPath(join(dir, 'file/x'), root, 'read').errno).toBe('ENOTDIR');
  expect(walkPath(`${dir}/${'n'.repeat(300)}`, root, 'read').errno).toBe('ENAMETOOLONG');
});

test('the one blocking directory is named, and the grant is no more than the missing right on it', () => {
  // mkdtemp makes the folder for its owner alone.
  writeFileSync(join(dir, 'page.html'), 'x', { mode: 0o644 });
  const walk = walkPath(join(dir, 'page.html'), worker, 'read');
  expect(walk.errno).toBe('EACCES');
  expect(walk.denied.map(({ node, want }) => [node.path, want])).toEqual([[dir, 1]]);
  expect(explainWalk(walk)).toMatch(
    new RegExp(`^web cannot search the directory ${dir}: it belongs to \\w+:\\w+, and others have ---$`),
  );
  const [grant, ...more] = planGrants(walk);
  expect(more).toEqual([]);
  expect([`setfacl -m u:web:x ${dir}`, `chmod o+x ${dir}`]).toContain(grant?.command);
});

test.skipIf(process.geteuid?.() !== 0)('a proof really opens, lists or asks as the user', () => {
  writeFileSync(join(dir, 'page.html'), 'x', { mode: 0o644 });
  expect(proveWalk(walkPath(join(dir, 'page.html'), worker, 'read'))).toBe('refused');
  expect(proveWalk(walkPath('/etc/passwd', worker, 'read'))).toBe('opened');
  expect(proveWalk(walkPath('/etc', worker, 'list'))).toBe('opened');
  expect(proveWalk(walkPath('/etc/new', worker, 'change'))).toBe('refused');
  expect(proveWalk(walkPath('/dev/null', worker, 'read'))).toBe('untried');
});

test('a user is looked up by name and by number, and a name that is an option or a script is not', () => {
  expect(lookUpUser('root')).toMatchObject({ name: 'root', uid: 0, gid: 0 });
  expect(lookUpUser('0')?.name).toBe('root');
  expect(lookUpUser('--help')).toBeUndefined();
  expect(lookUpUser('root; id')).toBeUndefined();
  expect(lookUpUser('no-such-user-why403')).toBeUndefined();
});

describe("a unit's sandbox", () => {
  const refuse = (text: string, path: string, change = false): string | undefined =>
    refusalOfUnit(parseUnit(`[Unit]\nProtectHome=no\n[Service]\n${text}`, '/u.service'), path, change)?.quote;
  test.each([
    ['ProtectHome=yes', '/home/ann/site/x', false, 'ProtectHome=yes'],
    ['ProtectHome=yes\nBindReadOnlyPaths=/home/ann/site', '/home/ann/site/x', false, undefined],
    ['ProtectHome=yes', '/srv/home/x', false, undefined],
    ['ProtectHome=read-only', '/home/ann/x', false, undefined],
    ['ProtectHome=read-only', '/home/ann/x', true, 'ProtectHome=read-only'],
    ['InaccessiblePaths=-/srv/private /srv/b', '/srv/private/x', false, 'InaccessiblePaths=-/srv/private /srv/b'],
    ['InaccessiblePaths=/srv/private\nInaccessiblePaths=', '/srv/private/x', false, undefined],
    ['ReadOnlyPaths=/srv', '/srv/up/x', true, 'ReadOnlyPaths=/srv'],
    ['ReadOnlyPaths=/srv\nReadWritePaths=/srv/up', '/srv/up/x', true, undefined],
    ['ProtectSystem=strict', '/srv/up/x', true, 'ProtectSystem=strict'],
    ['ProtectSystem=full', '/srv/up/x', true, undefined],
    ['PrivateTmp=true', '/tmp/app.sock', false, 'PrivateTmp=true'],
    ['PrivateTmp=true', '/tmpfiles/x', false, undefined],
  ])('%s for %s (change: %s)', (text, path, change, quote) => expect(refuse(text, path, change)).toBe(quote));

  test('is told with file, line and the least change', () => {
    expect(
      refusalOfUnit(
        parseUnit('[Service]\nUser=x\nProtectHome=yes\n', '/etc/systemd/system/nginx.service'),
        '/home/a/b',
        false,
      ),
    ).toEqual({
      says: 'the unit hides /home, /root and /run/user from the service, so /home/a/b is out of its reach',
      quote: 'ProtectHome=yes',
      location: { file: '/etc/systemd/system/nginx.service', line: 3 },
      remedy:
        'Move the files to a place that the service sees, or relax ProtectHome= in a drop-in (systemctl edit), then restart the service.',
    });
  });
});

describe('a denial in the logs of the kernel', () => {
  const selinux =
    'type=AVC msg=audit(1700000000.1:5): avc:  denied  { read } for  pid=9 comm="nginx" name="page.html" dev="vda" scontext=system_u:system_r:httpd_t:s0 tcontext=unconfined_u:object_r:user_home_t:s0 tclass=file';
  const apparmor =
    'kernel: audit: type=1400 apparmor="DENIED" operation="open" profile="/usr/sbin/nginx" name="/srv/www/page.html" pid=9 comm="nginx" requested_mask="r"';
  test.each([
    [selinux, 'SELinux denied nginx access to /srv/www/page.html: its label does not allow it'],
    [apparmor, 'AppArmor denied nginx access to /srv/www/page.html (profile /usr/sbin/nginx)'],
    [selinux.replace('comm="nginx"', 'comm="sshd"'), undefined],
    [apparmor.replace('page.html', 'other.html'), undefined],
    ['nothing', undefined],
  ])('%s', (line, says) => expect(denialInLog(`x\n${line}\ny`, '/srv/www/page.html', ['nginx'])?.says).toBe(says));

  test('is found in the files where it is written', () => {
    const log = join(dir, 'audit.log');
    writeFileSync(log, `${apparmor}\n`);
    const asked = { path: '/srv/www/page.html', pid: undefined, uid: 33, change: false, programs: ['nginx'] };
    expect(findConfinement(asked, [join(dir, 'none'), log])).toMatchObject({
      quote: apparmor,
      location: { file: log },
    });
    expect(findConfinement({ ...asked, path: '/srv/www/x' }, [log])).toBeUndefined();
  });
});

test('a mount that is read-only, or a FUSE mount of another user, refuses', () => {
  const [ro, fuse] = parseMounts(
    '36 35 98:0 / /mnt\\040a ro,noatime master:1 - ext4 /dev/sda1 ro\n37 35 0:50 / /home/ann/drive rw,nosuid - fuse.rclone drive rw,user_id=1000,group_id=1000\n',
  );
  expect(ro?.at).toBe('/mnt a');
  expect(ro && refusalOfMount(ro, 33, true)).toBe('/mnt a is mounted read-only');
  expect(ro && refusalOfMount(ro, 33, false)).toBeUndefined();
  expect(fuse && refusalOfMount(fuse, 33, false)).toBe(
    '/home/ann/drive is a FUSE file system mounted without allow_other: only user 1000 may enter it',
  );
  expect(fuse && refusalOfMount(fuse, 1000, false)).toBeUndefined();
});

test('with a document root and a worker alone the component that blocks is suggested', async () => {
  writeFileSync(join(dir, 'a b.html'), 'x', { mode: 0o644 });
  const exchange = (path: string) => ({
    request: { method: 'GET', url: `http://x.test${path}`, headers: [] },
    response: { status: 403, headers: [] },
    gaps: [],
  });
  const input = { root: dir, worker: 'nobody' };
  expect(await files.find(input)).toEqual([input]);
  expect(await files.find({ root: dir })).toEqual([]);
  const { findings } = await files.inspect(exchange('/x/../a%20b.html?q#f'), input);
  expect(
    findings.map(({ cause, weight, location, fixes }) => [cause, weight, location, fixes[0]?.changes?.[0]?.path]),
  ).toEqual([['file-permissions', 'suggests', { file: dir }, dir]]);
  expect(await files.inspect(exchange('/etc/passwd'), { root: '/', worker: 'nobody' })).toEqual({
    findings: [],
    unseen: [],
  });
});
