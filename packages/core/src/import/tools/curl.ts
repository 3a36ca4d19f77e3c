import type { Tool } from '../../model/tool.ts';

const tool: Tool = {
  id: 'curl',
  name: 'curl',
  commands: ['curl'],
  inside: true,
  shows: [
    /^curl: \(\d{1,3}\) /,
    /^\* (?:Connected to|Host \S{1,300} was resolved|Connection #\d)/,
    /^[=<]= (?:Info|Recv|Send) /,
  ],
  lines: [/^curl: \(22\) The requested URL returned error: (?<status>\d{3})/],
  fixes: {
    any: [
      { text: 'Show the whole answer: add -i --fail-with-body (or leave -f out), or put why403 before the command' },
    ],
  },
};

export default tool;
