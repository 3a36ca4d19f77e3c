import type { Tool } from '../../model/tool.ts';

const tool: Tool = {
  id: 'uv',
  name: 'uv',
  commands: ['uv', 'uvx'],
  shows: [
    /^\s{0,9}[├╰]─▶ /,
    /^error: (?:Failed to (?:fetch|publish|download)|Request failed after)/,
    /^\s{0,9}× (?:Failed to (?:fetch|download)|No solution found|Request failed)/,
  ],
  before: [/^\s{0,9}(?:[├╰]─▶|×) /, /^ {2}Caused by: /],
  own: [/^hint: /],
  lines: [
    /^HTTP status client error \((?<status>\d{3})(?: (?<reason>[^)]{1,60}))?\) for url \((?<url>https?:[^)\s]{1,4000})\)/,
    /^(?:error: )?Failed to (?:fetch|download): `(?<url>https?:[^`\s]{1,4000})`/,
    /^(?:error: )?Failed to publish `[^`]{1,300}` to (?<url>https?:\S{1,4000})/,
    /^(?:Upload failed with status|Server returned status) code (?<status>\d{3}) (?<reason>[A-Za-z ]{1,60}?)\. Server says: (?<words>.{1,2000})$/,
  ],
  fixes: {
    authentication: [
      {
        text: 'Give the login of the index: UV_INDEX_NAME_USERNAME and UV_INDEX_NAME_PASSWORD, a keyring, or ~/.netrc; for publishing UV_PUBLISH_TOKEN',
      },
    ],
    any: [{ text: 'Show the exchange with -v' }],
  },
};

export default tool;
