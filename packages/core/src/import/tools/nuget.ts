import { sh } from '../../model/shell.ts';
import type { Tool } from '../../model/tool.ts';

const tool: Tool = {
  id: 'nuget',
  name: 'NuGet',
  commands: ['nuget'],
  shows: [
    /^\s{0,4}(?:Pushing|PUT|Forbidden|Unauthorized|OK|Created) .{0,300}https?:\S{1,2000}\.{0,3}(?: \d{1,7}ms)?$/,
    /\bNU1301\b|\bNU1303\b/,
    /The specified API key is invalid/,
  ],
  before: [/^error(?: NU\d{4})?: /],
  own: [/^Pushing |^\s{0,4}(?:OK|Created) https?:/, /^\s{0,4}(?:Forbidden|Unauthorized) https?:/],
  lines: [
    /^\s{0,4}(?<method>PUT|GET|POST|DELETE) (?<url>https?:\S{1,4000})$/,
    /Response status code does not indicate success: (?<status>\d{3}) \((?<words>.{1,1000})\)\.?$/,
    /Unable to load the service index for source (?<url>https?:\S{1,2000})\.$/,
  ],
  fixes: {
    authentication: [
      {
        text: 'Make a new API key, and give it with --api-key; for a private feed store the login',
        commands: [sh`dotnet nuget list source`],
      },
    ],
    'not-owner': [
      {
        text: 'The id belongs to another owner, or the key’s glob pattern does not cover it: check both on the feed’s site',
      },
    ],
    any: [{ text: 'See which sources are used here', commands: [sh`dotnet nuget list source`] }],
  },
};

export default tool;
