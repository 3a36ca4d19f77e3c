import { sh } from '../../model/shell.ts';
import type { Tool } from '../../model/tool.ts';

const tool: Tool = {
  id: 'access-log',
  name: 'an access log',
  shows: [/^\S{2,100} \S{1,100} .{1,100} \[\d{2}\/[A-Z][a-z]{2}\/\d{4}:[^\]]{1,30}\] "/],
  own: [/" [123]\d\d (?:\d{1,15}|-)(?: |$)/],
  lines: [
    /^(?:[\w.-]{1,253}(?::\d{1,5})? )?\S{2,100} \S{1,100} .{1,100} \[\d{2}\/[A-Z][a-z]{2}\/\d{4}:[^\]]{1,30}\] "(?<method>[A-Z]{3,20}) (?<path>\/\S{0,4000})(?: HTTP\/[\d.]{1,3})?" (?<status>[45]\d\d) /,
  ],
  fixes: {
    any: [
      {
        who: 'server-admin',
        text: 'Group its refusals by cause, path and client, beside the error log',
        commands: [sh`why403 logs FILE`],
      },
    ],
  },
};

export default tool;
