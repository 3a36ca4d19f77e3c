import type { Words } from './told.ts';

/** ModSecurity's own words, which stand in its audit log and in the error logs of Apache and nginx. */
export const MODSECURITY_WORDS: readonly Words[] = [
  {
    is: /ModSecurity: Access denied with (?:code \d{3}|connection close|redirection).{0,4000}?\[id "(\d{1,12})"\]/,
    causes: ['content-rejected'],
    says: 'ModSecurity: a rule refused the request',
  },
  {
    is: /(?:ModSecurity: )?Access denied with (?:code \d{3}|connection close|redirection)/,
    causes: ['content-rejected'],
    says: 'ModSecurity: a rule refused the request',
  },
];
