import type { Authenticator, Native } from '../model.ts';
import { callback, checkOptions, options as optionsOf, prompt } from '../options.ts';
import { type Found, whoFrom } from './callback.ts';

export interface ClientCertificateOptions {
  /**
   * The certificate of the connection, verified by the TLS server; nothing where there is none. On Node:
   * `(req) => req.socket.authorized ? req.socket.getPeerCertificate() : undefined`.
   */
  readonly certificate: (native: Native) => object | null | undefined;
  /** Finds whose certificate it is. */
  readonly find: (certificate: Native, native: Native) => Found | Promise<Found>;
}

const OPTIONS = optionsOf({ certificate: prompt, find: callback });

/** Knows callers by a client certificate. HTTP has no challenge for it: its absence is answered with 403. */
export function clientCertificate(options: ClientCertificateOptions): Authenticator {
  checkOptions('clientCertificate', OPTIONS, options);
  return {
    scheme: 'client-certificate',
    kind: 'machine',
    challenge: () => undefined,
    authenticate({ native }) {
      const certificate = options.certificate(native);
      // Node answers with an empty object where the client sent none.
      if (certificate === null || certificate === undefined || Object.keys(certificate).length === 0) {
        return { state: 'absent' };
      }
      return whoFrom('client-certificate', options.find(certificate, native), 'client certificate');
    },
  };
}
