import path from 'node:path';
import { byOption, optionIn, type RecordedTool, type Shown, WHY } from './tool.ts';

const OPTIONS: readonly (readonly [readonly string[], keyof typeof WHY])[] = [
  [['--certificate', '--private-key'], 'certificate'],
  [['--no-check-certificate'], 'insecure'],
  [['--pinnedpubkey'], 'pin'],
  [['--ca-certificate', '--ca-directory'], 'authority'],
];

const tool: RecordedTool = {
  id: 'wget',
  commands: ['wget', 'wget2'],
  authority: 'ca_certificate',
  showsCertificates: true,
  look({ words, env, read }) {
    const settings = wgetrc(env, read);
    const has = (name: string): string | undefined =>
      new RegExp(`^\\s*${name}\\s*=\\s*(\\S.*?)\\s*$`, 'im').exec(settings)?.[1];
    const authority = has('ca_?certificate');
    const unread: Shown =
      OPTIONS.map(([names, why]) => byOption(optionIn(words, names), WHY[why])).find((one) => one.unread) ??
      (has('certificate') === undefined ? {} : byOption('certificate in .wgetrc', WHY.certificate));
    const off = /^off$/i.test(has('check_?certificate') ?? '')
      ? byOption('check_certificate in .wgetrc', WHY.insecure)
      : {};
    const past = optionIn(words, ['--no-proxy']);
    return {
      ...off,
      ...unread,
      ...(authority !== undefined && { authorities: [authority] }),
      ...(past && { past: `${past} of wget goes past the recorder. Leave it out.` }),
    };
  },
};

export default tool;

/** The text of the user's own settings. */
export function wgetrc(env: Readonly<Record<string, string | undefined>>, read: (file: string) => string): string {
  return read(env['WGETRC'] ?? path.join(env['HOME'] ?? '/', '.wgetrc'));
}
