import type { Tool } from '../../model/tool.ts';

const tool: Tool = {
  id: 'insomnia',
  name: 'Insomnia',
  shows: [/^\* Preparing request to /, /^> User-Agent: insomnia\//i],
  fixes: { any: [{ text: 'Copy the Timeline tab whole, or the request as curl (Generate Code)' }] },
};

export default tool;
