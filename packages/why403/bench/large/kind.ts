/** One kind of rule. Files are told by name; `@DIR@` stands for their folder, `8080` for the port. The first is the configuration. */
export interface LargeKind {
  readonly server: string;
  readonly rules: string;
  readonly files: (n: number) => readonly (readonly [name: string, text: string])[];
  /** What the request has that those of other kinds have not. */
  readonly asks?: Asks;
}

export interface Asks {
  readonly host?: string;
  readonly path?: string;
  readonly agent?: string;
}

/** A program's name on which a pattern with nested quantifiers backtracks without end. */
export const RUNAWAY: Asks = { agent: `curl/8.5.0 ${'cu'.repeat(40)}` };
/** A host that no name fits. */
export const NOBODY: Asks = { host: 'nobody.example' };

export const times = (n: number, one: (i: number) => string): string =>
  Array.from({ length: n }, (_, i) => one(i)).join('\n');
export const words = (n: number, one: (i: number) => string): string =>
  Array.from({ length: n }, (_, i) => one(i)).join(' ');
export const ip = (i: number): string => `10.${(i >> 16) & 255}.${(i >> 8) & 255}.${i & 255}`;

/** A kind whose configuration is one file. */
export const oneFile =
  (server: string, name: string, whole: (text: string) => string) =>
  (rules: string, text: (n: number) => string, asks?: Asks, more: LargeKind['files'] = () => []): LargeKind => ({
    server,
    rules,
    files: (n) => [[name, `${whole(text(n))}\n`], ...more(n)],
    ...(asks && { asks }),
  });
