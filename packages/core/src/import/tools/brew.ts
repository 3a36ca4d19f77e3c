import { sh } from '../../model/shell.ts';
import type { Tool } from '../../model/tool.ts';

const tool: Tool = {
  id: 'brew',
  name: 'Homebrew',
  commands: ['brew'],
  shows: [
    /^==> (?:Downloading|Fetching|Installing|Pouring)/,
    /^Error: (?:Failed to download resource|GitHub API Error|\S{1,200}: Failed to download)/,
    /^Download failed: /,
    /^GitHub::API::\w{3,60}/,
  ],
  own: [/^==> |^#{3,}|^Warning: /],
  lines: [
    /^Download failed: (?<url>https?:\S{1,2000})$/,
    { is: /^Error: (?:GitHub API Error: )?(?<words>.{0,100}rate limit exceeded.{0,300})$/, status: 403 },
  ],
  fixes: {
    'rate-limited': [{ text: 'Set HOMEBREW_GITHUB_API_TOKEN to a token without any scope' }],
    any: [{ text: 'Show the exchange: HOMEBREW_CURL_VERBOSE=1 before the command', commands: [sh`brew config`] }],
  },
};

export default tool;
