import type { Tool } from '../../model/tool.ts';

const tool: Tool = {
  id: 'postman',
  name: 'Postman',
  commands: ['postman'],
  shows: [
    /^User-Agent: PostmanRuntime\//i,
    /^(?:Request|Response) (?:Headers|Body)$/,
    /^▶?(?:GET|POST|PUT|DELETE|PATCH|HEAD|OPTIONS) https?:\S{1,4000}$/,
  ],
  own: [/^(?:Request|Response) (?:Headers|Body)$|^Network$|^\d{1,6}(?:\.\d{1,3})? m?s$|^\d{1,9} ?K?B$/],
  lines: [/^▶?(?<method>GET|POST|PUT|DELETE|PATCH|HEAD|OPTIONS) (?<url>https?:\S{1,4000})$/],
  fixes: {
    authentication: [
      {
        text: 'Set the credential on the Authorization tab, and check in the console (View, Show Postman Console) that it was sent',
      },
    ],
    any: [
      { text: 'Copy the request as curl (Code, cURL), or save the answer as an example and export the collection' },
    ],
  },
};

export default tool;
