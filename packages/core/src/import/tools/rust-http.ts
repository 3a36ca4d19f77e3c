import type { Tool } from '../../model/tool.ts';

const tool: Tool = {
  id: 'rust-http',
  name: 'reqwest',
  inside: true,
  shows: [/\breqwest::Error\b/, /HTTP status (?:client|server) error \(\d{3}/, /\bureq::Error|\bStatus\(\d{3},/],
  lines: [
    /HTTP status (?:client|server) error \((?<status>\d{3})(?: (?<reason>[^)]{1,60}))?\) for url \((?<url>https?:[^)\s]{1,8000})\)/,
  ],
  fixes: {
    authentication: [{ text: 'Give the token with .bearer_auth(token)' }],
    'client-refused': [{ text: 'Set a User-Agent: reqwest sends none by default, and some APIs refuse that' }],
    any: [{ text: 'Read the answer before error_for_status(): response.text()' }],
  },
};

export default tool;
