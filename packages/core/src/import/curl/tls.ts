import type { TlsSettings } from '../../model/importer.ts';
import { type Draft, refuseValue } from './draft.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type Version = NonNullable<TlsSettings['tlsMax']>;

/** What the options say of TLS with the host, or with `proxy-` before their names, with the proxy. */
export function readTls(draft: Draft, text: string, of: '' | 'proxy-' = ''): TlsSettings {
  const tls: Mutable<TlsSettings> = {};
  const given = (name: string) => draft.last.get(of + name);
  if (draft.on.has(`${of}insecure`)) tls.insecure = true;
  for (const name of ['cert-type', 'key-type']) {
    const type = given(name);
    if (type && type.value.toUpperCase() !== 'PEM')
      throw refuseValue(type, text, 'PEM here', 'openssl can turn a certificate into PEM.');
  }
  const cert = given('cert')?.value;
  if (cert !== undefined) {
    // A colon sets the passphrase apart, but not after a Windows drive letter or a backslash.
    const colon = /^((?:[A-Za-z]:[\\/])?(?:[^:\\]|\\[\s\S]){0,4096}):([\s\S]*)$/.exec(cert);
    tls.cert = (colon?.[1] ?? cert).replace(/\\([:\\])/g, '$1');
    if (colon?.[2]) tls.passphrase = colon[2];
  }
  for (const [name, key] of FILES) {
    const value = given(name)?.value;
    if (value) tls[key] = value;
  }
  if (of === '' && draft.tlsMin) tls.tlsMin = draft.tlsMin;
  if (of !== '' && draft.on.has('proxy-tlsv1')) tls.tlsMin = '1.0';
  const max = of === '' ? given('tls-max') : undefined;
  if (max && max.value !== 'default') {
    if (!/^1\.[0-3]$/.test(max.value)) throw refuseValue(max, text, '1.0, 1.1, 1.2 or 1.3');
    tls.tlsMax = max.value as Version;
  }
  const ciphers = of === '' ? draft.ciphers : ['ciphers', 'tls13-ciphers'].flatMap((name) => given(name)?.value || []);
  if (ciphers.length > 0) tls.ciphers = ciphers.join(':');
  return tls;
}

const FILES = [
  ['key', 'key'],
  ['pass', 'passphrase'],
  ['cacert', 'caFile'],
  ['capath', 'caPath'],
  ['crlfile', 'crlFile'],
  ['pinnedpubkey', 'pinnedKey'],
  ['curves', 'curves'],
  ['sigalgs', 'signatures'],
] as const;
