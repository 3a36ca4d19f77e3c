import { sh } from '../../model/shell.ts';
import type { Tool } from '../../model/tool.ts';

const tool: Tool = {
  id: 'maven',
  name: 'Maven',
  commands: ['mvn', 'mvnw', './mvnw'],
  shows: [
    /^(?:\[ERROR\] )?Failed to execute goal /,
    /\bauthentication failed for https?:|\bauthorization failed for https?:/,
    /\bstatus: \d{3} (?:Forbidden|Unauthorized)/,
    /status code: \d{3}, reason phrase:/,
    /^\[ERROR\] .{0,200}-> \[Help \d\]/,
    /^Could not transfer (?:artifact|metadata)/,
  ],
  before: [/^\[(?:ERROR|WARNING|INFO)\] {1,4}/],
  own: [
    /^(?:To see the full stack trace|Re-run Maven|For more information about the errors|\[Help \d\])|\[Help \d\] https?:|^$/,
  ],
  lines: [
    /(?:authentication failed|authorization failed|Access denied|Could not (?:transfer|find) artifact .{1,300}?) (?:for|to|from\/to \S{1,100}) ?\(?(?<url>https?:[^\s,)]{1,4000})\)?[,:] (?:status: |.{0,200}status code: )(?<status>\d{3})(?:,? (?:reason phrase: )?(?<reason>[A-Za-z ]{1,100}))?/,
    /(?:authentication|authorization) failed for (?<url>https?:[^\s,)]{1,4000}), status: (?<status>\d{3}) (?<reason>[A-Za-z ]{1,60})/,
    /(?:Return code is|status code): (?<status>\d{3}), (?:ReasonPhrase|reason phrase): ?(?<words>[^(]{1,200}?)\.?(?: \((?<code>\d{3})\))?(?: ?->.{0,40})?$/,
  ],
  fixes: {
    authentication: [
      {
        text: 'Give the server of that id its user name and password in ~/.m2/settings.xml; the id must equal the one in distributionManagement',
        commands: [sh`mvn help:effective-settings`],
      },
    ],
    any: [
      {
        text: 'See which repository and server id is used',
        commands: [sh`mvn -X deploy`, sh`mvn help:effective-settings`],
      },
    ],
  },
};

export default tool;
