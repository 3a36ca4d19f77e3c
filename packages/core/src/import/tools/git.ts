import { sh } from '../../model/shell.ts';
import type { Tool } from '../../model/tool.ts';
import { hostOf } from '../text/host-of.ts';

const tool: Tool = {
  id: 'git',
  name: 'Git',
  commands: ['git'],
  shows: [
    /^fatal: (?:unable to access|Authentication failed|could not read (?:Username|Password)|repository ')/,
    /^remote: /,
    /^Cloning into /,
    /^error: RPC failed; HTTP /,
    /^batch response: /,
    /^Uploading LFS objects|^LFS: /,
    /^ ! \[remote rejected\] /,
  ],
  before: [/^remote: (?:ERROR: |error: |fatal: )?/],
  voice: [/^remote: [^\s=]/],
  own: [
    /^Cloning into |^error: failed to push|^fatal: [Tt]he remote end hung up|^fatal: expected |^Please make sure you have the correct access rights|^and the repository exists|^send-pack: |^Everything up-to-date|^Writing objects|^To https?:/,
    /^remote: (?:Counting|Compressing|Enumerating|Resolving|Total) /,
  ],
  lines: [
    /^(?:fatal|error): unable to access '(?<url>https?:[^']{1,4000})': The requested URL returned error: (?<status>\d{3})/,
    /^error: RPC failed; HTTP (?<status>\d{3}) /,
    /^error: The requested URL returned error: (?<status>\d{3}) (?<reason>[A-Za-z ]{1,60}) while accessing (?<url>https?:\S{1,4000})/,
    {
      is: /^fatal: Authentication failed for '(?<url>https?:[^']{1,4000})'/,
      status: 401,
      means: [
        {
          cause: 'credentials-invalid',
          weight: 'suggests',
          says: 'Git sent a user name and password (or token), and the server did not accept them',
        },
      ],
    },
    {
      is: /^fatal: could not read (?:Username|Password) for '(?<url>https?:[^']{1,4000})'/,
      status: 401,
      means: [
        {
          cause: 'credentials-missing',
          weight: 'suggests',
          says: 'the server asked for a login, and Git had none and could not ask',
        },
      ],
    },
    { is: /^fatal: repository '(?<url>https?:[^']{1,4000})' not found/, status: 404 },
    {
      is: /^ ! \[remote rejected\] .{1,300} \((?<words>refusing to allow [^)]{1,300}|protected branch hook declined|permission denied|you are not allowed [^)]{1,200}|push declined due to [^)]{1,200}|pre-receive hook declined)\)$/,
      status: 403,
    },
    /^batch response: (?<words>.{1,400})$/,
  ],
  fixes: {
    authentication: [
      {
        text: 'Delete the stored credential, so that Git asks anew; a personal access token goes in place of the password',
        commands: (exchange) => [
          sh`printf ${`protocol=https\\nhost=${hostOf(exchange)}\\n\\n`} | git credential reject`,
        ],
      },
      { text: 'In CI, use the job’s own token and give it write access to the repository' },
    ],
    authorization: [
      {
        text: 'Look up which account Git uses here: the one that it names may not be the one that you mean',
        commands: [sh`git config --show-origin --get-all credential.helper`],
      },
      { text: 'Ask the repository’s owner for write access, or push to your fork' },
    ],
    'scope-insufficient': [
      {
        text: 'Make a token with write access to repository contents; in GitHub Actions add permissions: contents: write to the job',
      },
    ],
    any: [
      {
        text: 'Show the exchange with GIT_CURL_VERBOSE=1 GIT_TRACE_CURL=1 before the command; tokens are left out of it',
      },
    ],
  },
};

export default tool;
