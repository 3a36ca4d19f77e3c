import type { Tool } from '../../model/tool.ts';

const tool: Tool = {
  id: 'terraform',
  name: 'Terraform and OpenTofu',
  commands: ['terraform', 'tofu', 'terragrunt'],
  shows: [
    /^[│╷╵]/,
    /^Error: (?:Error |creating |reading |updating |deleting |waiting for |Failed to |error )/,
    /^ {1,4}(?:with|on) \S{1,200}(?:,| line \d)/,
    /\bregistry\.(?:terraform\.io|opentofu\.org)\b/,
    /^OpenTofu (?:used|has|v\d)/,
  ],
  before: [/^│ ?/],
  own: [
    /^ {1,4}(?:with \S{1,300},|on \S{1,200}\.tf(?:\.json)? line \d|\d{1,6}: )|^[╷╵]$|^(?:Planning failed|Releasing state lock|Acquiring state lock)/,
  ],
  lines: [
    /operation error (?<service>[\w ]{1,60}): \w{1,80}, .{0,200}StatusCode: (?<status>\d{3}), RequestID: [\w-]{1,80}, (?<words>.{1,2000})$/,
    /\b(?<status>\d{3}) (?<reason>[A-Z][A-Za-z ]{2,40}) returned from (?<host>[\w.-]{1,253}(?::\d{1,5})?)$/,
    /error (?:accessing|downloading) .{0,300}(?:bad response code|unexpected response|bad status)[^\d]{0,20}(?<status>\d{3})\b/,
    /googleapi: Error (?<status>\d{3}): (?<words>.{1,2000})$/,
    /(?<method>GET|POST|PUT|PATCH|DELETE) (?<url>https?:\S{1,2000}): (?<status>\d{3}) (?<words>.{0,2000})$/,
  ],
  fixes: {
    authentication: [
      {
        text: 'Renew the credential that the provider uses (aws sts get-caller-identity, gcloud auth application-default login, az login), and terraform login (tofu login) for a remote state or a private registry',
      },
    ],
    authorization: [
      { text: 'See as whom the provider acts, and give that principal the permission that the error names' },
    ],
    any: [{ text: 'Show the exchange: TF_LOG=DEBUG before the command; secrets may stand in it' }],
  },
};

export default tool;
