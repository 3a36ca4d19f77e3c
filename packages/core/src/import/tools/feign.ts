import type { Tool } from '../../model/tool.ts';

const tool: Tool = {
  id: 'feign',
  name: 'Feign',
  shows: [/\bfeign\.FeignException\b/],
  lines: [
    /FeignException(?:\$\w{1,40})?: \[(?<status>\d{3})(?: (?<reason>[^\]]{0,60}))?\] during \[(?<method>[A-Z]{3,10})\] to \[(?<url>[^\]]{1,8000})\]/,
    /FeignException(?:\$\w{1,40})?: status (?<status>\d{3}) reading/,
  ],
  fixes: {
    authentication: [
      {
        text: 'Pass the token on in a RequestInterceptor: Feign does not forward the caller’s Authorization by itself',
      },
    ],
  },
};

export default tool;
