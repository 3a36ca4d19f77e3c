import { sh } from '../../model/shell.ts';
import type { Tool } from '../../model/tool.ts';

const tool: Tool = {
  id: 'twine',
  name: 'Twine',
  commands: ['twine'],
  shows: [/^Uploading distributions to https?:/, /^(?:ERROR {1,4})?HTTPError: \d{3} .{1,200} from https?:/],
  before: [/^(?:ERROR|WARNING|INFO) {1,4}/],
  own: [
    /^Uploading |^(?:Error during upload|Retry with the --verbose option)|^ {0,3}[\d%]{1,4} |See https:\/\/packaging\.python\.org/,
  ],
  voice: [/^ {6,12}\S/],
  lines: [
    /HTTPError: (?<status>\d{3}) (?<reason>.{1,300}?) from (?<url>https?:\S{1,4000})/,
    /^Uploading distributions to (?<url>https?:\S{1,4000})/,
  ],
  always: { method: 'POST' },
  fixes: {
    authentication: [
      {
        text: 'Use __token__ as user name and the API token, with its pypi- prefix, as password; a token of TestPyPI does not work on PyPI',
        commands: [sh`twine upload --verbose -u __token__ dist/*`],
      },
    ],
    'not-owner': [
      {
        text: 'The name belongs to somebody else: choose another, or ask an owner to add you; a token limited to one project uploads to no other',
      },
    ],
    any: [{ text: 'Show the answer', commands: [sh`twine upload --verbose dist/*`] }],
  },
};

export default tool;
