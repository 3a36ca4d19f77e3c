import type { Tool } from '../../model/tool.ts';

const tool: Tool = {
  id: 'ansible',
  name: 'Ansible',
  commands: ['ansible', 'ansible-playbook', 'ansible-galaxy'],
  shows: [
    /^fatal: \[[^\]]{1,200}\]: FAILED! => \{/,
    /^failed: \[[^\]]{1,200}\] /,
    /^TASK \[/,
    /^PLAY RECAP/,
    /^ERROR! (?:Unexpected|Failed)/,
  ],
  before: [/^fatal: \[[^\]]{1,200}\]: FAILED! => (?=\{)/, /^failed: \[[^\]]{1,200}\] (?:\([^)]{0,300}\) )?=> (?=\{)/],
  own: [/^(?:TASK|PLAY|ok:|changed:|skipping:|\S{1,200} {1,40}: ok=)/],
  lines: [
    /"msg": "Status code was (?<status>\d{3}) and not \[[^\]]{1,60}\]: (?:HTTP Error \d{3}: )?(?<reason>[^"]{1,200})".{0,2000}"url": "(?<url>https?:[^"]{1,2000})"/,
  ],
  fixes: {
    authentication: [
      {
        text: 'Give the module its credential (url_username and url_password with force_basic_auth: true, or headers), out of a vault',
      },
    ],
    any: [{ text: 'Print the answer: return_content: true and register, or run with -vvv' }],
  },
};

export default tool;
