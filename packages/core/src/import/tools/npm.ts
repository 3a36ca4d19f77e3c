import { sh } from '../../model/shell.ts';
import type { Tool } from '../../model/tool.ts';
import { hostOf } from '../text/host-of.ts';

const tool: Tool = {
  id: 'npm',
  name: 'npm',
  commands: ['npm', 'npx'],
  shows: [/^npm (?:ERR!|error|http|verbose) /],
  before: [/^npm (?:ERR!|error) (?=\S)/],
  own: [
    /^(?:npm (?:ERR!|error) )?(?:code E(?!40[13]$)\d{3}|code ENEEDAUTH|If you were trying to login|authentication token or enable|that means you likely typed|Please try again, or recover|403 In most cases|403 a package version|403 on a server|A complete log of this run|\d{3} {2}|404 {1,2}(?:Note|This is|You should|You can)|need auth You need to authorize|need auth$)/,
    /^(?:npm (?:ERR!|error))?\s{1,8}https:\/\/www\.npmjs\.com\/forgot$/,
    /^npm (?:notice|warn|info|timing) |In most cases, you or one of your dependencies/,
    /^(?:\/|[A-Z]:\\).{1,300}-debug-\d{1,3}\.log$/,
  ],
  lines: [
    /^\d{3} (?<status>\d{3}) (?<reason>[A-Za-z ]{1,60}?) - (?<method>[A-Z]{3,10}) (?<url>https?:\S{1,4000})(?: - (?<words>.{1,2000}))?$/,
    /^(?<status>\d{3}) (?<reason>[A-Z][A-Za-z ]{1,60}?) - (?<method>[A-Z]{3,10}) (?<url>https?:\S{1,4000})(?: - (?<words>.{1,2000}))?$/,
    /^npm http fetch (?<method>[A-Z]{3,10}) (?<status>\d{3}) (?<url>https?:\S{1,4000})/,
    /^code E(?<status>40[13])$/,
    {
      is: /^Incorrect or missing password\.$/,
      status: 401,
      means: [
        {
          cause: 'credentials-invalid',
          weight: 'suggests',
          says: 'the registry did not accept the user name, password or token that npm has',
        },
      ],
    },
    {
      is: /^need auth This command requires you to be logged in to (?<url>https?:\S{1,2000})/,
      status: 401,
      means: [
        {
          cause: 'credentials-missing',
          weight: 'suggests',
          says: 'npm has no login for this registry and sent nothing',
        },
      ],
    },
    {
      is: /^(?:code EOTP$|This operation requires a one-time password)/,
      status: 401,
      means: [{ cause: 'step-up-required', weight: 'suggests', says: 'the registry requires a one-time password' }],
    },
    {
      is: /^Unable to authenticate, (?:need: (?<words>.{1,200})|your authentication token seems to be invalid)/,
      status: 401,
      means: [{ cause: 'credentials-invalid', weight: 'hints', says: 'npm could not authenticate with what it has' }],
    },
  ],
  fixes: {
    authentication: [
      {
        text: 'Log in to this registry, and see as whom',
        commands: (exchange) => [
          sh`npm login --registry=${`https://${hostOf(exchange)}/`}`,
          sh`npm whoami --registry=${`https://${hostOf(exchange)}/`}`,
        ],
      },
    ],
    'step-up-required': [
      {
        text: 'Give the one-time password: npm publish --otp=CODE; in CI use a granular token that may bypass it, or trusted publishing',
      },
    ],
    'not-owner': [
      {
        text: 'See who may publish the package, and ask them to add you',
        commands: [sh`npm whoami`, sh`npm owner ls`],
      },
    ],
    'policy-denied': [
      { text: 'If the version exists already, raise it and publish again', commands: [sh`npm version patch`] },
    ],
    authorization: [
      {
        text: 'See as whom npm is logged in and who may publish the package',
        commands: [sh`npm whoami`, sh`npm owner ls`],
      },
    ],
    any: [
      {
        text: 'See which registry and login npm uses here',
        commands: [sh`npm config ls`, sh`npm ping`, sh`npm whoami`],
      },
    ],
  },
};

export default tool;
