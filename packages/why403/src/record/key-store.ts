// The file in which Java looks for authorities: its own format JKS, for it does not read PEM there. Own code: nothing on npm writes it.
// The layout is that of the JDK's sun.security.provider.JavaKeyStore; trusted certificates are in clear, with a digest at the end.
import { createHash } from 'node:crypto';

/** A store with these certificates (PEM), to be opened without a password. */
export function javaKeyStore(certificates: readonly string[]): Buffer {
  const entries = certificates.flatMap((pem, i) => {
    const der = Buffer.from(pem.replace(/-----[^-]+-----/g, ''), 'base64');
    // kind, name, date, type, certificate
    return [number(2), text(`authority-${i}`), Buffer.alloc(8), text('X.509'), number(der.length), der];
  });
  const data = Buffer.concat([number(0xfeedfeed), number(2), number(certificates.length), ...entries]);
  const digest = createHash('sha1')
    .update(Buffer.from(PASSWORD, 'utf16le').swap16())
    .update('Mighty Aphrodite')
    .update(data);
  return Buffer.concat([data, digest.digest()]);
}

/** The password that keeps nothing secret: with one, Java checks the digest. */
export const PASSWORD = 'changeit';

function number(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

function text(value: string): Buffer {
  const bytes = Buffer.from(value, 'latin1');
  const length = Buffer.alloc(2);
  length.writeUInt16BE(bytes.length);
  return Buffer.concat([length, bytes]);
}
