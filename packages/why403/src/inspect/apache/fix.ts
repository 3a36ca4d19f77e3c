/** Changes of Apache's configuration that let one request pass, the narrowest first. Each is tried by the evaluator before it is told. */
import { dirname } from 'node:path';
import { readFolderNames } from '../../shared/read-file.ts';
import type { Edit } from '../shared/config-edit.ts';
import { readFromDisk } from '../shared/config-edit.ts';
import type { Outcome } from './judge.ts';
import type { Config, Directive } from './types.ts';

interface Candidate {
  readonly edits: readonly Edit[];
  readonly text: string;
}

/** Inserts a section where it is merged after the one that refused: at the end of the virtual host, or of the main file. */
function insertSection(outcome: Outcome, config: Config, head: string, body: readonly string[]): readonly Edit[] {
  const name = head.split(' ')[0] as string;
  const host = outcome.request.server.section;
  if (host?.endLine) {
    const lines = [`    <${head}>`, ...body.map((line) => `        ${line}`), `    </${name}>`];
    return [{ op: 'insert', file: host.file, after: host.endLine - 1, lines }];
  }
  const text = readFromDisk(config.file);
  const count = text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
  return [
    {
      op: 'insert',
      file: config.file,
      after: count,
      lines: [`<${head}>`, ...body.map((line) => `    ${line}`), `</${name}>`],
    },
  ];
}

const quote = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`;

/** Grants next to the document root, as Apache's own upgrade notes want them. */
function grantRoot(outcome: Outcome, config: Config): readonly Candidate[] {
  const refusing = outcome.chain.findLast(
    (f) => f.kind !== 'server' && outcome.by && containsDirective(f.directives, outcome.by),
  );
  if (refusing?.kind !== 'directory' || outcome.kind === 'proxy') return [];
  const root = outcome.filename.startsWith(`${outcome.request.docroot}/`)
    ? outcome.request.docroot
    : mappedRoot(outcome);
  const above = refusing.of.replace(/\/+$/, '');
  // Only where the deny stands for a folder above: then nothing was ever granted here.
  if (!root || above === root || !root.startsWith(`${above}/`)) return [];
  const at =
    outcome.request.server.directives.findLast((d) => d.name === 'documentroot' && !config.files.includes('')) ??
    outcome.by;
  if (!at) return [];
  const lines = [`<Directory ${quote(root)}>`, '    Require all granted', '</Directory>'];
  return [
    {
      edits: [{ op: 'insert', file: at.file, after: at.lastLine, lines }],
      text: `Grant access to ${root}: no <Directory> section does, so the deny for ${above || '/'} holds for it.`,
    },
  ];
}

function mappedRoot(outcome: Outcome): string | undefined {
  const alias = outcome.request.server.directives.find(
    (d) => /^(?:script)?alias$/.test(d.name) && outcome.filename.startsWith((d.args[1] ?? '\0').replace(/\/$/, '')),
  );
  return alias?.args[1]?.replace(/\/+$/, '');
}

function containsDirective(directives: readonly Directive[], wanted: Directive): boolean {
  return directives.some(
    (d) =>
      d === wanted ||
      (d.file === wanted.file && d.line === wanted.line) ||
      (d.children && containsDirective(d.children, wanted)),
  );
}

/** The deciding Options line with one option more, for where a section added elsewhere would be merged too early. */
function widenOptions(outcome: Outcome, options: readonly string[]): readonly Candidate[] {
  const by = outcome.by;
  if (by?.name !== 'options') return [];
  return options.map((option) => {
    const relative = by.args.some((word) => /^[+-]/.test(word));
    const kept = by.args.filter(
      (word) =>
        word.replace(/^[+-]/, '').toLowerCase() !== option.toLowerCase() &&
        word.toLowerCase() !== 'none' &&
        !(option === 'FollowSymLinks' && /symlinksifownermatch/i.test(word)),
    );
    const text = `Options ${[...kept, relative ? `+${option}` : option].join(' ')}`;
    return {
      edits: [{ op: 'replace', file: by.file, line: by.line, text }],
      text: `Add ${option} to ${by.file}:${by.line}.`,
    };
  });
}

/** All changes worth trying for this outcome. */
export function candidatesFor(outcome: Outcome, config: Config): readonly Candidate[] {
  const { uri } = outcome.request;
  const folder = outcome.kind === 'directory' ? outcome.filename.replace(/\/$/, '') : dirname(outcome.filename);
  switch (outcome.stage) {
    case 'authz':
    case 'compat':
    case 'login': {
      if (outcome.stage === 'login') return [];
      const grant = outcome.stage === 'authz' ? ['Require all granted'] : ['Order allow,deny', 'Allow from all'];
      const text = `Let everyone pass on ${uri} and what lies below it.`;
      const at = /[*?[]/.test(uri) ? undefined : uri;
      return [
        ...grantRoot(outcome, config),
        ...(at ? [{ edits: insertSection(outcome, config, `Location ${quote(at)}`, grant), text }] : []),
        {
          edits: insertSection(outcome, config, `If "%{REQUEST_URI} == '${uri.replace(/['"\\]/g, '')}'"`, grant),
          text: `Let everyone pass on ${uri}.`,
        },
      ];
    }
    case 'listing': {
      const index = indexLike(outcome.filename);
      return [
        ...(index
          ? [
              {
                edits: insertSection(outcome, config, `Directory ${quote(folder)}`, [`DirectoryIndex ${index}`]),
                text: `Name ${index} as the index of ${folder}.`,
              },
            ]
          : []),
        {
          edits: insertSection(outcome, config, `Directory ${quote(folder)}`, ['Options +Indexes']),
          text: `Let the files of ${folder} be listed.`,
        },
        {
          edits: insertSection(outcome, config, `Location ${quote(uri)}`, ['Options +Indexes']),
          text: `Let the files below ${uri} be listed.`,
        },
        ...widenOptions(outcome, ['Indexes']),
      ];
    }
    case 'symlink': {
      const parent = dirname(outcome.filename);
      const own = widenOptions(outcome, ['SymLinksIfOwnerMatch', 'FollowSymLinks']);
      const added = ['+SymLinksIfOwnerMatch', '+FollowSymLinks -SymLinksIfOwnerMatch'].map((option) => ({
        edits: insertSection(outcome, config, `Directory ${quote(parent)}`, [`Options ${option}`]),
        text: `Let Apache follow links in ${parent}${option.startsWith('+Sym') ? ' where link and target have one owner' : ''}.`,
      }));
      return [...added, ...own];
    }
    case 'options':
      return [
        ...widenOptions(outcome, ['SymLinksIfOwnerMatch', 'FollowSymLinks', 'ExecCGI']),
        ...['+SymLinksIfOwnerMatch', '+FollowSymLinks', '+ExecCGI'].map((option) => ({
          edits: insertSection(outcome, config, `Directory ${quote(folder)}`, [`Options ${option}`]),
          text: `Turn ${option.slice(1)} on for ${folder}.`,
        })),
      ];
    case 'tls':
      return [
        {
          edits: outcome.by
            ? [{ op: 'delete', file: outcome.by.file, line: outcome.by.line, to: outcome.by.lastLine }]
            : [],
          text: 'Take the demand for TLS away. To use https is the better change.',
        },
      ];
    default:
      return [];
  }
}

/** A file in the folder that is an index in all but the configuration. */
function indexLike(folder: string): string | undefined {
  try {
    const names = readFolderNames(folder);
    return (
      names.find((name) => /^(?:index|default|home|main|welcome)\.(?:html?|xhtml|php|shtml|txt|md)$/i.test(name)) ??
      names.find((name) => /^index\./i.test(name))
    );
  } catch {
    return undefined;
  }
}
