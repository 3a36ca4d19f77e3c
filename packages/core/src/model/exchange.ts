import type { Gap } from './gap.ts';

/** A header field as it stood on the wire: case and order kept, duplicates as separate entries. */
export type Header = readonly [name: string, value: string];

/** A message body as far as it is known. */
export interface Body {
  /** Decoded text; undecodable bytes stand as U+FFFD. */
  readonly text: string;
  /** The bytes themselves, only where `text` does not give them back when encoded as UTF-8. */
  readonly bytes?: Uint8Array;
  /** Size in bytes of the whole body where more was sent than is kept here. */
  readonly cutFrom?: number;
}

export interface Request {
  readonly method: string;
  /** Absolute URL, the path and query exactly as they are or were sent. */
  readonly url: string;
  readonly httpVersion?: '1.0' | '1.1' | '2' | '3';
  readonly headers: readonly Header[];
  readonly body?: Body;
}

export interface Response {
  readonly status: number;
  readonly statusText?: string;
  readonly httpVersion?: '1.0' | '1.1' | '2' | '3';
  readonly headers: readonly Header[];
  readonly body?: Body;
}

/** What the connection showed besides the messages. Absent where the exchange came from a file that does not say. */
export interface Transport {
  readonly address?: string;
  readonly port?: number;
  readonly viaProxy?: string;
  /** The proxy opened a way (CONNECT, SOCKS) through which the host itself was asked. */
  readonly tunnelled?: true;
  readonly tls?: {
    readonly protocol: string;
    readonly cipher?: string;
    readonly authorized: boolean;
    readonly authorizationError?: string;
    readonly certificate?: {
      readonly subject: string;
      readonly issuer: string;
      readonly validFrom: string;
      readonly validTo: string;
    };
    readonly clientCertificateSent: boolean;
    /** When the client's own certificate holds, as the peer's is told above. */
    readonly clientCertificate?: { readonly subject: string; readonly validFrom: string; readonly validTo: string };
  };
  /** Milliseconds from the start of the request. */
  readonly timings?: {
    readonly lookup?: number;
    readonly connect?: number;
    readonly tls?: number;
    readonly firstByte?: number;
    readonly end?: number;
  };
}

/** One request and its response, and what the source of it could not show. */
export interface Exchange {
  readonly request: Request;
  readonly response?: Response;
  readonly transport?: Transport;
  /** Exchanges that led here by redirects, the first one first. */
  readonly redirects?: readonly Exchange[];
  /** What the source cannot show, and what was done otherwise than asked. */
  readonly gaps: readonly Gap[];
  /** Where it was read from: a file and the entry's place in it. */
  readonly source?: { readonly name: string; readonly entry?: number };
  /** Headers and cookies that carry a credential, whatever their names: the user said so (`--as`). */
  readonly carriers?: readonly { readonly in: 'header' | 'cookie'; readonly name: string }[];
}

/** A place in an exchange: the smallest run of the user's own bytes that says something. Offsets count UTF-16 units. */
export interface Span {
  readonly part: 'request' | 'response';
  readonly in: 'method' | 'url' | 'status' | 'header' | 'body' | 'transport';
  /** Header name as it stood on the wire, where `in` is `header`. */
  readonly header?: string;
  /** Which header of the list, where `in` is `header`. */
  readonly index?: number;
  /** Offsets into the header's value, the body's text or the URL; the whole of it where absent. */
  readonly start?: number;
  readonly end?: number;
}
