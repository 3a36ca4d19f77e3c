/** What one setting has to do with one request: whether its value, read for what it is, would refuse it. */
import type { CauseId } from '@why403/core';
import { rangeHolds, readRange } from '../shared/address-match.ts';
import type { ServerView } from '../shared/server-view.ts';
import type { Setting } from './settings.ts';
import { aboutCauses, wordsOfNames } from './terms.ts';

export interface Weighed {
  readonly setting: Setting;
  readonly cause: CauseId;
  /** 3: its value refuses this request; 2: it may; 1: it only speaks of the like. */
  readonly strength: 1 | 2 | 3;
  /** A switch that has the name of what the request does. */
  readonly named?: true;
  /** Completes "FILE:LINE …". */
  readonly says: string;
  /** Line of the value that decides, where it is not the setting's own. */
  readonly line?: number;
  /** What is to be added to the list for this request to pass, or the value to be turned. */
  readonly mend?: { readonly add: string } | { readonly turn: string };
}

/** Words of names that refuse, and those that let pass. */
const DENIES =
  /(?<![a-z])(?:den(?:y|ied)|black ?list\w*|block\w*|ban(?:ned)?|reject\w*|forbid\w*|exclude\w*|disallow\w*|bad|refuse\w*)(?![a-z])/;
const ALLOWS =
  /(?<![a-z])(?:allow\w*|white ?list\w*|trust\w*|permit\w*|accept\w*|only|require\w*|valid|known|from|restrict\w*)(?![a-z])/;
/** Where it listens, and whom it asks: no rule. */
const PLACE =
  /(?<![a-z])(?:bind|listen\w*|upstreams?|proxy pass|backends?|database|db|dns|nameservers?|smtp|redis|mongo\w*|broker|urls?|dsn|log\w*|metrics|advertise\w*|peers? port|gateway)(?![a-z])/;
const OFF = /^(?:false|off|no|0|disabled?|none|never|deny|denied|forbid(?:den)?)$/i;
const ON = /^(?:true|on|yes|1|enabled?|always|required?)$/i;

type Judge = (setting: Setting, names: string, view: ServerView) => Omit<Weighed, 'setting'> | undefined;

export function weighSetting(setting: Setting, view: ServerView): Weighed | undefined {
  const names = wordsOfNames(setting.keys.join(' '));
  if (PLACE.test(names) && !ALLOWS.test(names) && !DENIES.test(names)) return undefined;
  for (const judge of [addresses, origins, hosts, agents, methods, paths, switches, https]) {
    const found = judge(setting, names, view);
    if (found) return { setting, ...found };
  }
  return undefined;
}

const texts = (setting: Setting): readonly string[] => setting.values.map(({ text }) => text);
const lastName = ({ keys }: Setting): string => keys.at(-1) ?? 'it';

/** `10.9.*.*` as the range that it stands for. */
function asRange(text: string): string {
  const octets = /^(\d{1,3}(?:\.\d{1,3}){0,2})((?:\.\*){1,3})$/.exec(text);
  if (!octets) return text;
  const given = octets[1]!.split('.');
  return `${[...given, '0', '0', '0'].slice(0, 4).join('.')}/${given.length * 8}`;
}

const addresses: Judge = (setting, names, { clientAddress }) => {
  const items = texts(setting).map(asRange);
  const ranges = items.filter((item) => /[.:]/.test(item) && readRange(item) !== undefined);
  if (!ranges.length || ranges.length < items.length / 2 || clientAddress === undefined) return undefined;
  const wide = setting.list || ranges.some((item) => item.includes('/'));
  if (/(?<![a-z])(?:trusted prox\w*|real ip|proxies)(?![a-z])/.test(names)) return undefined;
  if (!wide && !ALLOWS.test(names) && !DENIES.test(names)) return undefined;
  const at = items.findIndex((item) => rangeHolds(item, clientAddress) === true);
  const what = `"${lastName(setting)}"`;
  if (DENIES.test(names))
    return at < 0
      ? undefined
      : {
          cause: 'ip-refused',
          strength: 3,
          says: `lists ${clientAddress} under ${what}`,
          line: setting.values[at]!.line,
        };
  if (at >= 0) return undefined;
  return {
    cause: 'ip-refused',
    strength: 3,
    says: `lists addresses under ${what}, and ${clientAddress} is not among them`,
    mend: { add: clientAddress },
  };
};

const origins: Judge = (setting, names, { headers }) => {
  const origin = headers.get('origin') ?? /^https?:\/\/[^/]+/.exec(headers.get('referer') ?? '')?.[0];
  if (origin === undefined || origin === 'null') return undefined;
  const items = texts(setting);
  const listed = items.filter((item) => /^(?:https?|chrome-extension):\/\/[\w.*:[\]-]+\/?$/.test(item));
  const name = origin.replace(/^https?:\/\//, '');
  const named = aboutCauses(names).get('origin-rejected');
  if (
    !listed.length &&
    !(named && (named === 3 || ALLOWS.test(names)) && items.some((item) => /^[\w*-]+(?:\.[\w*-]+)+$/.test(item)))
  )
    return undefined;
  if (!setting.list && !named && !ALLOWS.test(names)) return undefined;
  const bare = (item: string): string => item.replace(/\/$/, '').toLowerCase();
  const holds = items.some(
    (item) =>
      item === '*' ||
      bare(item) === origin.toLowerCase() ||
      bare(item) === name ||
      (item.includes('*') && globHolds(item, origin)),
  );
  if (holds !== DENIES.test(names)) return undefined;
  return holds
    ? { cause: 'origin-rejected', strength: 3, says: `lists ${origin} under "${lastName(setting)}"` }
    : {
        cause: 'origin-rejected',
        strength: 3,
        says: `lists origins under "${lastName(setting)}", and ${origin} is not among them`,
        mend: { add: listed.length ? origin : name },
      };
};

function globHolds(pattern: string, text: string): boolean {
  const [head = '', ...rest] = pattern.split('*');
  return text.startsWith(head) && text.endsWith(rest.at(-1) ?? '');
}

const hosts: Judge = (setting, names, { host, hostHeader }) => {
  const about = aboutCauses(names).get('host-rejected') ?? 0;
  const last = aboutCauses(wordsOfNames(lastName(setting))).get('host-rejected') ?? 0;
  const items = texts(setting);
  const listed = items.filter((item) => /^\.?[a-z*][\w*-]*(?:\.[\w*-]+)*(?::\d{1,5})?$/i.test(item));
  if (!items.some((item) => item.includes('.') || item === 'localhost')) return undefined;
  if (!listed.length || listed.length < items.length || host === '') return undefined;
  if (!(about === 3 || last || /(?<![a-z])names?$/.test(names)) || (!setting.list && about < 3)) return undefined;
  const holds = items.some(
    (item) =>
      item === '*' ||
      item === host ||
      item === hostHeader ||
      (item.startsWith('.') && `.${host}`.endsWith(item)) ||
      (item.includes('*') && globHolds(item, host)),
  );
  if (holds || /^[\d.]+$|^\[/.test(host)) return undefined;
  return {
    cause: 'host-rejected',
    strength: 3,
    says: `lists names under "${lastName(setting)}", and ${host} is not among them`,
    mend: { add: host },
  };
};

const agents: Judge = (setting, names, { headers }) => {
  const agent = headers.get('user-agent')?.toLowerCase() ?? '';
  const speaks = DENIES.test(names) || aboutCauses(names).get('client-refused') || /agents?|bots?/i.test(setting.file);
  if (agent.length < 3 || !speaks) return undefined;
  const at = texts(setting).findIndex((item) => {
    const plain = item.toLowerCase().replace(/^\^|\.\*|\$$|\\|\(\?i\)|\*/g, '');
    return plain.length >= 3 && agent.includes(plain);
  });
  if (at < 0 || ALLOWS.test(names)) return undefined;
  return {
    cause: 'client-refused',
    strength: 3,
    says: `names "${setting.values[at]!.text}", as the User-Agent has it`,
    line: setting.values[at]!.line,
  };
};

const methods: Judge = (setting, names, { method }) => {
  const items = texts(setting);
  if (
    !items.length ||
    !items.every((item) => /^(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS|PROPFIND|PURGE)$/i.test(item))
  )
    return undefined;
  const holds = items.some((item) => item.toUpperCase() === method);
  if (holds !== DENIES.test(names)) return undefined;
  return holds
    ? { cause: 'method-refused', strength: 3, says: `lists ${method} under "${lastName(setting)}"` }
    : {
        cause: 'method-refused',
        strength: 3,
        says: `lists methods under "${lastName(setting)}", and ${method} is not among them`,
        mend: { add: method },
      };
};

const paths: Judge = (setting, names, { rawPath }) => {
  if (!DENIES.test(names) || rawPath === '/') return undefined;
  const at = texts(setting).findIndex((item) => {
    const plain = item.replace(/[*^$]+/g, '').replace(/\/$/, '');
    return plain.length > 1 && plain.startsWith('/') && (rawPath === plain || rawPath.startsWith(`${plain}/`));
  });
  if (at < 0) return undefined;
  return {
    cause: 'server-rule',
    strength: 3,
    says: `names ${texts(setting)[at]} under "${lastName(setting)}"`,
    line: setting.values[at]!.line,
  };
};

/** What a method does, in the words of settings. */
const DOES: Readonly<Record<string, string>> = {
  DELETE: 'delete',
  PUT: 'put upload write',
  POST: 'post create write',
  PATCH: 'patch write',
};

const switches: Judge = (setting, names, { rawPath, method }) => {
  const [value = ''] = texts(setting);
  if (setting.list || !(OFF.test(value) || ON.test(value))) return undefined;
  const off = OFF.test(value);
  const listing = aboutCauses(names).get('directory-listing');
  if (listing && off && rawPath.endsWith('/'))
    return {
      cause: 'directory-listing',
      strength: 3,
      says: `has "${lastName(setting)}" off`,
      mend: { turn: onFor(value) },
    };
  const unsafe = !/^(?:GET|HEAD|OPTIONS)$/.test(method);
  if (
    /(?<![a-z])read ?only|maintenance(?![a-z])/.test(names) &&
    ON.test(value) &&
    (unsafe || names.includes('maintenance'))
  )
    return {
      cause: 'feature-unavailable',
      strength: 3,
      says: `has "${lastName(setting)}" on`,
      mend: { turn: offFor(value) },
    };
  const enables = /(?<![a-z])(?:enabled?|active|allow\w*|on)(?![a-z])/.test(names);
  const disables = /(?<![a-z])disabled?(?![a-z])/.test(names);
  if (!((off && !disables) || (!off && disables))) return undefined;
  const asked = new Set(
    wordsOfNames(`${rawPath} ${DOES[method] ?? ''}`)
      .split(' ')
      .filter((word) => word.length > 2),
  );
  const own = names
    .split(' ')
    .filter(
      (word) => word.length > 2 && !/^(?:enabled?|active|allow\w*|disabled?|features?|flags?|server|http)$/.test(word),
    );
  const meant = own.some((word) => asked.has(word) || asked.has(`${word}s`) || asked.has(word.replace(/s$/, '')));
  if (!meant) return undefined;
  return {
    cause: 'feature-unavailable',
    strength: enables || disables || aboutCauses(names).has('feature-unavailable') ? 3 : 2,
    ...((enables || disables) && { named: true as const }),
    says: `has "${setting.keys.slice(-2).join('.')}" ${off ? 'off' : 'on'}`,
    mend: { turn: off ? onFor(value) : offFor(value) },
  };
};

const TURNS: readonly (readonly [off: string, on: string])[] = [
  ['false', 'true'],
  ['off', 'on'],
  ['no', 'yes'],
  ['0', '1'],
  ['disabled', 'enabled'],
  ['disable', 'enable'],
];
const inCaseOf = (old: string, word: string): string =>
  old === old.toUpperCase() && /[A-Z]/.test(old)
    ? word.toUpperCase()
    : /^[A-Z]/.test(old)
      ? word[0]!.toUpperCase() + word.slice(1)
      : word;
const onFor = (old: string): string => inCaseOf(old, TURNS.find(([off]) => off === old.toLowerCase())?.[1] ?? 'true');
const offFor = (old: string): string => inCaseOf(old, TURNS.find(([, on]) => on === old.toLowerCase())?.[0] ?? 'false');

const https: Judge = (setting, names, { scheme }) => {
  const [value = ''] = texts(setting);
  // the Servlet specification's own words
  if (scheme !== 'https' && /transport guarantee/.test(names) && /^(?:CONFIDENTIAL|INTEGRAL)$/.test(value))
    return { cause: 'tls-required', strength: 2, says: `asks for ${value} connections` };
  if (scheme === 'https' || !ON.test(value) || !/(?<![a-z])(?:require|force|only|redirect)/.test(names))
    return undefined;
  if (!aboutCauses(names).has('tls-required')) return undefined;
  return { cause: 'tls-required', strength: 2, says: `has "${lastName(setting)}" on` };
};
