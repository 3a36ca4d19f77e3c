import type { Tool } from '../../model/tool.ts';

const tool: Tool = {
  id: 'playwright',
  name: 'Playwright',
  commands: ['playwright'],
  shows: [
    /^\s{0,9}pw:(?:api|protocol)\b/,
    /\bapiRequestContext\.\w{1,20}: /,
    /^ {0,9}(?:- )?→ (?:GET|POST|PUT|DELETE|PATCH|HEAD|OPTIONS) https?:/,
    /^\s{0,9}Call log:$/,
  ],
  before: [/^\s{0,9}pw:(?:api|protocol) {0,1}/, /^ {0,9}- (?=[→←\w])/],
  own: [/^\s{0,9}Call log:$/],
  lines: [
    /^\s{0,9}→ (?<method>[A-Z]{3,10}) (?<url>https?:\S{1,8000})/,
    /^\s{0,9}← (?<status>\d{3}) ?(?<reason>[A-Za-z ]{0,60})$/,
  ],
  fixes: {
    authentication: [
      { text: 'Give the context its login: storageState, httpCredentials or extraHTTPHeaders in playwright.config' },
    ],
    any: [{ text: 'Record the run: set recordHar in the context options, and give why403 the HAR' }],
  },
};

export default tool;
