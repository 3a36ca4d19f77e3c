import type { Exchange, Span } from './exchange.ts';

/** How a text came to be in the answer. */
export type MessageRole = 'code' | 'message' | 'title' | 'heading' | 'text' | 'header';

export type CredentialKind =
  | 'bearer'
  | 'basic'
  | 'digest'
  | 'scheme'
  | 'api-key'
  | 'session-cookie'
  | 'sigv4'
  | 'signed-url'
  | 'client-certificate';

/** What makes a credential unreadable for the server, whatever its value. */
export type Malformation =
  | 'no-scheme'
  | 'doubled-scheme'
  | 'unknown-scheme'
  | 'punctuated'
  | 'quoted'
  | 'whitespace'
  | 'placeholder'
  | 'empty'
  | 'not-base64'
  | 'no-colon'
  | 'truncated'
  | 'wrong-header'
  | 'challenge-mismatch';

/** What each kind of evidence tells. A fact is never a judgement. */
export interface Facts {
  /** The status line. */
  readonly status: { readonly status: number };
  /** A piece of text in which the answer speaks: a message, a code, a title, a header that explains. */
  readonly message: {
    readonly text: string;
    readonly role: MessageRole;
    /** Path of the field (`error.errors[0].reason`), the element (`title`) or the header's name. */
    readonly field: string;
  };
  /** One WWW-Authenticate or Proxy-Authenticate challenge (RFC 9110 §11.6.1). Parameter names are lower case. */
  readonly challenge: {
    readonly scheme: string;
    readonly params: Readonly<Record<string, string>>;
    readonly proxy: boolean;
  };
  /** Something sent that identifies the caller. */
  readonly credential: {
    readonly kind: CredentialKind;
    /** Header, cookie or query parameter name. */
    readonly name: string;
    readonly value: string;
    readonly scheme?: string;
    readonly problems: readonly Malformation[];
  };
  /** A JSON Web Token that was sent (RFC 7519). Times are seconds since the epoch. */
  readonly jwt: {
    readonly header: Readonly<Record<string, unknown>>;
    readonly claims: Readonly<Record<string, unknown>>;
    readonly scopes: readonly string[];
    readonly roles: readonly string[];
    readonly audience: readonly string[];
    readonly issuer?: string;
    /** Clock that the times were held against: the response's Date, or none. */
    readonly now?: number;
    readonly expiredBy?: number;
    readonly notBeforeBy?: number;
  };
  /** A signed URL or request that carries its own time limit. Seconds. */
  readonly signature: {
    readonly scheme: 's3' | 'gcs' | 'azure-sas' | 'cloudfront' | 'secure-link' | 'sigv4' | 'other';
    readonly now?: number;
    readonly expiresAt?: number;
    readonly expiredBy?: number;
    /** How far the request's own time stood from the server's, where it tells one. */
    readonly skew?: number;
  };
  /** A CSRF token that was sent. */
  readonly csrf: {
    readonly where: 'header' | 'body' | 'cookie' | 'query';
    readonly name: string;
    readonly value: string;
  };
  /** What a browser tells about where the request comes from. */
  readonly origin: {
    readonly origin?: string;
    readonly referer?: string;
    readonly site?: string;
    /** Whether Origin or, without it, Referer is of another origin than the request's own. */
    readonly cross: boolean;
  };
  readonly 'user-agent': { readonly value?: string; readonly kind: 'browser' | 'library' | 'bot' | 'none' | 'other' };
  /** CORS answer: what the server allows (Fetch standard). */
  readonly cors: { readonly allowOrigin?: string; readonly preflight: boolean; readonly blocked: boolean };
  /** Rate-limit fields old and new. Seconds for times. */
  readonly 'rate-limit': {
    readonly limit?: number;
    readonly remaining?: number;
    readonly reset?: number;
    readonly retryAfter?: number;
  };
  /** A hop on the way that shows itself. */
  readonly hop: { readonly product: string; readonly header: string };
  /** A redirect or page that leads to a login. */
  readonly login: { readonly how: 'redirect' | 'form'; readonly to?: string };
  /** A refusal told inside a successful status, with the code that tells it. */
  readonly inside: { readonly text: string };
  /** A page that asks a browser to prove itself. */
  readonly 'challenge-page': { readonly product?: string };
  readonly allow: { readonly methods: readonly string[] };
  /** A product that shows itself in this exchange. */
  readonly product: { readonly vendor: string; readonly name: string; readonly role: Role };
}

export type Kind = keyof Facts;

/** A fact with its place. Never a judgement. */
export type Evidence<K extends Kind = Kind> = {
  [P in K]: {
    readonly kind: P;
    readonly fact: Facts[P];
    readonly at: readonly Span[];
    /** Id of the reader or vendor that found it. */
    readonly by: string;
  };
}[K];

/** What a product does on the way of a request; priors over the causes depend on it. */
export type Role =
  | 'cdn'
  | 'waf'
  | 'forward-proxy'
  | 'gateway'
  | 'mesh'
  | 'web-server'
  | 'framework'
  | 'cms'
  | 'dev-server'
  | 'storage'
  | 'api'
  | 'identity'
  | 'source-host'
  | 'registry'
  | 'platform'
  | 'database'
  | 'app';

/** A reader turns an exchange into evidence. One file each in `read/`. It never judges and never throws. */
export interface Reader {
  readonly id: string;
  /** Readers whose evidence this one looks at; they are asked before it. */
  readonly after?: readonly string[];
  read(exchange: Exchange, soFar: EvidenceSet): readonly Evidence[];
}

/** Evidence found so far, by kind. */
export interface EvidenceSet {
  all<K extends Kind>(kind: K): readonly Evidence<K>[];
  first<K extends Kind>(kind: K): Evidence<K> | undefined;
}
