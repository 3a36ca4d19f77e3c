import type { Tool } from '../../model/tool.ts';

const tool: Tool = {
  id: 'axios',
  name: 'axios',
  inside: true,
  shows: [/\bAxiosError\b/, /Request failed with status code \d{3}/, /\bnode_modules\/axios\//],
  own: [/^\s{0,40}(?:code|name|stack|isAxiosError): /],
  lines: [/Request failed with status code (?<status>\d{3})/],
  fixes: {
    authentication: [
      {
        text: 'Set the header on the instance: api.defaults.headers.common.Authorization, and check that an interceptor does not remove it',
      },
    ],
    'csrf-missing': [
      {
        text: 'Set withCredentials: true and withXSRFToken: true, so that axios copies the XSRF-TOKEN cookie into its header',
      },
    ],
    any: [
      {
        text: 'Print the answer: catch (e) { console.log(e.response?.status, e.response?.headers, e.response?.data) }',
      },
    ],
  },
};

export default tool;
