import { sh } from '../../model/shell.ts';
import type { Tool } from '../../model/tool.ts';

const tool: Tool = {
  id: 'pip',
  name: 'pip',
  commands: ['pip', 'pip3'],
  shows: [
    /^Looking in indexes: /,
    /^ERROR: (?:Could not install requirement|HTTP error \d{3} while getting|No matching distribution|Could not find a version)/,
    /^WARNING: (?:\d{3} Error, Credentials not correct for|The repository located at)/,
    /\bpip\._internal\b|\bpip\._vendor\b/,
  ],
  own: [
    /^Looking in indexes|^(?:ERROR: )?Could not install requirement |^(?:ERROR: )?(?:No matching distribution|Could not find a version)|^Collecting |^ {2,4}(?:Downloading|Using cached) /,
  ],
  before: [/^(?:ERROR|WARNING): /],
  lines: [
    /HTTP error (?<status>\d{3}) while getting (?<url>https?:\S{1,4000})/,
    /(?<status>\d{3}) Client Error: (?<reason>.{1,100}?) for url: (?<url>https?:\S{1,4000})/,
    {
      is: /^(?<status>\d{3}) Error, Credentials not correct for (?<url>https?:\S{1,4000})/,
      means: [
        {
          cause: 'credentials-invalid',
          weight: 'suggests',
          says: 'pip sent the credential that it has for this index, and was refused',
        },
      ],
    },
    {
      is: /^User for (?<host>[\w.:-]{1,253}):/,
      status: 401,
      means: [{ cause: 'credentials-missing', weight: 'suggests', says: 'the index asked for a login' }],
    },
  ],
  always: { method: 'GET' },
  fixes: {
    authentication: [
      {
        text: 'Give the login of the index: in ~/.netrc, in the keyring, or in the index URL; see which index is used',
        commands: [sh`pip config list`, sh`pip index versions pip -v`],
      },
    ],
    any: [
      {
        text: 'See which index and settings are used here, and show the exchange with -vvv',
        commands: [sh`pip config list`],
      },
    ],
  },
};

export default tool;
