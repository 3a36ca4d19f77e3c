import type { Tool } from '../../model/tool.ts';

const tool: Tool = {
  id: 'newman',
  name: 'Newman',
  commands: ['newman'],
  shows: [
    /^newman$/,
    /^\s{0,9}(?:→|↳) /,
    /^\s{0,9}(?:GET|POST|PUT|DELETE|PATCH|HEAD|OPTIONS) https?:\S{1,4000} \[\d{3} /,
  ],
  own: [/^\s{0,9}(?:→|↳|✓|\d{1,4}\.) |^newman$|^[│┌├└]|^ {1,4}#? {1,9}failure|AssertionError/],
  lines: [/^\s{0,9}(?<method>[A-Z]{3,10}) (?<url>https?:\S{1,4000}) \[(?<status>\d{3}) (?<reason>[^,\]]{1,60}),/],
  fixes: {
    any: [
      {
        text: 'Keep the exchange: newman run … --reporters cli,json shows request and answer; or send it from Postman and give why403 the console',
      },
    ],
  },
};

export default tool;
