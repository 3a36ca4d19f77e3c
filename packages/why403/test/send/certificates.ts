import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { hasProgram } from './servers.ts';

export interface Identity {
  readonly certFile: string;
  readonly keyFile: string;
  readonly cert: Buffer;
  readonly key: Buffer;
}

export interface Authority extends Identity {
  /** Makes a certificate of this authority for the names given, as `DNS:…` or `IP:…`. */
  issue(name: string, names: string, expired?: boolean): Identity;
}

export const openssl = (...args: readonly string[]) =>
  execFileSync('openssl', [...args], { stdio: ['ignore', 'ignore', 'pipe'] });

const load = (certFile: string, keyFile: string): Identity => ({
  certFile,
  keyFile,
  cert: readFileSync(certFile),
  key: readFileSync(keyFile),
});

/** A certificate authority for one test file; undefined, with a line that says so, where openssl is not installed. */
export function createTestAuthority(what: string): Authority | undefined {
  if (!hasProgram('openssl')) {
    console.log(`skipped: openssl is not installed, so the tests of ${what} cannot make their certificates`);
    return undefined;
  }
  const folder = mkdtempSync(join(tmpdir(), 'why403-ca-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const at = (file: string) => join(folder, file);
  const ec = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  openssl('req', '-x509', ...ec, '-keyout', at('ca.key'), '-out', at('ca.pem'), '-days', '30', '-subj', '/CN=Test CA');
  return {
    ...load(at('ca.pem'), at('ca.key')),
    issue(name, names, expired = false) {
      const [key, csr, cert, ext] = [at(`${name}.key`), at(`${name}.csr`), at(`${name}.pem`), at(`${name}.ext`)];
      openssl('req', ...ec, '-keyout', key, '-out', csr, '-subj', `/O=Test/CN=${name}`);
      writeFileSync(ext, `subjectAltName=${names}\n`);
      const signer = ['-CA', at('ca.pem'), '-CAkey', at('ca.key'), '-CAcreateserial'];
      const days = ['-days', expired ? '-1' : '20'];
      openssl('x509', '-req', '-in', csr, ...signer, '-extfile', ext, '-out', cert, ...days);
      return load(cert, key);
    },
  };
}
