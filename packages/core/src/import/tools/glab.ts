import { sh } from '../../model/shell.ts';
import type { Tool } from '../../model/tool.ts';

const tool: Tool = {
  id: 'glab',
  name: 'GitLab CLI',
  commands: ['glab'],
  shows: [/^glab: |\bglab auth login\b/, /\b(?:GET|POST|PUT|DELETE) https?:\S{1,600}\/api\/v4\/\S{1,2000}: \d{3}/],
  lines: [
    /(?<method>GET|POST|PUT|DELETE) (?<url>https?:\S{1,4000}\/api\/v4\/\S{1,4000}): (?<status>\d{3}) ?(?<words>.{0,600})$/,
  ],
  fixes: {
    authentication: [{ text: 'Log in again', commands: [sh`glab auth status`, sh`glab auth login`] }],
    'scope-insufficient': [{ text: 'Make a token with the scope api (read_api may only read)' }],
  },
};

export default tool;
