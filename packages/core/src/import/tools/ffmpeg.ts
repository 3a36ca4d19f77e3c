import type { Tool } from '../../model/tool.ts';

const tool: Tool = {
  id: 'ffmpeg',
  name: 'FFmpeg',
  commands: ['ffmpeg', 'ffprobe', 'ffplay', 'mpv'],
  shows: [
    /^\[(?:https?|hls|dash|tls|tcp|in#\d) @ 0x[0-9a-f]{6,16}\] /,
    /Server returned \d{3} Forbidden \(access denied\)|Server returned 401 Unauthorized \(authorization failed\)/,
  ],
  before: [/^\[(?:https?|hls|dash|tls|tcp|in#\d{1,3}) @ 0x[0-9a-f]{6,16}\] /],
  own: [/^(?:Input #|Stream #|Error opening input:|ffmpeg version|configuration:|built with)/],
  lines: [
    /^Error opening input file (?<url>https?:\S{1,4000}?)\.?$/,
    /^HTTP error (?<status>\d{3}) (?<reason>[A-Za-z ]{1,60})$/,
    /^(?<url>https?:\S{1,4000}): Server returned (?<status>\d{3}) /,
    /^Opening '(?<url>https?:[^']{1,4000})' for reading$/,
    /Server returned (?<status>\d{3}) [A-Za-z ]{1,30}\((?:access denied|authorization failed)\)/,
  ],
  always: { method: 'GET' },
  fixes: {
    'origin-rejected': [
      { text: 'Send the Referer of the page that embeds it: -headers "Referer: https://…" before -i' },
    ],
    'client-refused': [
      { text: 'Name yourself with -user_agent before -i; the default Lavf/… is refused by some hosts' },
    ],
    'credentials-expired': [{ text: 'Take a fresh address: signed ones of streams last minutes' }],
    any: [
      {
        text: 'Put options of HTTP before -i: -user_agent, -referer, -headers, -cookies; a signed address may have expired',
      },
    ],
  },
};

export default tool;
