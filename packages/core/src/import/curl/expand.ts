import type { InputError } from '../../model/errors.ts';
import { decodeUtf8, encodeUtf8, toBase64 } from '../parts/bytes.ts';
import { errorAt, quoteShort } from '../parts/caret.ts';
import type { ReadFile } from './data.ts';
import type { Setting } from './read-arguments.ts';

/** Variables of one curl command (https://curl.se/docs/manpage.html#--variable), in the order of its options. */
export interface Variables {
  /** `--variable name=value`, `name@file`, `%NAME`, `%NAME=default`, `name[from-to]@file`. */
  set(setting: Setting, text: string): void;
  /** The value of an `--expand-` option, with `{{name}}` and `{{name:function}}` filled in. */
  fill(setting: Setting, text: string): string;
}

const MOST_VALUE = 10 * 1024 * 1024;

export function createVariables(env: Readonly<Record<string, string | undefined>>, read: ReadFile): Variables {
  const known = new Map<string, Uint8Array>();
  return {
    set(setting, text) {
      const parts = /^(%)?([A-Za-z0-9_]{1,128})(?:\[(\d{1,15})-(\d{0,15})\])?(?:([=@])([\s\S]*))?$/.exec(setting.value);
      const [, imports, name = '', from, to, sign, rest = ''] = parts ?? [];
      if (!parts || (sign === undefined && !imports))
        throw refuse(setting, text, 'name=value, name@file or %NAME for a variable of the environment');
      const own = imports ? env[name] : undefined;
      if (imports && own === undefined && sign === undefined)
        throw refuse(setting, text, `the variable ${name} in the environment, and it is not set`);
      const whole = own !== undefined ? encodeUtf8(own) : sign === '@' ? read(rest) : encodeUtf8(rest);
      known.set(name, from === undefined ? whole : whole.slice(Number(from), to ? Number(to) + 1 : undefined));
    },
    fill(setting, text) {
      const filled = setting.value.replace(
        /(\\)?\{\{([^{}]{0,1000})\}\}/g,
        (all: string, escaped: string | undefined, inside: string) => {
          if (escaped) return all.slice(1);
          const [name = '', ...functions] = inside.split(':');
          if (!/^[A-Za-z0-9_]{1,127}$/.test(name)) return all;
          return functions.reduce((value, one) => apply(one, value, setting, text), decode(known.get(name)));
        },
      );
      if (filled.length > MOST_VALUE) throw refuse(setting, text, 'a value of at most 10 MiB');
      if (filled.includes('\0')) throw refuse(setting, text, 'a value without a null byte');
      return filled;
    },
  };
}

function decode(bytes: Uint8Array | undefined): string {
  return bytes === undefined ? '' : decodeUtf8(bytes);
}

function apply(name: string, value: string, setting: Setting, text: string): string {
  switch (name) {
    case 'trim':
      return value.replace(/^[ \t\n\v\f\r]+/, '').trimEnd();
    case 'json':
      return JSON.stringify(value).slice(1, -1);
    case 'url':
      return encodeURIComponent(value).replace(
        /[!'()*]/g,
        (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
      );
    case 'b64':
      return toBase64(encodeUtf8(value));
    case '64dec':
      return /^[A-Za-z0-9+/]*={0,2}$/.test(value) && value.length % 4 === 0
        ? decodeUtf8(Uint8Array.from(atob(value), (sign) => sign.charCodeAt(0)))
        : '[64dec-fail]';
    default:
      throw refuse(setting, text, `trim, json, url, b64 or 64dec as a function, and not ${quoteShort(name, 40)}`);
  }
}

function refuse({ word, spelt }: Setting, text: string, needs: string): InputError {
  return errorAt('BAD_VALUE', `curl's ${spelt} needs ${needs}.`, { text, at: word.at, length: word.length });
}
