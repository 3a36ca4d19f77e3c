import type { Tool } from '../../model/tool.ts';

const tool: Tool = {
  id: 'aiohttp',
  name: 'aiohttp',
  inside: true,
  shows: [/\baiohttp\.client_exceptions\.\w{5,40}: /, /^(?:aiohttp\.)?ClientResponseError: /],
  lines: [
    /(?:ClientResponseError|ContentTypeError|WSServerHandshakeError): (?<status>\d{3}), message='(?<reason>[^']{0,300})', url=(?:URL\()?'?(?<url>https?:[^')\s]{1,8000})/,
  ],
  fixes: {
    authentication: [{ text: 'Give the token with headers= of the session or the request' }],
    any: [{ text: 'Read the answer before raise_for_status(): await response.text()' }],
  },
};

export default tool;
