import type { Tool } from '../../model/tool.ts';

const tool: Tool = {
  id: 'httpie',
  name: 'HTTPie',
  commands: ['http', 'https', 'xh', 'xhs'],
  shows: [/^(?:http|xh): (?:error|warning): /],
  lines: [/^(?:http|xh): warning: HTTP (?<status>\d{3})(?: (?<reason>.{1,100}))?$/],
  fixes: {
    authentication: [
      { text: 'Give the credential with -A bearer -a TOKEN, or -a USER:PASSWORD; a session keeps it: --session=NAME' },
    ],
    any: [{ text: 'Show both sides: http -v, or put why403 before the command' }],
  },
};

export default tool;
