import type { X509Certificate } from 'node:crypto';
import { isIP, type Socket } from 'node:net';
import { join } from 'node:path';
import type {
  ConnectionOptions,
  PeerCertificate,
  SecureContext,
  SecureContextOptions,
  SecureVersion,
  TLSSocket,
} from 'node:tls';
import type { TlsSettings, Transport } from '@why403/core';
import { fileReason, readFileBytes, readFolderNames } from '../shared/read-file.ts';
import { untilEvent } from './dial.ts';
import { certificateError, describePeer, elapsed, quoteOutside, SendError, type Trace } from './error.ts';

/** Where Linux distributions and macOS keep the trusted CAs, in curl's order of looking (its configure script). */
export const SYSTEM_BUNDLES = [
  '/etc/ssl/certs/ca-certificates.crt',
  '/etc/pki/tls/certs/ca-bundle.crt',
  '/usr/share/ssl/certs/ca-bundle.crt',
  '/usr/local/share/certs/ca-root-nss.crt',
  '/etc/ssl/cert.pem',
];
const MAX_PEM_BYTES = 4 * 1024 * 1024;
const MAX_CA_FILES = 2000;

export interface Secured {
  readonly socket: TLSSocket;
  readonly alpn: string | undefined;
  readonly info: NonNullable<Transport['tls']>;
}

/** Throws SendError `FILE` or `TLS` where the certificates, keys or ciphers of the options cannot be used. */
export async function checkSettings(options: TlsSettings): Promise<void> {
  contextFor(options, (await import('node:tls')).createSecureContext);
}

/**
 * Speaks TLS over an open connection and checks the certificate, against the system's CAs as curl does.
 * Rejects with SendError `TLS`, or `FILE` for certificate files that cannot be used.
 */
export async function secure(
  socket: Socket,
  host: string,
  options: TlsSettings,
  protocols: readonly string[],
  trace: Trace,
  signal: AbortSignal,
): Promise<Secured> {
  trace.stage = 'tls';
  const tls = await import('node:tls');
  // its file is read before anything is said
  const pins = options.pinnedKey === undefined ? undefined : readPins(options.pinnedKey);
  const secureContext = contextFor(options, tls.createSecureContext);
  const settings: ConnectionOptions = {
    socket,
    secureContext,
    // Checked below: so that the certificate can be told also when it is not accepted.
    rejectUnauthorized: false,
    ALPNProtocols: [...protocols],
    // An address is no server name (RFC 6066 section 3).
    ...(isIP(host) === 0 ? { servername: host.replace(/\.$/, '') } : { host }),
    checkServerIdentity: (_name, certificate) => tls.checkServerIdentity(host.replace(/\.$/, ''), certificate),
  };
  const secured = tls.connect(settings);
  await untilEvent(secured, 'secureConnect', signal);
  trace.timings.tls = elapsed(trace);
  const certificate = describeCertificate(secured.getPeerCertificate());
  const reason = secured.authorized ? undefined : reasonOf(secured.authorizationError);
  if (reason !== undefined && options.insecure !== true) {
    secured.on('error', () => {});
    secured.destroy();
    throw certificateError(trace, reason, certificate?.subject);
  }
  if (pins && !pins.includes(pinOf(secured.getPeerX509Certificate()))) {
    secured.on('error', () => {});
    secured.destroy();
    throw new SendError(
      'TLS',
      `TLS with ${describePeer(trace)} failed: its certificate has another public key than the option --pinnedpubkey names.`,
    );
  }
  return {
    socket: secured,
    alpn: secured.alpnProtocol === false || secured.alpnProtocol === null ? undefined : secured.alpnProtocol,
    info: {
      ...describeTls(secured),
      // Node does not tell whether the server asked for it; it goes out whenever the server does.
      clientCertificateSent: options.cert !== undefined,
      ...ownCertificate(secured),
    },
  };
}

/** What a connection agreed on, where no certificate of the client's own went out. */
export function describeTls(secured: TLSSocket): NonNullable<Transport['tls']> {
  const certificate = describeCertificate(secured.getPeerCertificate());
  return {
    protocol: secured.getProtocol() ?? 'unknown',
    cipher: secured.getCipher().name,
    authorized: secured.authorized,
    ...(secured.authorized ? {} : { authorizationError: reasonOf(secured.authorizationError) }),
    ...(certificate ? { certificate } : {}),
    clientCertificateSent: false,
  };
}

function reasonOf(error: unknown): string {
  if (typeof error === 'string') return error;
  if (error instanceof Error) return (error as Error & { code?: string }).code ?? error.message;
  return 'unknown reason';
}

function describeCertificate(certificate: PeerCertificate): NonNullable<Transport['tls']>['certificate'] {
  if (!certificate?.subject) return undefined;
  return {
    subject: describeName(certificate.subject),
    issuer: describeName(certificate.issuer),
    validFrom: certificate.valid_from,
    validTo: certificate.valid_to,
  };
}

/** The certificate that the client held out, where there was one. */
function ownCertificate(socket: TLSSocket): Pick<NonNullable<Transport['tls']>, 'clientCertificate'> {
  const own = socket.getCertificate() as Partial<PeerCertificate> | null;
  if (!own?.subject || !own.valid_to) return {};
  const { subject, valid_from: validFrom = '', valid_to: validTo } = own;
  return { clientCertificate: { subject: describeName(subject), validFrom, validTo } };
}

function describeName(name: object): string {
  return Object.entries(name)
    .map(([key, value]) => `${key}=${Array.isArray(value) ? value.join('+') : String(value)}`)
    .join(', ');
}

function contextOptions(options: TlsSettings): SecureContextOptions {
  const ca = trustedAuthorities(options);
  return {
    ...(ca === undefined ? {} : { ca: [...ca] }),
    ...clientCertificate(options),
    ...(options.tlsMin === undefined ? {} : { minVersion: `TLSv${options.tlsMin}` as SecureVersion }),
    ...(options.tlsMax === undefined ? {} : { maxVersion: `TLSv${options.tlsMax}` as SecureVersion }),
    ...(options.tlsMax !== undefined && options.tlsMin === undefined && Number(options.tlsMax) < 1.2
      ? { minVersion: `TLSv${options.tlsMax}` as SecureVersion }
      : {}),
    ...(options.ciphers === undefined ? {} : { ciphers: options.ciphers }),
    ...(options.curves === undefined ? {} : { ecdhCurve: options.curves }),
    ...(options.signatures === undefined ? {} : { sigalgs: options.signatures }),
    ...(options.crlFile === undefined ? {} : { crl: readPem(options.crlFile, '--crlfile') }),
  };
}

const contexts = new Map<string, SecureContext>();

/** Reading the system's CAs takes some 20 ms, so a context without files of the user's own is kept for the next request. */
function contextFor(options: TlsSettings, create: (settings: SecureContextOptions) => SecureContext): SecureContext {
  const { cert, key, caFile, caPath, crlFile, insecure, tlsMin, tlsMax, ciphers, curves, signatures } = options;
  const hasFiles = [cert, key, caFile, caPath, crlFile].some((file) => file !== undefined);
  const name = JSON.stringify([insecure, tlsMin, tlsMax, ciphers, curves, signatures]);
  const known = hasFiles ? undefined : contexts.get(name);
  if (known) return known;
  try {
    const made = create(contextOptions(options));
    if (!hasFiles) contexts.set(name, made);
    return made;
  } catch (error) {
    throw contextError(error, options);
  }
}

let systemAuthorities: Buffer | null | undefined;

/** The CAs to trust: those of the user's options, else the system's file, else (undefined) those that Node brings. */
function trustedAuthorities(options: TlsSettings): readonly (Buffer | string)[] | undefined {
  const given: Buffer[] = [];
  if (options.caFile !== undefined) {
    const pem = readPem(options.caFile, '--cacert');
    if (!holdsCertificate(pem)) {
      throw new SendError(
        'FILE',
        `The file ${quoteOutside(options.caFile)} of --cacert holds no PEM certificate; check the path.`,
      );
    }
    given.push(pem);
  }
  if (options.caPath !== undefined) given.push(...readFolder(options.caPath));
  if (given.length > 0) return given;
  if (options.insecure === true) return undefined;
  if (systemAuthorities === undefined) {
    systemAuthorities = null;
    for (const path of SYSTEM_BUNDLES) {
      try {
        systemAuthorities = readFileBytes(path);
        break;
      } catch {
        // Not this kind of system; the next place is tried.
      }
    }
  }
  return systemAuthorities === null ? undefined : [systemAuthorities];
}

/** Whether a PEM file holds a certificate that can be read: OpenSSL passes over the others without a word. */
function holdsCertificate(pem: Buffer): boolean {
  // loaded only where the user gives such a file
  const { X509Certificate } = process.getBuiltinModule('node:crypto');
  const blocks = pem.toString('latin1').match(/-----BEGIN (?:TRUSTED )?CERTIFICATE-----[^-]{1,100000}/g) ?? [];
  return blocks.some((block) => {
    try {
      new X509Certificate(`${block.replace('TRUSTED ', '')}-----END CERTIFICATE-----`);
      return true;
    } catch {
      return false;
    }
  });
}

/** The hashes that the server's public key may have (https://curl.se/docs/manpage.html#--pinnedpubkey). */
function readPins(pinned: string): readonly string[] {
  if (pinned.startsWith('sha256//')) return pinned.split(';').map((one) => one.trim().replace('sha256//', ''));
  const { createHash, createPublicKey } = process.getBuiltinModule('node:crypto');
  const bytes = readPem(pinned, '--pinnedpubkey');
  try {
    const key =
      bytes[0] === 0x30 ? createPublicKey({ key: bytes, format: 'der', type: 'spki' }) : createPublicKey(bytes);
    return [
      createHash('sha256')
        .update(key.export({ format: 'der', type: 'spki' }))
        .digest('base64'),
    ];
  } catch (error) {
    throw new SendError(
      'FILE',
      `The file ${quoteOutside(pinned)} of --pinnedpubkey holds no public key; check the path.`,
      error,
    );
  }
}

function pinOf(certificate: X509Certificate | undefined): string {
  if (!certificate) return '';
  const { createHash } = process.getBuiltinModule('node:crypto');
  return createHash('sha256')
    .update(certificate.publicKey.export({ format: 'der', type: 'spki' }))
    .digest('base64');
}

function readFolder(folder: string): Buffer[] {
  let names: readonly string[];
  try {
    names = readFolderNames(folder);
  } catch (error) {
    throw fileError('--capath', folder, error);
  }
  const files = names.filter((name) => /\.(?:\d+|pem|crt|cer)$/i.test(name)).slice(0, MAX_CA_FILES);
  const found: Buffer[] = [];
  for (const name of files) {
    try {
      const pem = readPem(join(folder, name), '--capath');
      if (holdsCertificate(pem)) found.push(pem);
    } catch {
      // One unreadable file of many is passed over, as OpenSSL does with a CA folder.
    }
  }
  if (found.length === 0)
    throw new SendError(
      'FILE',
      `The folder ${quoteOutside(folder)} of --capath holds no PEM certificate; check the path.`,
    );
  return found;
}

function clientCertificate(options: TlsSettings): SecureContextOptions {
  if (options.cert === undefined && options.key === undefined) return {};
  const passphrase = options.passphrase === undefined ? {} : { passphrase: options.passphrase };
  const bundle = readPem(options.cert ?? options.key!, options.cert === undefined ? '--key' : '--cert');
  // DER starts with a SEQUENCE; PEM is text. PKCS #12 is the only DER that holds certificate and key together.
  if (bundle[0] === 0x30 && options.key === undefined) return { pfx: bundle, ...passphrase };
  return {
    cert: bundle,
    // curl takes the key from the certificate's file where --key is not given.
    key: options.key === undefined ? bundle : readPem(options.key, '--key'),
    ...passphrase,
  };
}

function readPem(path: string, option: string): Buffer {
  try {
    return readFileBytes(path, { most: MAX_PEM_BYTES, pipes: true });
  } catch (error) {
    throw error instanceof SendError ? error : fileError(option, path, error);
  }
}

function fileError(option: string, path: string, error: unknown): SendError {
  return new SendError('FILE', `${quoteOutside(path)} of ${option} cannot be read: ${fileReason(error)}.`);
}

function contextError(error: unknown, options: TlsSettings): unknown {
  if (error instanceof SendError) return error;
  const { code = '', message = '' } = error as { code?: string; message?: string };
  const file = quoteOutside(options.key ?? options.cert ?? options.caFile ?? '');
  if (/cipher/i.test(`${code} ${message}`)) {
    return new SendError(
      'TLS',
      `The ciphers ${quoteOutside(options.ciphers ?? '')} are not known here; check --ciphers.`,
      error,
    );
  }
  if (/bad.decrypt|passphrase|password|mac.verify|INTERRUPTED_OR_CANCELLED/i.test(`${code} ${message}`)) {
    return new SendError('FILE', `The key in ${file} cannot be opened; give its passphrase with --pass.`, error);
  }
  if (/values.mismatch/i.test(`${code} ${message}`)) {
    return new SendError(
      'FILE',
      `The key in ${file} does not belong to the certificate; check --cert and --key.`,
      error,
    );
  }
  if (/curve|group|sigalg|signature/i.test(`${code} ${message}`))
    return new SendError('TLS', `The curves or signatures are not known here; check --curves and --sigalgs.`, error);
  if (/crl/i.test(`${code} ${message}`))
    return new SendError(
      'FILE',
      `The file ${quoteOutside(options.crlFile ?? '')} of --crlfile holds no revocation list; check the path.`,
      error,
    );
  return new SendError(
    'FILE',
    `The certificate or key in ${file} cannot be used (${quoteOutside(code || message)}); check --cert, --key and --cacert.`,
    error,
  );
}
