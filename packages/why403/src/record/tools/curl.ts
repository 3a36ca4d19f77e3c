import path from 'node:path';
import { byOption, optionIn, type RecordedTool, type Shown, type Start, WHY } from './tool.ts';

const OPTIONS: readonly (readonly [readonly string[], keyof typeof WHY])[] = [
  [['-E', '--cert', '--key'], 'certificate'],
  [['-k', '--insecure'], 'insecure'],
  [['--pinnedpubkey'], 'pin'],
  [['--cacert', '--capath', '--ca-native'], 'authority'],
];

const tool: RecordedTool = {
  id: 'curl',
  commands: ['curl'],
  authority: 'CURL_CA_BUNDLE',
  showsCertificates: true,
  look(start) {
    const words = [
      ...start.words,
      ...(start.words[0] === '-q' || start.words[0] === '--disable' ? [] : configured(start)),
    ];
    const past = optionIn(words, [
      '-x',
      '--proxy',
      '--preproxy',
      '--socks5',
      '--socks5-hostname',
      '--socks4',
      '--socks4a',
      '--noproxy',
      '--unix-socket',
      '--http3',
      '--http3-only',
    ]);
    const unread = OPTIONS.map(([names, why]): Shown => byOption(optionIn(words, names), WHY[why])).find(
      (one) => one.unread,
    );
    return {
      ...unread,
      bySocks: words.includes('--http2-prior-knowledge'),
      ...(past && {
        past: `${past} of curl goes past the recorder. why403 ${'curl …'} (without --) reads the command itself.`,
      }),
    };
  },
};

export default tool;

/** The options of the configuration files that curl reads by itself, and of those that -K names. */
function configured({ words, env, cwd, read }: Start): string[] {
  const homes = [env['CURL_HOME'], env['XDG_CONFIG_HOME'], env['HOME']].filter((folder) => folder !== undefined);
  const own = homes.flatMap((folder) => [path.join(folder, '.curlrc'), path.join(folder, 'curlrc')]);
  const named = words.flatMap((word, i) =>
    word === '-K' || word === '--config' ? [path.resolve(cwd, words[i + 1] ?? '')] : [],
  );
  const texts = [...named.map(read), own.map(read).find((text) => text !== '') ?? ''];
  return texts
    .join('\n')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split(/[\s=:]/, 1)[0]!)
    .map((name) => (name.startsWith('-') ? name : `--${name}`));
}
