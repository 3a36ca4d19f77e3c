import { sh } from '../../model/shell.ts';
import type { Tool } from '../../model/tool.ts';

const tool: Tool = {
  id: 'conda',
  name: 'conda',
  commands: ['conda', 'mamba', 'micromamba'],
  shows: [/^CondaHTTPError: /, /^(?:UnavailableInvalidChannel|CondaError|critical libmamba)/],
  own: [
    /^(?:Elapsed: |An HTTP error occurred|HTTP errors are often intermittent|A (?:remote|simple) |If your current network|The channel is not accessible or is invalid|You will need to adjust your conda configuration|https:\/\/docs\.conda|channel (?:name|url): )/,
  ],
  lines: [
    /HTTP (?<status>\d{3}) (?<reason>[A-Z][A-Za-z ]{1,60}?) for (?:url <(?<url>https?:[^>]{1,4000})>|channel )/,
    /^error code: (?<status>\d{3})$/,
    /^channel url: (?<url>https?:\S{1,4000})$/,
  ],
  always: { method: 'GET' },
  fixes: {
    authentication: [
      { text: 'Log in to the channel', commands: [sh`anaconda login`, sh`conda config --show channels`] },
    ],
    any: [
      {
        text: 'See which channels are used here, and remove the one that refuses',
        commands: [sh`conda config --show-sources`],
      },
    ],
  },
};

export default tool;
