import { sh } from '../../model/shell.ts';
import type { Tool } from '../../model/tool.ts';

const tool: Tool = {
  id: 'gh',
  name: 'GitHub CLI',
  commands: ['gh'],
  shows: [
    /^(?:gh: |HTTP \d{3}: .{1,300} \(https:\/\/api\.|HTTP \d{3}: .{1,300} \(https:\/\/[\w.-]{1,200}\/api\/)/,
    /^GraphQL: .{1,300}\(\w{1,40}\)$/,
    /^This API operation needs the "/,
    /^To get started with GitHub CLI, please run: {1,2}gh auth login/,
  ],
  own: [
    /^This API operation needs the "[\w:]{1,40}" scope\. To request it, run/,
    /^Try authenticating with: {1,2}gh auth login/,
  ],
  lines: [
    /^(?:gh: )?HTTP (?<status>\d{3}): (?<words>.{1,600}?) \((?<url>https?:[^)\s]{1,4000})\)/,
    /^gh: (?<words>.{1,600}) \(HTTP (?<status>\d{3})\)$/,
    { is: /^GraphQL: (?<words>.{1,600}?)(?: \([\w.]{1,80}\))?$/, status: 403, method: 'POST' },
    {
      is: /^To get started with GitHub CLI, please run/,
      status: 401,
      means: [{ cause: 'credentials-missing', weight: 'suggests', says: 'gh has no login' }],
    },
  ],
  always: { host: 'api.github.com' },
  fixes: {
    authentication: [{ text: 'Log in again', commands: [sh`gh auth status`, sh`gh auth login`] }],
    'scope-insufficient': [
      { text: 'Add the scope to the login that gh has', commands: [sh`gh auth refresh --scopes repo,workflow`] },
      {
        text: 'In GitHub Actions, add the permission to the job: permissions: contents: write (or issues, pull-requests, …)',
      },
    ],
    authorization: [{ text: 'Check which account is active', commands: [sh`gh auth status`] }],
    any: [{ text: 'Show the exchange: GH_DEBUG=api before the command' }],
  },
};

export default tool;
