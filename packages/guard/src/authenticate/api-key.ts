import { quoted } from '../answer/challenge.ts';
import type { Authenticator, Native } from '../model.ts';
import { callback, checkOptions, maybe, options as optionsOf, ownHeader } from '../options.ts';
import { type Found, whoFrom } from './callback.ts';

export interface ApiKeyOptions {
  /** `x-api-key` by default. A key in the query would end up in logs, and is not read. */
  readonly header?: string;
  /** Finds whose key it is. Compare with `sameSecret`, or look up a hash of it. */
  readonly find: (key: string, native: Native) => Found | Promise<Found>;
}

const OPTIONS = optionsOf({ header: maybe(ownHeader), find: callback });

/** Knows callers by a key in a header of its own. */
export function apiKey(options: ApiKeyOptions): Authenticator {
  checkOptions('apiKey', OPTIONS, options);
  const header = (options.header ?? 'x-api-key').toLowerCase();
  return {
    scheme: 'api-key',
    kind: 'machine',
    challenge: (realm) => `ApiKey realm=${quoted(realm)}, header=${quoted(header)}`,
    authenticate({ reader, native, received }) {
      const key = reader.header(received, header);
      if (key === undefined || key === '') return { state: 'absent' };
      if (key.length > 1024 || !/^[\x21-\x7e]+$/.test(key)) {
        return { state: 'refused', cause: 'credentials-malformed', found: `the value of ${header} cannot be a key` };
      }
      return whoFrom('api-key', options.find(key, native), 'API key');
    },
  };
}
