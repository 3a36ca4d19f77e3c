import path from 'node:path';
import { byOption, optionIn, type RecordedTool, WHY } from './tool.ts';

const ONLY_PROXIES = {
  where: 'anywhere',
  why: 'Programs of Python that use http.client, a urllib3 pool, or aiohttp without trust_env heed no proxy settings.',
  instead: 'Paste the stack trace with the answer, or print the response (requests, httpx and urllib are recorded).',
} as const;

export const python: RecordedTool = {
  id: 'python',
  commands: [
    'python',
    'python2',
    'python3',
    'ipython',
    'pytest',
    'uvicorn',
    'poetry',
    'twine',
    'conda',
    'yt-dlp',
    'ansible',
  ],
  look({ env }) {
    return env['PYTHONHTTPSVERIFY'] === '0' ? byOption('PYTHONHTTPSVERIFY=0', WHY.insecure) : {};
  },
  unrecorded: ONLY_PROXIES,
};

export const pip: RecordedTool = {
  id: 'pip',
  commands: ['pip', 'pip3', 'pipx', 'uv', 'uvx'],
  authority: 'PIP_CERT',
  look({ words, env, read }) {
    const files = [
      env['PIP_CONFIG_FILE'],
      path.join(env['HOME'] ?? '/', '.config/pip/pip.conf'),
      path.join(env['HOME'] ?? '/', '.pip/pip.conf'),
      path.join(env['VIRTUAL_ENV'] ?? '/', 'pip.conf'),
      '/etc/pip.conf',
    ].filter((file) => file !== undefined);
    const settings = files.map(read).join('\n');
    const get = (name: string): string | undefined =>
      new RegExp(`^\\s*${name}\\s*=\\s*(\\S.*?)\\s*$`, 'm').exec(settings)?.[1];
    const authority = get('cert');
    const past = optionIn(words, ['--proxy']);
    return {
      ...byOption(optionIn(words, ['--cert']), WHY.authority),
      ...(get('client-cert') !== undefined && byOption('client-cert in pip.conf', WHY.certificate)),
      ...byOption(optionIn(words, ['--client-cert']), WHY.certificate),
      ...byOption(optionIn(words, ['--trusted-host', '--allow-insecure-host']), WHY.insecure),
      ...(authority !== undefined && { authorities: [authority] }),
      ...(past && {
        past: `${past} of pip goes past the recorder. Give it as a variable, https_proxy, in place of it.`,
      }),
    };
  },
};

export const httpie: RecordedTool = {
  id: 'httpie',
  commands: ['http', 'https', 'httpie', 'xh', 'xhs'],
  authority: 'REQUESTS_CA_BUNDLE',
  showsCertificates: true,
  look({ words }) {
    const verify = words.findIndex((word) => word.startsWith('--verify'));
    const value = verify < 0 ? undefined : (words[verify]!.split('=')[1] ?? words[verify + 1]);
    const past = optionIn(words, ['--proxy']);
    return {
      ...(value !== undefined &&
        byOption(
          `--verify ${/^(?:no|false)$/i.test(value) ? 'no' : 'FILE'}`,
          /^(?:no|false)$/i.test(value) ? WHY.insecure : WHY.authority,
        )),
      ...byOption(optionIn(words, ['--cert', '--cert-key']), WHY.certificate),
      ...(past && { past: `${past} goes past the recorder. Give it as a variable, https_proxy, in place of it.` }),
    };
  },
};

export const aws: RecordedTool = {
  id: 'aws',
  commands: ['aws', 'aws2'],
  authority: 'AWS_CA_BUNDLE',
  look: ({ words }) => ({
    ...byOption(optionIn(words, ['--ca-bundle']), WHY.authority),
    ...byOption(optionIn(words, ['--no-verify-ssl']), WHY.insecure),
  }),
};
