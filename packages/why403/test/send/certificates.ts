import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Identity {
  readonly certFile: string;
  readonly keyFile: string;
  readonly cert: Buffer;
  readonly key: Buffer;
}

export interface Authority extends Identity {
  /** Makes a certificate of this authority for the names given, as `DNS:…` or `IP:…`. */
  issue(name: string, names: string, days?: readonly [from: string, to: string]): Identity;
}

const run = (...args: string[]) => execFileSync('openssl', args, { stdio: ['ignore', 'ignore', 'pipe'] });

const load = (certFile: string, keyFile: string): Identity => ({
  certFile,
  keyFile,
  cert: readFileSync(certFile),
  key: readFileSync(keyFile),
});

/** A certificate authority of the test's own, made with openssl in `folder`. */
export function createAuthority(folder: string): Authority {
  const at = (file: string) => join(folder, file);
  const ec = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  run('req', '-x509', ...ec, '-keyout', at('ca.key'), '-out', at('ca.pem'), '-days', '30', '-subj', '/CN=Test CA');
  return {
    ...load(at('ca.pem'), at('ca.key')),
    issue(name, names, days) {
      const [key, csr, cert, ext] = [at(`${name}.key`), at(`${name}.csr`), at(`${name}.pem`), at(`${name}.ext`)];
      run('req', ...ec, '-keyout', key, '-out', csr, '-subj', `/CN=${name}/O=Test`);
      writeFileSync(ext, `subjectAltName=${names}\n`);
      const validity = days === undefined ? ['-days', '20'] : ['-days', '-1'];
      run(
        'x509',
        '-req',
        '-in',
        csr,
        '-CA',
        at('ca.pem'),
        '-CAkey',
        at('ca.key'),
        '-CAcreateserial',
        '-extfile',
        ext,
        '-out',
        cert,
        ...validity,
      );
      return load(cert, key);
    },
  };
}
