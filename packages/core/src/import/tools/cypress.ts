import type { Tool } from '../../model/tool.ts';

const tool: Tool = {
  id: 'cypress',
  name: 'Cypress',
  commands: ['cypress'],
  shows: [/\bCypressError: /, /`cy\.(?:request|visit|intercept)\(\)` failed/],
  own: [
    /^\s{0,9}(?:The response we received from your web server was|This was considered a failure because|If you do not want status codes to cause failures|> failOnStatusCode|The request we sent was|-{10,}|Common situations why this fails)/,
    /^\s{0,9}- (?:you don|your web server|you have a|you are behind)/,
  ],
  lines: [
    /^\s{0,9}> (?<status>\d{3})(?:: (?<reason>[A-Za-z ]{1,60}))?$/,
    /^\s{0,9}Method: (?<method>[A-Z]{3,20})$/,
    /^\s{0,9}URL: (?<url>https?:\S{1,8000})$/,
    /^\s{0,9}Body: (?<words>[^\s{[].{1,4000})$/,
  ],
  fixes: {
    authentication: [{ text: 'Log in with cy.session(), or give cy.request() its auth or headers' }],
    'csrf-missing': [{ text: 'Fetch the CSRF token with cy.request() first, and send it with the same cookies' }],
    any: [{ text: 'Print the answer: cy.request({ failOnStatusCode: false })' }],
  },
};

export default tool;
