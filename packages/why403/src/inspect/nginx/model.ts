import type { Config, Directive } from './syntax.ts';

/** A level of the configuration: directives of it, and the levels around and in it. */
export interface Scope {
  readonly kind: 'http' | 'server' | 'location' | 'if' | 'limit_except';
  readonly directive?: Directive;
  readonly directives: readonly Directive[];
  readonly parent?: Scope;
  /** Locations nested in this level. */
  readonly locations: readonly Location[];
}

/** How a location matches: `=`, a prefix, a prefix that forbids regular expressions, a regular expression, or by name. */
export interface Location extends Scope {
  readonly kind: 'location';
  readonly directive: Directive;
  readonly match: '=' | 'prefix' | '^~' | '~' | '~*' | '@';
  readonly pattern: string;
}

/** Where a server listens. */
export interface Listen {
  /** IP address without brackets, `*` or `::` for all, or `unix:…`. */
  readonly address: string;
  readonly port: number;
  readonly isDefault: boolean;
  readonly ssl: boolean;
  readonly directive: Directive | undefined;
}

export interface Server extends Scope {
  readonly kind: 'server';
  readonly directive: Directive;
  readonly listens: readonly Listen[];
  /** Names with the directive that gives them. */
  readonly names: readonly { readonly name: string; readonly directive: Directive | undefined }[];
}

export interface Model {
  readonly config: Config;
  readonly http: Scope;
  readonly servers: readonly Server[];
  /** `map`, `geo` and `split_clients` blocks by the variable they define. */
  readonly defined: ReadonlyMap<string, Directive>;
  /** For each of these blocks, and each line in them, the block. */
  readonly blockOf: ReadonlyMap<Directive, Directive>;
}

const own = (list: readonly Directive[], name: string): Directive[] =>
  list.filter((directive) => directive.name === name);

function buildLocation(directive: Directive, parent: Scope): Location {
  const [first = '', second] = directive.args;
  const modifiers = new Set(['=', '^~', '~', '~*']);
  let match: Location['match'] = 'prefix';
  let pattern = first;
  if (second !== undefined && modifiers.has(first)) {
    match = first as Location['match'];
    pattern = second;
  } else if (first.startsWith('@')) match = '@';
  else {
    // The modifier may stand against its pattern without a space.
    const glued = ['^~', '~*', '=', '~'].find((modifier) => first.startsWith(modifier));
    if (glued) {
      match = glued as Location['match'];
      pattern = first.slice(glued.length);
    }
  }
  const location = { kind: 'location' as const, directive, directives: directive.block ?? [], parent, match, pattern };
  return withLocations(location);
}

function withLocations<T extends Omit<Scope, 'locations'>>(scope: T): T & { readonly locations: readonly Location[] } {
  const complete = { ...scope, locations: [] as Location[] };
  complete.locations.push(...own(scope.directives, 'location').map((directive) => buildLocation(directive, complete)));
  return complete;
}

/** Reads the address of a `listen` directive. */
export function parseListen(directive: Directive): Listen {
  const [where = '', ...options] = directive.args;
  const common = {
    isDefault: options.includes('default_server') || options.includes('default'),
    ssl: options.includes('ssl') || options.includes('quic'),
    directive,
  };
  if (where.startsWith('unix:')) return { address: where, port: 0, ...common };
  if (/^\d+$/.test(where)) return { address: '*', port: Number(where), ...common };
  const bracketed = /^\[([^\]]*)\](?::(\d+))?$/.exec(where);
  if (bracketed) return { address: (bracketed[1] ?? '').toLowerCase(), port: Number(bracketed[2] ?? 80), ...common };
  const [host = '', port] = where.split(':');
  return { address: host === 'localhost' ? '127.0.0.1' : host, port: Number(port ?? 80), ...common };
}

/** Puts the directives of a configuration into levels, servers and locations. */
export function buildModel(config: Config): Model {
  const httpBlock = own(config.directives, 'http').flatMap((directive) => directive.block ?? []);
  // A file that is meant for an include may hold servers at its top.
  const directives = httpBlock.length > 0 ? httpBlock : config.directives;
  const http: Scope = { kind: 'http', directives, locations: [] };
  const servers = own(directives, 'server').map((directive): Server => {
    const block = directive.block ?? [];
    const listens = own(block, 'listen').map(parseListen);
    const sslOn = own(block, 'ssl').some((one) => one.args[0] === 'on');
    const names = own(block, 'server_name').flatMap((one) =>
      one.args.map((name) => ({
        name: name.toLowerCase() === name || name.startsWith('~') ? name : name.toLowerCase(),
        directive: one,
      })),
    );
    const given =
      listens.length > 0
        ? listens
        : [
            {
              address: '*',
              port: process.geteuid?.() === 0 ? 80 : 8000,
              isDefault: false,
              ssl: false,
              directive: undefined,
            },
          ];
    return withLocations({
      kind: 'server' as const,
      directive,
      directives: block,
      parent: http,
      listens: sslOn ? given.map((listen) => ({ ...listen, ssl: true })) : given,
      names: names.length > 0 ? names : [{ name: '', directive: undefined }],
    });
  });
  const defined = new Map<string, Directive>();
  for (const directive of directives) {
    if (!['map', 'geo', 'split_clients'].includes(directive.name)) continue;
    const variable = directive.args.at(-1);
    if (variable?.startsWith('$')) defined.set(variable.slice(1), directive);
  }
  const blockOf = new Map<Directive, Directive>();
  for (const block of defined.values())
    for (const one of [block, ...(block.block ?? [])]) if (!blockOf.has(one)) blockOf.set(one, block);
  return { config, http, servers, defined, blockOf };
}

/** The directives of this name at the nearest level that has any: how most of nginx's settings are inherited. */
export function inherited(scope: Scope, ...names: readonly string[]): readonly Directive[] {
  for (let level: Scope | undefined = scope; level; level = level.parent) {
    const found = level.directives.filter((directive) => names.includes(directive.name));
    if (found.length > 0) return found;
  }
  return [];
}

/** The last directive of this name at the nearest level, or undefined. */
export const setting = (scope: Scope, ...names: readonly string[]): Directive | undefined =>
  inherited(scope, ...names).at(-1);

/** The directives of this name at exactly this level. */
export const ownDirectives = (scope: Scope, ...names: readonly string[]): readonly Directive[] =>
  scope.directives.filter((directive) => names.includes(directive.name));
