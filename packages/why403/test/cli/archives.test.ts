import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { strToU8, type Zippable, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { unzip, ZipError, zipEntries } from '../../src/shared/zip.ts';
import { diagnosed, folderOf, har, harEntry, why403 } from './command.ts';

const refused = har(
  harEntry({ url: 'https://shop.example/a', method: 'POST', status: 403, text: 'CSRF token missing' }),
);
const good = { 'good.har': strToU8(refused) };
const zeros = (mib: number): Uint8Array => new Uint8Array(mib << 20);

const view = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
/** The first entry of the directory of an archive. */
const directoryOf = (bytes: Uint8Array): number => view(bytes).getUint32(bytes.length - 22 + 16, true);
/** An archive whose directory says something else of its first file. */
function changed(files: Zippable, change: (entry: number, of: DataView) => void): Uint8Array {
  const bytes = zipSync(files);
  change(directoryOf(bytes), view(bytes));
  return bytes;
}

describe('an archive', () => {
  it.each<readonly [string, () => Uint8Array, string]>([
    [
      'that is none',
      () => Buffer.from('PK\u0003\u0004 and no more'),
      'x.zip is an archive that cannot be unpacked: its end is missing.',
    ],
    [
      'that is cut off',
      () => zipSync(good).slice(0, -30),
      'x.zip is an archive that cannot be unpacked: its end is missing.',
    ],
    ['without a recording', () => zipSync({ 'a.txt': strToU8('403') }), 'x.zip is an archive without a recording.'],
    [
      'with one that is too large',
      () => zipSync({ 'a.har': zeros(129) }),
      'x.zip/a.har is larger than 128 MiB unpacked.',
    ],
    [
      'with one that is larger than it says',
      () => changed({ 'a.har': zeros(64) }, (at, of) => of.setUint32(at + 24, 1000, true)),
      'x.zip/a.har cannot be unpacked.',
    ],
    [
      'with a password',
      () => changed({ 'a.har': strToU8(refused) }, (at, of) => of.setUint16(at + 8, 1, true)),
      'x.zip/a.har is locked with a password.',
    ],
    [
      'that packs in another way',
      () => changed({ 'a.har': strToU8(refused) }, (at, of) => of.setUint16(at + 10, 14, true)),
      'x.zip/a.har cannot be unpacked.',
    ],
    [
      'whose directory leads nowhere',
      () => changed({ 'a.har': strToU8(refused) }, (at, of) => of.setUint32(at + 42, 0x7fffffff, true)),
      'x.zip/a.har cannot be unpacked.',
    ],
    [
      'that holds a link in place of a recording',
      () => zipSync({ 'a.har': [strToU8('/etc/passwd'), { os: 3, attrs: 0o120777 << 16 }] }),
      'x.zip is an archive without a recording.',
    ],
  ])('%s is told in one line', async (_name, bytes, line) => {
    const folder = folderOf({ 'x.zip': bytes() });
    const { status, stdout, stderr } = await why403(['x.zip'], { cwd: folder });
    expect([status, stdout, stderr.split('\n')[0]]).toEqual([2, '', `why403: ${line}`]);
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  it('that would unpack to 12 GiB is read up to its limit, and the rest is told', async () => {
    const bomb = zeros(120);
    const one = zipSync({ 'a.har': bomb });
    const many: Zippable = { ...good };
    for (let i = 0; i < 100; i++) many[`z${i}.har`] = strToU8('x');
    // every entry of the directory leads to the same bytes
    const bytes = Buffer.concat([one.subarray(0, directoryOf(one)), zipSync(many)]);
    const shift = directoryOf(one);
    const of = view(bytes);
    const first = view(one);
    let at = shift + of.getUint32(bytes.length - 6, true);
    of.setUint32(bytes.length - 6, at, true);
    for (let i = 0; i < 101; i++) {
      of.setUint32(at + 42, i === 0 ? shift : 0, true);
      if (i > 0) {
        of.setUint32(at + 20, first.getUint32(directoryOf(one) + 20, true), true);
        of.setUint32(at + 24, bomb.length, true);
        of.setUint16(at + 10, 8, true);
      }
      at += 46 + of.getUint16(at + 28, true) + of.getUint16(at + 30, true) + of.getUint16(at + 32, true);
    }
    const { stdout, stderr, status } = await why403(['x.zip'], { cwd: folderOf({ 'x.zip': bytes }) });
    expect(status).toBe(0);
    expect(stdout).toContain('csrf-missing');
    expect(`${stdout}${stderr}`).toContain('the archive is larger than 512 MiB unpacked');
    expect(`${stdout}${stderr}`.match(/cannot be read|unpacked/g)!.length).toBeLessThan(12);
  });

  it('of 100,000 files and with names that lead out of it is read, and nothing is written', async () => {
    const files: Zippable = { '../../up.har': strToU8(refused) };
    for (let i = 0; i < 100_000; i++) files[`f${i}`] = [new Uint8Array(), { level: 0 }];
    const folder = folderOf({ 'deep/in/x.zip': zipSync(files) });
    const { diagnoses } = await diagnosed(['deep/in/x.zip'], { cwd: folder });
    expect(diagnoses.map(({ verdict }) => verdict.cause)).toEqual(['csrf-missing']);
    expect(readdirSync(folder, { recursive: true }).sort()).toEqual(['deep', 'deep/in', 'deep/in/x.zip']);
  });

  it('throws nothing but its own errors, whatever was changed in it', () => {
    const whole = zipSync({
      ...good,
      'b.txt': strToU8('CSRF token missing'),
      'c/d.network': [strToU8('{}'), { level: 0 }],
    });
    const change = fc.record({ at: fc.nat(whole.length - 1), bytes: fc.uint8Array({ minLength: 1, maxLength: 6 }) });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 5 }), fc.nat(whole.length), fc.boolean(), (changes, size, cut) => {
        const bytes = whole.slice();
        for (const { at, bytes: put } of changes) bytes.set(put.subarray(0, bytes.length - at), at);
        try {
          const given = cut ? bytes.subarray(0, size) : bytes;
          for (const entry of zipEntries(given).values()) expect(unzip(given, entry, 1 << 20).length).toBe(entry.size);
        } catch (error) {
          if (!(error instanceof ZipError)) throw error;
        }
      }),
      { numRuns: 3000 },
    );
  });
});
