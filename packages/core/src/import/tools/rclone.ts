import { sh } from '../../model/shell.ts';
import type { Tool } from '../../model/tool.ts';

const tool: Tool = {
  id: 'rclone',
  name: 'rclone',
  commands: ['rclone'],
  shows: [
    /^(?:ERROR|NOTICE|Failed to) {0,2}: .{0,200}: (?:Failed to|failed to|couldn't)/,
    /\brclone\b/,
    /^Failed to (?:copy|sync|lsd|ls|mount|create file system|check)/,
  ],
  before: [/^(?:ERROR|NOTICE|CRITICAL|DEBUG|INFO) {1,2}: /],
  own: [/^Attempt \d{1,3}\/\d{1,3} failed|^Transferred:|^Checks:|^Elapsed time:|^Errors:/],
  lines: [
    /googleapi: (?:Error|got HTTP response code) (?<status>\d{3}): (?<words>.{1,2000})$/,
    /: (?:couldn't|failed to) [^:]{1,100}: (?:[A-Z][A-Za-z ]{2,40}: )?(?<status>[45]\d\d) (?<reason>[A-Z][A-Za-z ]{2,40})$/,
    /status code: (?<status>\d{3}), request id: \S{0,200}$/,
    /(?<words>(?:AccessDenied|SignatureDoesNotMatch|InvalidAccessKeyId)\w{0,20}: .{1,500}?)\s{1,9}status code: (?<status>\d{3})/,
  ],
  fixes: {
    authentication: [
      { text: 'Log in to the remote again', commands: [sh`rclone config reconnect REMOTE:`, sh`rclone listremotes`] },
    ],
    any: [{ text: 'Show the exchange with -vv --dump headers (secrets are in it)' }],
  },
};

export default tool;
