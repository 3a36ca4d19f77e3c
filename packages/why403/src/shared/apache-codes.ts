// What the codes of Apache's error log mean, for one request on the server's machine and for the triage of many alike.
// Source: the APLOGNO() marks in https://github.com/apache/httpd (modules/, server/)
import type { CauseId } from '@why403/core';

export interface ApacheCode {
  readonly codes: readonly string[];
  /** The likeliest first, where the code stands for several. */
  readonly causes: readonly [CauseId, ...CauseId[]];
  /** How much the code says where its line belongs to the request. */
  readonly weight: 'proves' | 'suggests' | 'hints';
  /** Completes "Apache logged that …". */
  readonly says: string;
}

const PERMISSIONS = ['file-permissions'] as const;
const INVALID = ['credentials-invalid'] as const;
const RULE = ['server-rule'] as const;

export const APACHE_CODES: readonly ApacheCode[] = [
  {
    codes: ['AH01630'],
    causes: ['server-rule', 'ip-refused'],
    weight: 'hints',
    says: 'a "Require" denied the client, which stands for an address, a host, a method, a variable or a plain deny alike',
  },
  {
    codes: ['AH01797'],
    causes: ['server-rule', 'ip-refused'],
    weight: 'hints',
    says: 'Order, Allow and Deny refused the client',
  },
  {
    codes: ['AH01276'],
    causes: ['directory-listing'],
    weight: 'proves',
    says: 'the directory has no index file and may not be listed',
  },
  { codes: ['AH00035'], causes: PERMISSIONS, weight: 'proves', says: 'it may not search a directory on the path' },
  { codes: ['AH00132'], causes: PERMISSIONS, weight: 'proves', says: "the file's permissions keep it out" },
  { codes: ['AH00036'], causes: PERMISSIONS, weight: 'suggests', says: 'it could not look at a component of the path' },
  {
    codes: ['AH00037'],
    causes: PERMISSIONS,
    weight: 'proves',
    says: 'the symbolic link on the path may not be followed, or its target not be reached',
  },
  {
    codes: ['AH00529'],
    causes: PERMISSIONS,
    weight: 'proves',
    says: 'it cannot read an .htaccess file on the path, and so refuses everything below it',
  },
  {
    codes: ['AH00670'],
    causes: RULE,
    weight: 'proves',
    says: 'RewriteRule is forbidden where neither FollowSymLinks nor SymLinksIfOwnerMatch is on',
  },
  { codes: ['AH01264'], causes: RULE, weight: 'hints', says: 'the script does not exist or cannot be found' },
  {
    codes: ['AH01262', 'AH01263', 'AH02809', 'AH02810'],
    causes: RULE,
    weight: 'proves',
    says: 'programs may not be run in this directory (no ExecCGI)',
  },
  { codes: ['AH01265', 'AH02812'], causes: RULE, weight: 'suggests', says: 'a directory was called as a program' },
  {
    codes: ['AH01623'],
    causes: ['method-refused'],
    weight: 'suggests',
    says: 'the configuration does not let this method in',
  },
  { codes: ['AH01139'], causes: ['method-refused'], weight: 'proves', says: 'TRACE is off' },
  {
    codes: ['AH01614'],
    causes: ['credentials-malformed'],
    weight: 'suggests',
    says: 'another authentication scheme was sent than is wanted',
  },
  {
    codes: ['AH01617', 'AH01792', 'AH01794'],
    causes: INVALID,
    weight: 'proves',
    says: 'the password does not fit the user',
  },
  { codes: ['AH01618', 'AH01790'], causes: INVALID, weight: 'proves', says: 'it has no such user' },
  {
    codes: ['AH01629'],
    causes: ['credentials-missing'],
    weight: 'suggests',
    says: 'no user was given where one is needed',
  },
  { codes: ['AH01631'], causes: ['role-missing'], weight: 'proves', says: 'the user is known and not allowed here' },
  { codes: ['AH02219'], causes: ['tls-required'], weight: 'proves', says: 'this place wants TLS (SSLRequireSSL)' },
  { codes: ['AH02229'], causes: RULE, weight: 'suggests', says: 'the SSLRequire expression was not fulfilled' },
  {
    codes: ['AH02261', 'AH02262'],
    causes: ['tls-required'],
    weight: 'proves',
    says: 'renegotiation for a client certificate failed',
  },
  {
    codes: ['AH02039'],
    causes: ['tls-required'],
    weight: 'suggests',
    says: 'the client certificate could not be verified',
  },
  { codes: ['AH10244'], causes: ['content-rejected'], weight: 'suggests', says: 'the path is not valid' },
];
