/** Which directives an `.htaccess` may hold. Source: https://httpd.apache.org/docs/2.4/mod/overrides.html */
import { named } from './named.ts';
import type { Directive, Fragment } from './types.ts';

const CLASSES: Readonly<Record<string, readonly string[]>> = {
  authconfig: [
    'authtype',
    'authname',
    'authuserfile',
    'authgroupfile',
    'authbasicprovider',
    'authbasicauthoritative',
    'authbasicfake',
    'authdigestprovider',
    'authmerging',
    'authzsendforbiddenonfailure',
    'require',
    'requireall',
    'requireany',
    'requirenone',
    'satisfy',
    'sslrequiressl',
    'sslrequire',
    'sslverifyclient',
    'sslverifydepth',
    'sslciphersuite',
    'sslrenegbuffersize',
    'sslusername',
    'ssloptions',
  ],
  fileinfo: [
    'rewriteengine',
    'rewriterule',
    'rewritecond',
    'rewritebase',
    'rewriteoptions',
    'setenv',
    'unsetenv',
    'passenv',
    'setenvif',
    'setenvifnocase',
    'setenvifexpr',
    'browsermatch',
    'browsermatchnocase',
    'redirect',
    'redirectmatch',
    'redirecttemp',
    'redirectpermanent',
    'header',
    'requestheader',
    'errordocument',
    'addtype',
    'addhandler',
    'sethandler',
    'forcetype',
    'removehandler',
    'removetype',
    'acceptpathinfo',
    'defaulttype',
    'adddefaultcharset',
    'addcharset',
    'addencoding',
    'addlanguage',
    'addoutputfilter',
    'setoutputfilter',
    'addinputfilter',
    'setinputfilter',
    'action',
    'enablesendfile',
    'enablemmap',
    'fileetag',
    'cgipassauth',
    'qualifyredirecturl',
    'limitrequestbody',
  ],
  indexes: [
    'directoryindex',
    'directoryslash',
    'indexoptions',
    'indexignore',
    'indexorderdefault',
    'adddescription',
    'addicon',
    'defaulticon',
    'headername',
    'readmename',
    'fallbackresource',
    'expiresactive',
    'expiresbytype',
    'expiresdefault',
    'directoryindexredirect',
    'indexstylesheet',
  ],
  limit: ['order', 'allow', 'deny'],
  options: ['options', 'xbithack', 'checkspelling', 'contentdigest'],
};

const ANYWHERE = new Set([
  'files',
  'filesmatch',
  'if',
  'elseif',
  'else',
  'limit',
  'limitexcept',
  'requireall',
  'requireany',
  'requirenone',
]);

/** A test for the directives of an `.htaccess` below this chain; undefined where none is read at all. */
export function permitOverrides(chain: readonly Fragment[]): ((directive: Directive) => boolean) | undefined {
  let classes: readonly string[] = [];
  let list: readonly string[] = [];
  for (const { kind, directives } of chain) {
    if (kind === 'htaccess') continue;
    const lower = (name: string): readonly string[] | undefined =>
      named(directives, name)
        .at(-1)
        ?.args.map((word) => word.toLowerCase());
    classes = lower('allowoverride') ?? classes;
    list = lower('allowoverridelist')?.filter((word) => word !== 'none') ?? list;
  }
  const all = classes.includes('all');
  classes = classes.filter((word) => word !== 'none');
  if (!classes.length && !list.length) return undefined;
  const nonfatal = classes.some((word) => /^nonfatal=(?:override|all)$/.test(word));
  const allowed = new Set([...list, ...classes.flatMap((word) => CLASSES[word.split('=')[0] ?? ''] ?? [])]);
  const known = new Set(Object.values(CLASSES).flat());
  const options = classes
    .find((word) => word.startsWith('options='))
    ?.slice(8)
    .split(',');
  // "Options" without a list stands for Options All, and that leaves SymLinksIfOwnerMatch out.
  const mayOption = (word: string): boolean => {
    const name = word.replace(/^[+-]/, '').toLowerCase();
    return name === 'none' || (options ? options.includes(name) : name !== 'symlinksifownermatch');
  };
  const test = (directive: Directive): boolean => {
    if (directive.name === 'options' && !all && !nonfatal && !directive.args.every(mayOption)) return false;
    if (directive.children && ANYWHERE.has(directive.name)) return directive.children.every(test);
    return all || nonfatal || allowed.has(directive.name) || !known.has(directive.name);
  };
  return test;
}
