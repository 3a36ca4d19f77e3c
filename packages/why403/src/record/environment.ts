// The variables by which programs find the recorder and trust it.
import path from 'node:path';
import { javaKeyStore, PASSWORD } from './key-store.ts';
import type { RunFolder } from './run-folder.ts';
import { AUTHORITIES, type Trusted } from './trusted.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** Names of variables that say which proxy is used, and for which hosts none. */
const PROXIES = ['http_proxy', 'https_proxy', 'HTTP_PROXY', 'HTTPS_PROXY'] as const;
const EXCEPTIONS = ['no_proxy', 'NO_PROXY', 'npm_config_noproxy'] as const;
/** Any of these, and the user has a proxy. */
const SET_BY_USER = [...PROXIES, 'all_proxy', 'ALL_PROXY', 'npm_config_proxy', 'npm_config_https_proxy'] as const;

/** Variables that name authorities beside those that a program brings: Node and Deno. */
const MORE_AUTHORITIES = ['NODE_EXTRA_CA_CERTS', 'DENO_CERT'] as const;

/** What the environment is made of. */
export interface Surroundings {
  readonly env: Env;
  readonly port: number;
  readonly folder: RunFolder;
  readonly trusted: Trusted;
  /** The recorder's own certificate (PEM). */
  readonly own: string;
  /** The command would hand no HTTP/2 with prior knowledge to a proxy of HTTP. */
  readonly bySocks: boolean;
  /** The text of the user's .wgetrc. */
  readonly wgetrc: string;
  /** The file that Node loads first. */
  readonly preload: string;
}

/** The environment of the command: the user's, with what leads to the recorder. Writes the files that it names. */
export function environmentFor(around: Surroundings): Record<string, string | undefined> {
  const { env, port, folder, trusted, own, preload } = around;
  const files = new Map<string, string>();
  /** A file with these and the recorder's; one for each list that there is. */
  const fileOf = (certificates: readonly string[]): string => {
    const text = `${[...certificates, own].join('\n')}\n`;
    const known = files.get(text) ?? folder.write(`authorities-${files.size + 1}.pem`, text);
    files.set(text, known);
    return known;
  };
  const proxy = `http://127.0.0.1:${port}`;
  const settings = folder.write('wgetrc', wgetSettings(around.wgetrc, fileOf(trusted.of('ca_certificate'))));
  const store = folder.write('authorities.jks', javaKeyStore([...trusted.system, own]));
  const php = phpSettings(folder, fileOf(trusted.of('SSL_CERT_FILE')), port);
  const result: Record<string, string | undefined> = {
    ...env,
    ...Object.fromEntries(PROXIES.map((name) => [name, proxy])),
    ...(around.bySocks && { http_proxy: `socks5h://127.0.0.1:${port}` }),
    ...Object.fromEntries(Object.keys(AUTHORITIES).map((name) => [name, fileOf(trusted.of(name))])),
    ...Object.fromEntries(MORE_AUTHORITIES.map((name) => [name, fileOf(trusted.named(name))])),
    ...(trusted.isNamed('npm_config_cafile') && { npm_config_cafile: fileOf(trusted.of('npm_config_cafile')) }),
    WGETRC: settings,
    PERL_LWP_ENV_PROXY: '1',
    // an empty entry stands for the folder that PHP was built with
    PHP_INI_SCAN_DIR: `${env['PHP_INI_SCAN_DIR'] ?? ''}${path.delimiter}${php}`,
    JAVA_TOOL_OPTIONS: [env['JAVA_TOOL_OPTIONS'], ...javaOptions(port, store)].filter(Boolean).join(' '),
    NODE_OPTIONS: [env['NODE_OPTIONS'], `--require ${quoted(preload)}`].filter(Boolean).join(' '),
    WHY403_RECORDER: JSON.stringify({ port, own: fileOf([]), hidden: hiddenFrom(env), given: givenTo(proxy) }),
  };
  for (const name of EXCEPTIONS) delete result[name];
  return result;
}

/**
 * What programs of Node do not see, for their connections are led one by one: our proxy, where the user has none. Some libraries would
 * hand requests to it in another form, without their client certificates.
 */
function hiddenFrom(env: Env): Readonly<Record<string, string | null>> {
  if (SET_BY_USER.some((name) => env[name])) return {};
  return Object.fromEntries([...PROXIES, ...EXCEPTIONS].map((name) => [name, env[name] ?? null]));
}

/** What those get that such programs start. */
function givenTo(proxy: string): Readonly<Record<string, string | null>> {
  return Object.fromEntries([...PROXIES.map((name) => [name, proxy]), ...EXCEPTIONS.map((name) => [name, null])]);
}

/** A word in NODE_OPTIONS (https://nodejs.org/api/cli.html#node_optionsoptions). */
function quoted(word: string): string {
  return `"${word.replace(/[\\"]/g, '\\$&')}"`;
}

function wgetSettings(own: string, bundle: string): string {
  const kept = own.split('\n').filter((line) => !/^\s*ca_?(?:certificate|directory)\s*=/i.test(line));
  return `${kept.join('\n')}\nca_certificate = ${bundle}\n`;
}

function javaOptions(port: number, store: string): readonly string[] {
  const word = (text: string): string => (/\s/.test(text) ? `"${text}"` : text);
  return [
    ...['http', 'https'].flatMap((scheme) => [`-D${scheme}.proxyHost=127.0.0.1`, `-D${scheme}.proxyPort=${port}`]),
    // otherwise hosts on this machine are left out
    '-Dhttp.nonProxyHosts=',
    word(`-Djavax.net.ssl.trustStore=${store}`),
    '-Djavax.net.ssl.trustStoreType=JKS',
    `-Djavax.net.ssl.trustStorePassword=${PASSWORD}`,
    // a daemon would keep these options when the recorder is gone
    '-Dorg.gradle.daemon=false',
  ];
}

/** A folder with settings for PHP: authorities, and for its own streams the proxy as well, which no variable gives them. */
function phpSettings(folder: RunFolder, bundle: string, port: number): string {
  const prepend = folder.write(
    'php/recorder.php',
    `<?php
stream_context_set_default(['http' => ['proxy' => 'tcp://127.0.0.1:${port}', 'request_fulluri' => true], 'https' => ['proxy' => 'tcp://127.0.0.1:${port}']]);
`,
  );
  const word = (text: string): string => `"${text}"`;
  const settings = folder.write(
    'php/zz-why403.ini',
    `curl.cainfo=${word(bundle)}\nopenssl.cafile=${word(bundle)}\nauto_prepend_file=${word(prepend)}\n`,
  );
  return path.dirname(settings);
}
