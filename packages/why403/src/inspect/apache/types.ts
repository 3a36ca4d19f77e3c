/** Words shared by the parts that read and judge Apache's configuration. */

/** One directive or section, as read, with its place. */
export interface Directive {
  /** Name in lower case; sections without the angle bracket. */
  readonly name: string;
  readonly args: readonly string[];
  /** Everything after the name, variables filled in. */
  readonly rest: string;
  readonly file: string;
  /** First and last line; they differ where a line is continued. */
  readonly line: number;
  readonly lastLine: number;
  /** The line as the user wrote it, trimmed. */
  readonly text: string;
  readonly children?: readonly Directive[];
  /** Line of the closing tag, for sections. */
  readonly endLine?: number;
}

/** The directives of one section, or of a server, as far as they govern a request. */
export interface Fragment {
  readonly kind: 'server' | 'directory' | 'htaccess' | 'directorymatch' | 'files' | 'location' | 'if' | 'proxy';
  /** The section's argument. */
  readonly of: string;
  readonly directives: readonly Directive[];
  /** The section itself; absent for a server's own directives and `.htaccess`. */
  readonly section?: Directive;
  /** What mod_rewrite takes as the per-directory prefix. */
  readonly base?: string;
}

/** A server: the main one, or a virtual host with the main one's directives before its own. */
export interface Server {
  readonly directives: readonly Directive[];
  readonly section?: Directive;
  readonly names: readonly string[];
  readonly aliases: readonly string[];
  /** Addresses of the `<VirtualHost>`, each host and port, `*` for any. */
  readonly addresses: readonly { readonly host: string; readonly port: string }[];
}

export interface Config {
  readonly file: string;
  readonly main: Server;
  readonly hosts: readonly Server[];
  readonly modules: ReadonlySet<string>;
  readonly serverRoot: string;
  /** Files that were read. */
  readonly files: readonly string[];
  /** What could not be read, one sentence each. */
  readonly unseen: readonly string[];
}
