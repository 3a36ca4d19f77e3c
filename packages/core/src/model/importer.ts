import type { Claim } from './cause.ts';
import type { Exchange, Header } from './exchange.ts';

/** How TLS is spoken with a host or a proxy: PEM file paths, the key's passphrase, limits. */
export interface TlsSettings {
  /** Accept any certificate (`-k`, `--proxy-insecure`). */
  readonly insecure?: boolean;
  readonly cert?: string;
  readonly key?: string;
  readonly passphrase?: string;
  readonly caFile?: string;
  readonly caPath?: string;
  readonly crlFile?: string;
  /** Public keys of which the server must have one: `sha256//…` hashes set apart by `;`, or a file (`--pinnedpubkey`). */
  readonly pinnedKey?: string;
  readonly tlsMin?: '1.0' | '1.1' | '1.2' | '1.3';
  readonly tlsMax?: '1.0' | '1.1' | '1.2' | '1.3';
  readonly ciphers?: string;
  readonly curves?: string;
  readonly signatures?: string;
}

/** How a request is to be sent, as far as the user's own material says so (mostly curl options). Times are in milliseconds. */
export interface SendOptions extends TlsSettings {
  /** Forward proxy URL (`-x`), with `proxyHeaders` for the CONNECT request or the proxied request. */
  readonly proxy?: string;
  readonly proxyHeaders?: readonly Header[];
  readonly proxyTunnel?: boolean;
  /** The proxy is asked for a tunnel by HTTP/1.0 (`--proxy1.0`). */
  readonly proxyHttp10?: boolean;
  /** TLS with a proxy that is reached by https. */
  readonly proxyTls?: TlsSettings;
  /** A SOCKS proxy through which the other proxy is reached (`--preproxy`). */
  readonly preproxy?: string;
  /** Hosts not to be reached through the proxy, comma separated (`--noproxy`). */
  readonly noProxy?: string;
  /** `host:port:address[,address]` entries (`--resolve`). */
  readonly resolve?: readonly string[];
  /** `host:port:connectHost:connectPort` entries (`--connect-to`). */
  readonly connectTo?: readonly string[];
  readonly unixSocket?: string;
  /** Address or name of the interface that connections go out by (`--interface`), and their own port or ports (`--local-port`). */
  readonly interface?: string;
  readonly localPort?: string;
  /** Name servers in place of the system's (`--dns-servers`), the own addresses to ask them from, or one that speaks HTTPS (`--doh-url`). */
  readonly dnsServers?: string;
  readonly dnsFrom?: { readonly 4?: string; readonly 6?: string };
  readonly doh?: { readonly url: string; readonly insecure?: boolean };
  /** Begin the connection with a line of the PROXY protocol (`--haproxy-protocol`), which names this client (`--haproxy-clientip`). */
  readonly proxyProtocol?: { readonly client?: string };
  readonly ipVersion?: 4 | 6;
  readonly httpVersion?: '1.0' | '1.1' | '2' | '2-prior-knowledge';
  /** Follow redirects (`-L`), with curl's method rules. */
  readonly follow?: boolean;
  readonly maxRedirects?: number;
  /** Schemes that redirects may lead to, where not both (`--proto`, `--proto-redir`). */
  readonly redirectSchemes?: readonly ('http' | 'https')[];
  /** Keep the method over 301, 302 or 303 (`--post301` ...). */
  readonly keepMethodOn?: readonly (301 | 302 | 303)[];
  /** The method was written out (`-X`): curl keeps the word over every redirect, and drops only the body. */
  readonly methodForced?: boolean;
  /** Keep the cookies that answers set, for the redirects that follow (`-b FILE`, `-c`). */
  readonly keepCookies?: boolean;
  /** Send credentials to other origins too when following (`--location-trusted`). */
  readonly trustRedirects?: boolean;
  /** What stands in the request line in place of the URL's path and query (`--request-target`). */
  readonly requestTarget?: string;
  readonly timeout?: number;
  readonly connectTimeout?: number;
  /** Ask for and decode compressed bodies (`--compressed`). */
  readonly compressed?: boolean;
  /** `provider1[:provider2[:region[:service]]]` (`--aws-sigv4`); the key pair stands in `user`. */
  readonly awsSigv4?: string;
  readonly user?: string;
  /** Authentication that needs an answer first (`--digest`); Basic and Bearer are already headers. */
  readonly digest?: boolean;
  /** Answer whichever challenge comes, Digest before Basic, with the pair of `user` (`--anyauth`). */
  readonly anyAuth?: boolean;
  /** Headers that the user took out (`-H 'Accept:'`), so that no default is added again. */
  readonly removedHeaders?: readonly string[];
}

/**
 * What a text is that a request was read from; it decides what may be sent.
 * `command`: a URL or one command line, nothing beside it, every part of it read.
 * `request`: one raw HTTP request without an answer, nothing beside it, every line of it read.
 * `record`: all else, above all what holds or held an answer.
 */
export type Form = 'command' | 'request' | 'record';

/** One thing that was read: an exchange, and how to send its request (again). */
export interface Imported {
  readonly exchange: Exchange;
  readonly send: SendOptions;
  /** A record where absent: what nobody vouched for is not sent. */
  readonly form?: Form;
  /** What stands beside the exchange and says something of its cause. */
  readonly claims?: readonly Claim[];
  /** Id of the tool whose output it was read from. */
  readonly tool?: string;
  /** What its source holds beside the exchange as it went over the wire, in the form of one: for its secrets alone. */
  readonly beside?: Exchange;
  /** Notes for the user about what was passed over, each one sentence. */
  readonly notes: readonly string[];
}

/** Values of variables that the user gave beside the text. */
export interface GivenVariables {
  /** Of an environment: they count more than those of a collection. */
  readonly over: ReadonlyMap<string, string>;
  /** Global ones: they count less. */
  readonly under: ReadonlyMap<string, string>;
  /** Values that their file calls secret. */
  readonly secrets: readonly string[];
}

/** What an importer may ask of its surroundings; core itself does no I/O. */
export interface ImportContext {
  /** Contents of a file that the user's own material names (`-d @file`, `-b jar`, `-K config`). Throws InputError when unreadable. */
  readFile?(path: string): Uint8Array;
  /** Standard input, for `@-`. */
  readStdin?(): Uint8Array;
  readonly variables?: GivenVariables;
  /** Told of each variable that a text has, used or not: any answer may repeat its value. */
  readonly variable?: (name: string, value: string) => void;
  /** Name of the file or `standard input`, for messages. */
  readonly name?: string;
  /** Environment variables: those of curl's own, and those that a line names which the user typed (`variablesOf`). */
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/**
 * Variables that a line may name (`$TOKEN`). Only of one that the user typed: a file or a pipe may come from anyone, and would send
 * whatever it names of this environment to its own host.
 */
export function variablesOf({ name, env = {} }: ImportContext): Readonly<Record<string, string | undefined>> {
  return name === undefined ? env : { HOME: env['HOME'] };
}

export interface Importer {
  readonly id: string;
  readonly title: string;
  /** Whether this text looks like this kind. Cheap; looks at no more than the first few kilobytes. */
  accepts(text: string, name?: string): boolean;
  /** Reads it. Throws InputError for what it cannot read, with the place in the text. */
  read(text: string, context: ImportContext): readonly Imported[];
}
