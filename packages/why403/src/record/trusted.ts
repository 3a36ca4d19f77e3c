// Whom the user's programs trust, by the variables and settings that each of them reads. With the recorder before them they trust the
// same and the recorder, and no more: a certificate that a program would not take must not pass.
import { certificatesIn, systemCertificates } from './trust.ts';

type Env = Readonly<Record<string, string | undefined>>;

/**
 * Variables that name a file of authorities in place of the system's, each with those that the same programs read where it is not set.
 *
 * | programs                                    | read                                                 |
 * |---------------------------------------------|------------------------------------------------------|
 * | Python (ssl, urllib, httpx, uv), Go, Ruby   | SSL_CERT_FILE                                        |
 * | curl                                        | CURL_CA_BUNDLE, SSL_CERT_FILE                        |
 * | Git                                         | GIT_SSL_CAINFO, before http.sslCAInfo                |
 * | requests, HTTPie                            | REQUESTS_CA_BUNDLE, CURL_CA_BUNDLE                   |
 * | pip                                         | PIP_CERT, pip.conf, REQUESTS_CA_BUNDLE, CURL_CA_BUNDLE |
 * | aws; httplib2; gcloud; cargo; Perl LWP; Nix | one of their own, some SSL_CERT_FILE after it        |
 */
export const AUTHORITIES: Readonly<Record<string, readonly string[]>> = {
  SSL_CERT_FILE: [],
  CURL_CA_BUNDLE: ['SSL_CERT_FILE'],
  GIT_SSL_CAINFO: [],
  REQUESTS_CA_BUNDLE: ['CURL_CA_BUNDLE'],
  PIP_CERT: ['REQUESTS_CA_BUNDLE', 'CURL_CA_BUNDLE'],
  AWS_CA_BUNDLE: ['REQUESTS_CA_BUNDLE'],
  HTTPLIB2_CA_CERTS: [],
  CARGO_HTTP_CAINFO: ['SSL_CERT_FILE'],
  PERL_LWP_SSL_CA_FILE: ['SSL_CERT_FILE'],
  CLOUDSDK_CORE_CUSTOM_CA_CERTS_FILE: [],
  NIX_SSL_CERT_FILE: ['SSL_CERT_FILE'],
};

/** Variables that name authorities beside the program's own, or in place of those. */
const OTHERS = ['NODE_EXTRA_CA_CERTS', 'DENO_CERT', 'npm_config_cafile'] as const;

export interface Trusted {
  readonly system: readonly string[];
  /** What the programs trust that read this variable, or the setting of this name. */
  readonly of: (name: string) => readonly string[];
  /** What the user names by it. */
  readonly named: (name: string) => readonly string[];
  /** Whether the user names authorities by it. */
  readonly isNamed: (name: string) => boolean;
  /** What programs of Node trust beside what Node brings: by its variable, by a setting of npm. */
  readonly besideNode: readonly string[];
  /** All that any program trusts. */
  readonly any: () => readonly string[];
}

/** `settings` are files that settings name, by the variable or setting that they stand for. */
export function trustedBy(env: Env, settings: ReadonlyMap<string, readonly string[]>): Trusted {
  const system = systemCertificates();
  const cache = new Map<string, readonly string[]>();
  const read = (file: string): readonly string[] => {
    const found = cache.get(file) ?? certificatesIn(file);
    cache.set(file, found);
    return found;
  };
  const files = (name: string): readonly string[] => (env[name] ? [env[name]] : (settings.get(name) ?? []));
  const named = (name: string): readonly string[] => files(name).flatMap(read);
  const first = (names: readonly string[]): readonly string[] | undefined => {
    const name = names.find((one) => files(one).length > 0);
    return name === undefined ? undefined : named(name);
  };
  return {
    system,
    of: (name) => first([name, ...(AUTHORITIES[name] ?? [])]) ?? system,
    named,
    isNamed: (name) => files(name).length > 0,
    besideNode: [...new Set(OTHERS.flatMap(named))],
    any: () => [
      ...new Set([
        ...system,
        ...[...Object.keys(AUTHORITIES), ...OTHERS].flatMap(named),
        ...[...settings.keys()].flatMap(named),
      ]),
    ],
  };
}
