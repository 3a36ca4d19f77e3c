// The certificate authority of one run: its key never leaves the memory, its certificate holds for a day.
import 'reflect-metadata';
import { webcrypto } from 'node:crypto';
import { createSecureContext, type SecureContext } from 'node:tls';
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  SubjectAlternativeNameExtension,
  SubjectKeyIdentifierExtension,
  type X509Certificate,
  X509CertificateGenerator,
} from '@peculiar/x509';

export interface Authority {
  /** Its certificate, for those who are to trust it. */
  readonly pem: string;
  /** What a server of this name shows. */
  contextFor(name: string): Promise<SecureContext>;
}

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const DAY = 86_400_000;
/** How far the clock of who looks at the certificate may be behind. */
const BEHIND = 3_600_000;
/** Most certificates that are kept. */
const MOST_NAMES = 1_000;

export async function createAuthority(): Promise<Authority> {
  const crypto = webcrypto as unknown as Crypto;
  const keyPair = (): Promise<CryptoKeyPair> => crypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
  const [own, leaf] = await Promise.all([keyPair(), keyPair()]);
  const from = Date.now() - BEHIND;
  const dates = { notBefore: new Date(from), notAfter: new Date(from + DAY) };
  const root = await X509CertificateGenerator.createSelfSigned(
    {
      ...dates,
      serialNumber: serial(),
      name: 'CN=why403 recorder (this run only)',
      signingAlgorithm: ALGORITHM,
      keys: own,
      extensions: [
        new BasicConstraintsExtension(true, 0, true),
        new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
        await SubjectKeyIdentifierExtension.create(own.publicKey, false, crypto),
      ],
    },
    crypto,
  );
  const rootPem = root.toString('pem');
  const key = toPem('PRIVATE KEY', await crypto.subtle.exportKey('pkcs8', leaf.privateKey));
  const known = new Map<string, Promise<SecureContext>>();
  const issue = async (name: string): Promise<SecureContext> => {
    const certificate: X509Certificate = await X509CertificateGenerator.create(
      {
        ...dates,
        serialNumber: serial(),
        // a common name has at most 64 characters (RFC 5280 appendix A.1); names are looked up in the other place
        subject: 'CN=recorded by why403',
        issuer: root.subject,
        signingAlgorithm: ALGORITHM,
        publicKey: leaf.publicKey,
        signingKey: own.privateKey,
        extensions: [
          new BasicConstraintsExtension(false, undefined, true),
          new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
          // rustls and Go refuse an empty list
          new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth]),
          new SubjectAlternativeNameExtension([{ type: 'dns', value: name }]),
          await AuthorityKeyIdentifierExtension.create(own.publicKey, false, crypto),
          await SubjectKeyIdentifierExtension.create(leaf.publicKey, false, crypto),
        ],
      },
      crypto,
    );
    return createSecureContext({ key, cert: certificate.toString('pem'), minVersion: 'TLSv1.2' });
  };
  return {
    pem: rootPem,
    contextFor(name) {
      let context = known.get(name);
      if (!context) {
        if (known.size >= MOST_NAMES) known.clear();
        context = issue(name);
        known.set(name, context);
      }
      return context;
    },
  };
}

function serial(): string {
  const bytes = webcrypto.getRandomValues(new Uint8Array(16));
  // positive, and of full length
  bytes[0] = (bytes[0]! & 0x7f) | 0x40;
  return Buffer.from(bytes).toString('hex');
}

function toPem(label: string, der: ArrayBuffer): string {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`;
}
