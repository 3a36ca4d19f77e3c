import { sh } from '../../model/shell.ts';
import type { Tool } from '../../model/tool.ts';

const tool: Tool = {
  id: 'yt-dlp',
  name: 'yt-dlp',
  commands: ['yt-dlp', 'youtube-dl'],
  shows: [
    /^(?:ERROR|WARNING): (?:\[\w{2,40}\] |unable to download|Unable to (?:download|extract))/,
    /^\[(?:youtube|download|generic|info|debug|twitch|vimeo|instagram|tiktok|facebook|Extract\w{0,20})[\w:]{0,40}\] /,
  ],
  before: [/^(?:ERROR|WARNING): (?:\[[\w:]{2,60}\] (?:[\w-]{1,40}: )?)?/],
  own: [
    /^\[(?:youtube|download|info|generic|debug)[\w:]{0,40}\] |^Confirm you are on the latest version|please report this issue on/,
  ],
  lines: [
    /[Uu]nable to download (?<what>[\w ]{1,40}): HTTP Error (?<status>\d{3}): (?<reason>[A-Za-z ]{1,60})/,
    { is: /^(?<words>Sign in to confirm .{1,300}?)(?:\. Use --cookies.{0,400})?$/, status: 403 },
    {
      is: /^(?<words>(?:Private video|This video is (?:private|only available|unavailable)|The uploader has not made this video available in your country|Video unavailable|Join this channel|Login required|This content is only available).{0,300})$/,
      status: 403,
    },
  ],
  always: { method: 'GET' },
  fixes: {
    'client-refused': [
      {
        text: 'Update, and give the cookies of a browser where the site works',
        commands: [sh`yt-dlp -U`, sh`yt-dlp --cookies-from-browser firefox URL`],
      },
    ],
    authentication: [
      {
        text: 'Give the cookies of a browser where you are logged in',
        commands: [sh`yt-dlp --cookies-from-browser firefox URL`],
      },
    ],
    any: [
      {
        text: 'Update first: sites change; addresses of media expire within hours and hold for one IP address',
        commands: [sh`yt-dlp -U`, sh`yt-dlp -v URL`],
      },
    ],
  },
};

export default tool;
