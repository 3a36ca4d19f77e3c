import type { Tool } from '../../model/tool.ts';

const tool: Tool = {
  id: 'powershell',
  name: 'PowerShell',
  commands: ['pwsh', 'powershell'],
  shows: [
    /^(?:Invoke-(?:RestMethod|WebRequest)|irm|iwr) ?: /,
    /^VERBOSE: (?:(?:GET|POST|PUT|DELETE|PATCH|HEAD|OPTIONS) |Requested HTTP\/)/,
    /FullyQualifiedErrorId {0,9}: {0,9}WebCmdletWebResponseException/,
    /Microsoft\.PowerShell\.Commands\.(?:HttpResponseException|InvokeRestMethodCommand|InvokeWebRequestCommand)/,
    /^Invoke-(?:RestMethod|WebRequest):/,
    /^ {0,6}\| {1,9}Response status code does not indicate success/,
  ],
  own: [
    /^At line:\d|^\+ |^ {4}\+ (?:CategoryInfo|FullyQualifiedErrorId)|^VERBOSE: received|^ {0,6}Line \|$|^ {0,6}\d{1,5} \| |^ {5}\| {1,60}~/,
    /^VERBOSE: HTTP\/\d(?:\.\d)? \w{3,10} with /,
  ],
  before: [
    /^(?:Invoke-(?:RestMethod|WebRequest)|irm|iwr) ?: /,
    /^VERBOSE: (?=(?:GET|POST|PUT|DELETE|PATCH|HEAD|OPTIONS) )/,
    /^ {5,6}\| {1,9}/,
  ],
  lines: [
    /^The remote server returned an error: \((?<status>\d{3})\) (?<reason>[\w ]{1,60})\.$/,
    /^Response status code does not indicate success: (?<status>\d{3}) \((?<reason>[^)]{1,200})\)\.?$/,
    /^VERBOSE: Requested HTTP\/\S{1,5} (?<method>[A-Z]{3,10})(?: with .{1,60})?$/,
    /^(?<method>GET|POST|PUT|DELETE|PATCH|HEAD|OPTIONS) (?:with )?(?<url>https?:\S{1,8000}) with \S{1,20} payload/,
    /^(?:\+ )?.{0,60}Invoke-(?:RestMethod|WebRequest) .{0,40}-Uri ["']?(?<url>https?:[^\s"']{1,8000})/,
    {
      is: /^(?<words>\{.{1,4000})$/,
      status: 403,
    },
  ],
  fixes: {
    authentication: [
      {
        text: 'Give the token with -Headers @{ Authorization = "Bearer $token" }, or -Authentication Bearer -Token (PowerShell 7)',
      },
    ],
    any: [
      {
        text: 'Show the answer: in PowerShell 7 add -SkipHttpErrorCheck; in 5.1 read $_.Exception.Response in a catch block',
      },
    ],
  },
};

export default tool;
