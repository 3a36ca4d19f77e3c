import { byOption, type RecordedTool, type Shown, WHY } from './tool.ts';

const tool: RecordedTool = {
  id: 'git',
  commands: ['git', 'git-lfs', 'hub', 'glab'],
  authority: 'GIT_SSL_CAINFO',
  showsCertificates: true,
  look({ words, env, ask }) {
    const given = words.flatMap((word, i) => (words[i - 1] === '-c' ? [word.replace('=', '\n')] : []));
    const repository = words.flatMap((word, i) => (words[i - 1] === '-C' ? ['-C', word] : []));
    // a list of `name\nvalue\0`
    const lines = [...ask('git', [...repository, 'config', '-z', '--get-regexp', '^http\\.']).split('\0'), ...given];
    const settings = lines.map(
      (line) => [line.split('\n', 1)[0]!.toLowerCase(), line.slice(line.indexOf('\n') + 1)] as const,
    );
    const get = (name: string): string | undefined =>
      settings.findLast(([key]) => key.startsWith('http.') && key.endsWith(`.${name}`))?.[1];
    const checked = env['GIT_SSL_NO_VERIFY'] ?? '';
    const unread: Shown =
      get('sslcert') !== undefined || env['GIT_SSL_CERT'] !== undefined
        ? byOption('http.sslCert', WHY.certificate)
        : /^(?:false|no|off|0)$/i.test(get('sslverify') ?? '') ||
            (checked !== '' && !/^(?:false|no|off|0)$/i.test(checked))
          ? byOption('http.sslVerify=false', WHY.insecure)
          : get('pinnedpubkey') !== undefined
            ? byOption('http.pinnedPubkey', WHY.pin)
            : given.some((line) => /^http\..*sslca(?:info|path)\n/i.test(line))
              ? byOption('http.sslCAInfo', WHY.authority)
              : {};
    const authority = get('sslcainfo');
    const past = get('proxy');
    return {
      ...unread,
      ...(authority !== undefined && { authorities: [authority] }),
      ...(past && {
        past: 'http.proxy in the settings of Git goes before the recorder. Give it as a variable, https_proxy, in place of it.',
      }),
    };
  },
};

export default tool;
