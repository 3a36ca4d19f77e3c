import { sh } from '../../model/shell.ts';
import type { Tool } from '../../model/tool.ts';

const tool: Tool = {
  id: 'cargo',
  name: 'Cargo',
  commands: ['cargo'],
  shows: [
    /^error: failed to (?:publish|download|get|sync|fetch|query|yank|load source|select a version)|^error: api errors \(status/,
    /^ {0,4}(?:Updating|Downloading|Uploading) .{1,100} (?:index|registry|crates)/,
    /^Caused by:$/,
  ],
  own: [
    /^Caused by:$|^ {0,4}(?:Updating|Downloading|Packaging|Verifying|Compiling|Uploading) |^ {2,8}(?:headers:|body:)$|^note: |^ {2}failed to get a 200 OK response/,
  ],
  lines: [
    /^error: failed to publish to registry at (?<url>https?:\S{1,4000})/,
    /^\s{0,9}failed to get a 200 OK response, got (?<status>\d{3})/,
    /^\s{0,9}the remote server responded with an error \(status (?<status>\d{3})(?: (?<reason>[^)]{1,60}))?\): (?<words>.{1,2000})$/,
    /^\s{0,9}failed to download from `(?<url>https?:[^`\s]{1,4000})`/,
    /^\s{0,9}failed to get successful HTTP response from `(?<url>https?:[^`\s]{1,4000})`(?: \([^)]{1,60}\))?, got (?<status>\d{3})/,
    {
      is: /^error: no token found, please run `cargo login`/,
      status: 401,
      means: [{ cause: 'credentials-missing', weight: 'suggests', says: 'cargo has no token for this registry' }],
    },
  ],
  fixes: {
    authentication: [{ text: 'Log in to the registry with a fresh token', commands: [sh`cargo login`] }],
    'not-owner': [{ text: 'See who owns the crate, and ask an owner to add you', commands: [sh`cargo owner --list`] }],
    'scope-insufficient': [
      {
        text: 'Make a token with the scope that the operation needs: publish-new for a new crate, publish-update for a new version',
      },
    ],
    any: [{ text: 'Show the exchange: CARGO_HTTP_DEBUG=true CARGO_LOG=network=trace before the command' }],
  },
};

export default tool;
