// What is to be told beside the exchanges: connections that were passed on unread, and those that failed.
import { failureOf, proxyOf } from './failure.ts';

export interface Notes {
  /** A connection to this place was passed on without being read. */
  unread(place: string, why: string): void;
  /** A client broke off when the recorder showed its certificate. */
  untrusted(place: string): void;
  /** A client spoke to the recorder as to the server. */
  trusted(place: string): void;
  /** No connection to this place came about, or none to the user's proxy on the way there. */
  failed(place: string, error: unknown): void;
  readonly isUntrusted: (place: string) => boolean;
  readonly lines: () => readonly string[];
  readonly unreadCount: () => number;
}

/** Most places that are named for one reason. */
const MOST_PLACES = 5;

export function createNotes(): Notes {
  const unread = new Map<string, Set<string>>();
  const untrusted = new Set<string>();
  const trusted = new Set<string>();
  const failed = new Map<string, string>();
  return {
    unread(place, why) {
      const places = unread.get(why) ?? new Set();
      unread.set(why, places.add(place));
    },
    untrusted: (place) => void (trusted.has(place) || untrusted.add(place)),
    trusted(place) {
      trusted.add(place);
      untrusted.delete(place);
    },
    failed: (place, error) => {
      const proxy = proxyOf(error);
      failed.set(proxy === undefined ? place : `The proxy ${proxy}`, failureOf(error));
    },
    isUntrusted: (place) => untrusted.has(place),
    unreadCount: () => [...unread.values()].reduce((sum, { size }) => sum + size, 0),
    lines: () => [
      ...[...unread].map(([why, places]) => `Passed on unread: ${list(places)}. ${why}`),
      ...(untrusted.size > 0
        ? [
            `The recorder was not trusted by the command for ${list(untrusted)}: it broke off the handshake with why403, not with the server. This failure is not the server's. Run the command without why403 and paste its output.`,
          ]
        : []),
      ...[...failed].slice(0, MOST_PLACES).map(([place, why]) => `${place} was not reached: ${why}`),
    ],
  };
}

function list(places: ReadonlySet<string>): string {
  const all = [...places];
  const more = all.length - MOST_PLACES;
  return more > 0 ? `${all.slice(0, MOST_PLACES).join(', ')} and ${more} more` : all.join(', ');
}
