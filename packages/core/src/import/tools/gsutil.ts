import { sh } from '../../model/shell.ts';
import type { Tool } from '../../model/tool.ts';

const tool: Tool = {
  id: 'gsutil',
  name: 'gsutil',
  commands: ['gsutil'],
  shows: [
    /^(?:AccessDeniedException|ServiceException|BadRequestException|CommandException): /,
    /^AccessDeniedException: \d{3}/,
  ],
  lines: [
    /^(?:AccessDeniedException|ServiceException): (?<status>\d{3}) (?<words>.{1,2000})$/,
    /^ServiceException: (?<status>401) (?<words>.{1,2000})$/,
  ],
  always: { host: 'storage.googleapis.com' },
  fixes: {
    authentication: [
      {
        text: 'Log in again; gsutil has a configuration of its own where it was installed alone',
        commands: [sh`gcloud auth login`, sh`gsutil config`],
      },
    ],
    authorization: [
      {
        who: 'server-admin',
        text: 'Give the account a role on the bucket',
        commands: [sh`gcloud storage buckets get-iam-policy gs://BUCKET`],
      },
    ],
    any: [{ text: 'See as whom you act; gsutil -D shows the exchange', commands: [sh`gcloud auth list`] }],
  },
};

export default tool;
