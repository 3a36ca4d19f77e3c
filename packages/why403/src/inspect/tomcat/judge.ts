/** Judges a request as Tomcat does: valves, then security constraints, then filters. Sources: https://tomcat.apache.org/tomcat-10.1-doc/config/filter.html, Jakarta Servlet 6.0 §13.8 */
import { rangeHolds } from '../shared/address-match.ts';
import type { Edit } from '../shared/config-edit.ts';
import type { Judged } from '../shared/explain.ts';
import type { ServerView } from '../shared/server-view.ts';
import { lineKey, type Place, type Trial } from '../shared/trial.ts';
import { compilePattern } from '../shared/user-pattern.ts';
import { type Element, findElements, textsOf } from '../shared/xml.ts';
import { bestPattern, fitsPattern } from './patterns.ts';

/** What stands in the files of one Tomcat for one of its applications. */
export interface TomcatConfig {
  /** `server.xml` and the `context.xml` files, then the descriptors: the server's own, the application's. */
  readonly files: readonly TomcatFile[];
  /** Path below which the application lies, without a slash at its end. */
  readonly context: string;
}

export interface TomcatFile {
  readonly file: string;
  readonly lines: readonly string[];
  readonly elements: readonly Element[];
}

export interface TomcatJudged extends Judged {
  readonly by: 'valve' | 'constraint' | 'filter' | 'nothing';
}

/** A parameter of a valve or a filter, where it stands. */
interface Setting {
  readonly value: string;
  readonly place: Place;
  /** The line with another value. */
  replace(value: string): readonly Edit[];
}

interface Rule {
  readonly kind: string;
  readonly place: Place;
  get(name: string): Setting | undefined;
}

type Refusal = { readonly status: number; readonly place: Place };

export function judgeTomcat(config: TomcatConfig, view: ServerView, trial: Trial): TomcatJudged {
  const path = view.rawPath.slice(config.context.length) || '/';
  const done = (by: TomcatJudged['by'], refusal: Refusal | undefined): TomcatJudged | undefined =>
    refusal && { refused: true, status: refusal.status, place: refusal.place, by };
  const client = clientOf(config, view);
  for (const rule of config.files.flatMap(valvesOf)) {
    const refused = done('valve', checkRule(rule, client, view, trial));
    if (refused) return refused;
  }
  const constrained = done('constraint', checkConstraints(config.files, path, view, trial));
  if (constrained) return constrained;
  for (const rule of config.files.flatMap((file) => filtersOf(file, path))) {
    const refused = done('filter', checkRule(rule, client, view, trial));
    if (refused) return refused;
  }
  return { refused: false, status: 200, by: 'nothing' };
}

const placeIn = ({ file, lines }: TomcatFile, line: number): Place => ({
  file,
  line,
  text: (lines[line - 1] ?? '').trim(),
});

function settingAt(file: TomcatFile, line: number, value: string, marks: readonly [string, string]): Setting {
  const place = placeIn(file, line);
  const old = marks.join(value);
  return {
    value,
    place,
    replace: (next) =>
      // A value that is written otherwise than it reads, or twice on the line, is left to the editor.
      place.text.split(old).length === 2 && !/[<>&"']/.test(next)
        ? [{ op: 'replace', file: file.file, line, text: place.text.replace(old, () => marks.join(next)) }]
        : [],
  };
}

const valves = new WeakMap<TomcatFile, readonly Rule[]>();

function valvesOf(file: TomcatFile): readonly Rule[] {
  const known = valves.get(file) ?? readValves(file);
  valves.set(file, known);
  return known;
}

function readValves(file: TomcatFile): readonly Rule[] {
  return findElements(file.elements, 'Valve').map((valve) => ({
    kind: valve.attributes.get('className')?.replace(/^.*\./, '') ?? '',
    place: placeIn(file, valve.line),
    get: (name) => {
      const value = valve.attributes.get(name);
      if (value === undefined) return undefined;
      const end = valve.line + valve.attributes.size + 1;
      const rows = file.lines.slice(valve.line - 1, end);
      const row = rows.findIndex((one) => one.includes(`${name}="${value}"`));
      return settingAt(file, valve.line + Math.max(0, row), value, [`${name}="`, '"']);
    },
  }));
}

interface Mapped {
  readonly patterns: readonly string[];
  readonly rule: Rule;
}

const mappings = new WeakMap<TomcatFile, readonly Mapped[]>();

/** Filters that are mapped to this path, in the order of their mappings. */
function filtersOf(file: TomcatFile, path: string): readonly Rule[] {
  const known = mappings.get(file) ?? readFilters(file);
  mappings.set(file, known);
  return known.filter(({ patterns }) => patterns.some((one) => fitsPattern(one, path))).map(({ rule }) => rule);
}

function readFilters(file: TomcatFile): readonly Mapped[] {
  // Of two filters of one name the first counts.
  const filters = new Map(
    findElements(file.elements, 'filter')
      .map((filter) => [textsOf(filter, 'filter-name')[0], filter] as const)
      .reverse(),
  );
  return findElements(file.elements, 'filter-mapping').flatMap((mapping): readonly Mapped[] => {
    const filter = filters.get(textsOf(mapping, 'filter-name')[0]);
    if (!filter) return [];
    const kind = filter.children.find(({ name }) => name === 'filter-class');
    const rule: Rule = {
      kind: kind?.text.trim().replace(/^.*\./, '') ?? '',
      place: placeIn(file, kind?.line ?? filter.line),
      get: (name: string) => {
        const parameter = filter.children.find(
          (one) => one.name === 'init-param' && textsOf(one, 'param-name')[0] === name,
        );
        const value = parameter?.children.find((one) => one.name === 'param-value');
        return value && settingAt(file, value.textLine, value.text.trim(), ['<param-value>', '</param-value>']);
      },
    };
    return [{ patterns: textsOf(mapping, 'url-pattern'), rule }];
  });
}

/** Who calls, as the rules for clients see it: unknown where nothing shows it. */
interface Client {
  readonly address: string | undefined;
  /** Its name. Without `enableLookups`, which is off unless a connector turns it on, that is the address again. */
  readonly host: string | undefined;
}

function clientOf({ files }: TomcatConfig, { clientAddress: address }: ServerView): Client {
  const connectors = files.flatMap(({ elements }) => findElements(elements, 'Connector'));
  const looksUp = connectors.some(({ attributes }) => attributes.get('enableLookups') === 'true');
  return { address, host: connectors.length && !looksUp ? address : undefined };
}

/** Filters and valves that refuse nobody. */
const HARMLESS =
  /^(?:AccessLogValve|ErrorReportValve|RemoteIp(?:Valve|Filter)|SetCharacterEncodingFilter|AddDefaultCharsetFilter|ExpiresFilter|HttpHeaderSecurityFilter|RequestDumperFilter|WebdavFixFilter|FailedRequestFilter|StuckThreadDetectionValve|RewriteValve|JsonAccessLogValve|ExtendedAccessLogValve|NonLoginAuthenticator|SingleSignOn|CrawlerSessionManagerValve)$/;

function checkRule(rule: Rule, client: Client, view: ServerView, trial: Trial): Refusal | undefined {
  const { address, host } = client;
  if (/^RemoteAddr(?:Valve|Filter)$/.test(rule.kind)) return checkClient(rule, 'address', address, trial, matchesWhole);
  if (/^RemoteCIDR(?:Valve|Filter)$/.test(rule.kind)) return checkClient(rule, 'address', address, trial, inList);
  if (/^RemoteHost(?:Valve|Filter)$/.test(rule.kind)) {
    if (host === undefined)
      trial.unseen(
        `${rule.place.file}:${rule.place.line}: ${rule.kind}: the name of the client's host is not known here.`,
      );
    return checkClient(rule, 'host', host, trial, matchesWhole);
  }
  if (rule.kind === 'CorsFilter') return checkOrigin(rule, view, trial);
  if (rule.kind === 'RestCsrfPreventionFilter') return checkRestCsrf(rule, view, trial);
  if (!HARMLESS.test(rule.kind)) trial.unseen(`${rule.place.file}:${rule.place.line}: ${rule.kind} is not evaluated.`);
  return undefined;
}

const matchesWhole = (pattern: string, text: string): boolean | undefined => {
  const found = compilePattern(`^(?:${pattern})$`)?.exec(text);
  return found === undefined ? undefined : found !== null;
};
const inList = (list: string, text: string): boolean | undefined => {
  const held = list
    .split(/[\s,]+/)
    .filter(Boolean)
    .map((range) => rangeHolds(range, text));
  return held.includes(true) ? true : held.includes(undefined) ? undefined : false;
};
const listOf = (setting: Setting | undefined): readonly string[] =>
  (setting?.value ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean);

/** `deny` first, then `allow`; with a `deny` alone everybody else is let in. */
function checkClient(
  rule: Rule,
  what: 'address' | 'host',
  client: string | undefined,
  trial: Trial,
  holds: typeof inList,
): Refusal | undefined {
  const status = Number(rule.get('denyStatus')?.value ?? 403);
  const ask = (name: 'allow' | 'deny', setting: Setting): boolean => {
    const value = client === undefined ? undefined : holds(setting.value, client);
    const added = holds === inList ? `,${client}` : `|${client?.replaceAll('.', '[.]')}`;
    return trial.leaf({
      key: `address:${lineKey(setting.place)}:${name}`,
      about: 'ip',
      value: value ?? false,
      known: value !== undefined,
      place: setting.place,
      asks: () =>
        `the client's ${what} ${client ?? '(not known)'}${what === 'host' && client ? ' (without enableLookups its address)' : ''} is in the list "${name}"`,
      amend: () => (client !== undefined && name === 'allow' ? [setting.replace(`${setting.value}${added}`)] : []),
    });
  };
  const deny = rule.get('deny');
  const allow = rule.get('allow');
  if (deny?.value && ask('deny', deny)) return { status, place: deny.place };
  if (!allow?.value) return deny?.value ? undefined : { status, place: rule.place };
  return ask('allow', allow) ? undefined : { status, place: allow.place };
}

/** What a page of another origin may ask for; a request without an Origin, or with the server's own, is let through. */
function checkOrigin(rule: Rule, view: ServerView, trial: Trial): Refusal | undefined {
  const origin = view.headers.get('origin');
  if (origin === undefined || origin.toLowerCase() === `${view.scheme}://${view.hostHeader}`.toLowerCase())
    return undefined;
  const setting = rule.get('cors.allowed.origins');
  const origins = listOf(setting);
  const place = setting?.place ?? rule.place;
  const allowed = trial.leaf({
    key: `origin:${lineKey(place)}`,
    about: 'origin',
    value: origins.includes('*') || origins.includes(origin),
    known: true,
    place,
    asks: () => `the origin ${origin.slice(0, 200)} is in cors.allowed.origins`,
    ...(setting && /^[a-z]+:\/\/[\w.:[\]-]{1,253}$/i.test(origin)
      ? { amend: () => [setting.replace(origins.length ? `${setting.value},${origin}` : origin)] }
      : {}),
  });
  if (!allowed) return { status: 403, place };
  const methods = rule.get('cors.allowed.methods');
  const wanted = (view.method === 'OPTIONS' && view.headers.get('access-control-request-method')) || view.method;
  const listed = methods ? listOf(methods) : ['GET', 'POST', 'HEAD', 'OPTIONS'];
  const at = methods?.place ?? rule.place;
  const ok = trial.leaf({
    key: `method:${lineKey(at)}`,
    about: 'method',
    value: listed.includes(wanted),
    known: true,
    place: at,
    asks: () => `the method ${wanted} is in cors.allowed.methods`,
    ...(methods && /^[A-Z]{1,20}$/.test(wanted)
      ? { amend: () => [methods.replace(`${methods.value},${wanted}`)] }
      : {}),
  });
  return ok ? undefined : { status: 403, place: at };
}

/** What changes something takes the token that a GET with `X-CSRF-Token: Fetch` was given. */
function checkRestCsrf(rule: Rule, view: ServerView, trial: Trial): Refusal | undefined {
  if (/^(?:GET|HEAD|OPTIONS)$/.test(view.method)) return undefined;
  const token = view.headers.get('x-csrf-token');
  const right = trial.leaf({
    key: `csrf:${lineKey(rule.place)}`,
    about: 'csrf',
    value: token !== undefined,
    known: token === undefined,
    place: rule.place,
    asks: () => 'X-CSRF-Token is the one of the session, as a GET with "X-CSRF-Token: Fetch" is given it',
    absent: token === undefined,
  });
  return right ? undefined : { status: Number(rule.get('denyStatus')?.value ?? 403), place: rule.place };
}

interface Constraint {
  readonly place: Place;
  readonly patterns: readonly string[];
  readonly listsMethods: boolean;
  readonly covers: boolean;
  /** The collection without this method. */
  readonly without: () => readonly (readonly Edit[])[];
  /** Undefined where there is no `auth-constraint`; empty where nobody may. */
  readonly roles: readonly string[] | undefined;
}

/** The line on which a collection ends, with one more method left out of it. */
function omit(file: TomcatFile, collection: Element, method: string): readonly (readonly Edit[])[] {
  const end = '</web-resource-collection>';
  let at = collection.line - 1;
  while (at < file.lines.length && !file.lines[at]?.includes(end)) at++;
  const text = (file.lines[at] ?? '').trim();
  if (text.split(end).length !== 2 || !/^[A-Z]{1,20}$/.test(method)) return [];
  const added = `<http-method-omission>${method}</http-method-omission>${end}`;
  return [[{ op: 'replace', file: file.file, line: at + 1, text: text.replace(end, added) }]];
}

function constraintsOf(file: TomcatFile, view: ServerView): readonly Constraint[] {
  return findElements(file.elements, 'security-constraint').flatMap((element) => {
    const auth = element.children.find(({ name }) => name === 'auth-constraint');
    const place = placeIn(file, auth?.line ?? element.line);
    return findElements(element.children, 'web-resource-collection').map((collection) => {
      const methods = textsOf(collection, 'http-method');
      const omitted = textsOf(collection, 'http-method-omission');
      return {
        place,
        patterns: textsOf(collection, 'url-pattern'),
        listsMethods: methods.length + omitted.length > 0,
        without: () => (methods.length ? [] : omit(file, collection, view.method)),
        covers: methods.length ? methods.includes(view.method) : !omitted.includes(view.method),
        roles: auth && textsOf(auth, 'role-name'),
      };
    });
  });
}

/** Of the constraints with the pattern that fits best, those that cover the method count together (Servlet 6.0 §13.8.1). */
function checkConstraints(
  files: readonly TomcatFile[],
  path: string,
  view: ServerView,
  trial: Trial,
): Refusal | undefined {
  const all = files.flatMap((file) => constraintsOf(file, view));
  const best = bestPattern(
    all.flatMap(({ patterns }) => patterns),
    path,
  );
  if (best === undefined) return undefined;
  const covering = all
    .filter(({ patterns }) => patterns.includes(best))
    .filter(({ place, covers, listsMethods, without }) =>
      trial.leaf({
        key: `constraint:${place.file}:${place.line}`,
        about: listsMethods ? 'method' : 'path',
        value: covers,
        known: true,
        place,
        asks: () => `the constraint on ${best} covers the method ${view.method}`,
        amend: () => (listsMethods ? without() : []),
      }),
    );
  const closed = covering.find(({ roles }) => roles?.length === 0);
  if (closed) return { status: 403, place: closed.place };
  const [first] = covering;
  if (!first || covering.some(({ roles }) => roles === undefined)) return undefined;
  const carries = view.headers.has('authorization') || view.headers.has('cookie');
  const base = { place: first.place, about: 'credentials' as const };
  // Whoever got 403 here was known: a wrong password is asked for again.
  const known = trial.leaf({
    ...base,
    key: 'login',
    value: view.status !== 401,
    known: view.status !== undefined,
    asks: () => 'the caller is known',
    absent: !carries,
  });
  if (!known) return { status: 401, place: first.place };
  const roles = covering.flatMap((one) => one.roles ?? []);
  const has = trial.leaf({
    key: 'role',
    about: 'group',
    value: true,
    known: false,
    place: first.place,
    asks: () => `the caller has one of the roles ${roles.join(', ')}`,
  });
  return has ? undefined : { status: 403, place: first.place };
}
