import { sh } from '../../model/shell.ts';
import type { Tool } from '../../model/tool.ts';

const tool: Tool = {
  id: 'yarn',
  name: 'Yarn',
  commands: ['yarn'],
  shows: [
    /^error An unexpected error occurred: "https?:|^➤ YN\d{4}: /,
    /\bYN0035\b|\bYN0041\b|\bYN0033\b/,
    /^info Visit https:\/\/yarnpkg\.com/,
  ],
  before: [/^➤ YN\d{4}: (?:[│┌└] ?)?(?:\S{1,214}@npm:\S{1,100}: )?/],
  own: [
    /^info |^➤ YN0000|^Response Code: \d{3} \(|^Request Method: |^Request URL: |^(?:The remote server failed to provide the requested resource)/,
  ],
  lines: [
    /^error An unexpected error occurred: "(?<url>https?:[^"\s]{1,4000}): (?:Request failed )?\\?"?(?<status>\d{3}) (?<reason>[A-Za-z ]{1,60})/,
    /^\s{0,4}Response Code: (?<status>\d{3})(?: \((?<reason>[^)]{1,60})\))?/,
    /^\s{0,4}Request Method: (?<method>[A-Z]{3,10})$/,
    /^\s{0,4}Request URL: (?<url>https?:\S{1,4000})$/,
    { is: /(?<words>Invalid authentication \((?:as an anonymous user|as [^)]{1,100})\))/, status: 401 },
    {
      is: /No authentication configured for request/,
      status: 401,
      means: [{ cause: 'credentials-missing', weight: 'suggests', says: 'Yarn has no login for this registry' }],
    },
  ],
  fixes: {
    authentication: [{ text: 'Log in to the registry', commands: [sh`yarn npm login`, sh`yarn npm whoami`] }],
    any: [
      {
        text: 'See which registry and login are used here',
        commands: [sh`yarn config get npmRegistryServer`, sh`yarn npm whoami`],
      },
    ],
  },
};

export default tool;
