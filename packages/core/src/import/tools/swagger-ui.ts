import type { Tool } from '../../model/tool.ts';

const tool: Tool = {
  id: 'swagger-ui',
  name: 'Swagger UI',
  shows: [/^Server response$/, /^Response headers$/, /^Request URL$/],
  own: [
    /^(?:Curl|Request URL|Server response|Code\t?Details|Code|Details|Response body|Response headers|Download|Responses|Undocumented|Copy)$/,
  ],
  lines: [
    /^(?<status>[45]\d\d)(?:\s(?:Undocumented\s)?)?(?:Error: (?<reason>.{0,60}))?$/,
    /^Error: (?:response status is (?<status>\d{3})|(?<reason>[A-Z][A-Za-z ]{2,60}))$/,
  ],
  fixes: {
    authentication: [{ text: 'Choose Authorize at the top of the page, give the token, and try it out again' }],
  },
};

export default tool;
