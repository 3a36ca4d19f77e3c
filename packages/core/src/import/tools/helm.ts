import { sh } from '../../model/shell.ts';
import type { Tool } from '../../model/tool.ts';
import { hostOf } from '../text/host-of.ts';

const tool: Tool = {
  id: 'helm',
  name: 'Helm',
  commands: ['helm'],
  shows: [
    /^Error: (?:INSTALLATION|UPGRADE|UNINSTALL) FAILED: /,
    /^Error: (?:looks like "|failed to (?:fetch|download|authorize|perform|do request)|GET "|unexpected status)/,
    /is not a valid chart repository or cannot be reached/,
  ],
  before: [/^Error: (?:(?:INSTALLATION|UPGRADE|UNINSTALL) FAILED: )?/],
  own: [/^helm\.go:/],
  lines: [
    /failed to fetch (?<url>https?:\S{1,2000}) : (?<status>\d{3}) (?<reason>[A-Za-z ]{1,60})/,
    /(?<method>GET|HEAD|PUT|POST) "?(?<url>https?:[^"\s]{1,2000}?)"?: (?:GET "\S{1,2000}": )?(?:response status code|unexpected status code) (?<status>\d{3}):? ?(?<words>.{0,600})$/,
  ],
  fixes: {
    authentication: [
      {
        text: 'Give the repository its login: helm repo add NAME URL --username … --password …; for OCI log in to the registry',
        commands: (exchange) => [sh`helm registry login ${hostOf(exchange)}`],
      },
    ],
    any: [
      {
        text: 'Fetch the chart by hand, and show the exchange with --debug; in a cluster, check what your user may do',
        commands: [sh`helm repo list`, sh`kubectl auth can-i --list`],
      },
    ],
  },
};

export default tool;
