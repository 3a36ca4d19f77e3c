import { quoted } from '../answer/challenge.ts';
import type { Authenticator, Native } from '../model.ts';
import { callback, checkOptions, options as optionsOf } from '../options.ts';
import { type Found, whoFrom } from './callback.ts';

export interface BasicOptions {
  /** Finds whose name and password these are. */
  readonly find: (user: string, password: string, native: Native) => Found | Promise<Found>;
}

const OPTIONS = optionsOf({ find: callback });

/** Knows callers by HTTP Basic (RFC 7617). */
export function basic(options: BasicOptions): Authenticator {
  checkOptions('basic', OPTIONS, options);
  return {
    scheme: 'basic',
    challenge: (realm) => `Basic realm=${quoted(realm)}, charset="UTF-8"`,
    authenticate({ reader, native, received }) {
      const line = reader.header(received, 'authorization');
      if (line === undefined || !/^basic(?: |$)/i.test(line)) return { state: 'absent' };
      const pair = line.length > 4096 ? undefined : readPair(line.slice(6).trim());
      if (pair === undefined) {
        return { state: 'refused', cause: 'credentials-malformed', found: 'no name and password after Basic' };
      }
      return whoFrom('basic', options.find(pair[0], pair[1], native), 'name and password');
    },
  };
}

function readPair(encoded: string): readonly [string, string] | undefined {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(encoded)) return undefined;
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  return colon < 0 || /[\u0000-\u001f\u007f]/.test(text) ? undefined : [text.slice(0, colon), text.slice(colon + 1)];
}
