import type { Tool } from '../../model/tool.ts';

const tool: Tool = {
  id: 'undici',
  name: 'undici',
  inside: true,
  shows: [/\bResponseStatusCodeError\b/, /\bnode_modules\/undici\//, /\bUND_ERR_\w{3,60}/],
  lines: [/Response status code (?<status>\d{3}): (?<reason>.{1,100})$/],
  fixes: { any: [{ text: 'Print the answer: the error holds statusCode, headers and body' }] },
};

export default tool;
