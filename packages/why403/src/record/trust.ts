// Who is trusted: by the programs that are run, which get files, and by the recorder, which looks at the servers in their place.
import { createSecureContext, rootCertificates, type SecureContext } from 'node:tls';
import { SYSTEM_BUNDLES } from '../send/tls.ts';
import { readFileText } from '../shared/read-file.ts';

const MOST_FILE = 16 * 1024 * 1024;
const CERTIFICATE = /-----BEGIN (?:TRUSTED )?CERTIFICATE-----[^-]{1,100000}-----END (?:TRUSTED )?CERTIFICATE-----/g;

/** The certificates that a text in PEM holds. */
export function certificatesOf(pem: string): readonly string[] {
  return (pem.match(CERTIFICATE) ?? []).map((one) => one.replaceAll('TRUSTED ', ''));
}

/** The certificates in a file of the user's; none where it cannot be read. */
export function certificatesIn(file: string): readonly string[] {
  try {
    return certificatesOf(readFileText(file, { most: MOST_FILE, pipes: true }));
  } catch {
    return [];
  }
}

/** Those that the system trusts. */
export function systemCertificates(): readonly string[] {
  for (const file of SYSTEM_BUNDLES) {
    const found = certificatesIn(file);
    if (found.length > 0) return found;
  }
  return rootCertificates;
}

/** Whom the recorder trusts in place of a program. */
export interface Trust {
  /** For programs that trust what the system trusts, or a file in its place. */
  readonly system: () => SecureContext;
  /** For Node, which brings its own list. */
  readonly node: () => SecureContext;
}

export function createTrust(system: readonly string[], extraOfNode: readonly string[]): Trust {
  const once = (ca: () => readonly string[]): (() => SecureContext) => {
    let made: SecureContext | undefined;
    return () => (made ??= createSecureContext({ ca: [...ca()], minVersion: 'TLSv1.2' }));
  };
  return { system: once(() => system), node: once(() => [...rootCertificates, ...extraOfNode]) };
}
