import path from 'node:path';
import { byOption, optionIn, type RecordedTool, type Shown, type Start, WHY } from './tool.ts';

/** Programs of Node: a preload leads their connections, and sees for each one whether it may be read. */
export const node: RecordedTool = {
  id: 'node',
  commands: [
    'node',
    'nodejs',
    'tsx',
    'ts-node',
    'npx',
    'yarn',
    'pnpm',
    'pnpx',
    'newman',
    'playwright',
    'cypress',
    'vitest',
    'jest',
  ],
  authority: 'NODE_EXTRA_CA_CERTS',
};

export const npm: RecordedTool = {
  id: 'npm',
  commands: ['npm'],
  authority: 'npm_config_cafile',
  look(start) {
    const { words, env } = start;
    const settings = npmrc(start);
    const get = (name: string): string | undefined =>
      env[`npm_config_${name.replaceAll('-', '_')}`] ??
      new RegExp(`^\\s*${name}\\s*=\\s*(.*?)\\s*$`, 'm').exec(settings)?.[1]?.replace(/^(["'])(.*)\1$/, '$2');
    const unread: Shown =
      optionIn(words, ['--no-strict-ssl', '--strict-ssl=false']) !== undefined || get('strict-ssl') === 'false'
        ? byOption('strict-ssl=false', WHY.insecure)
        : get('cert') !== undefined || /^\/\/.*:(?:certfile|cert)\s*=/m.test(settings)
          ? byOption('cert in the settings of npm', WHY.certificate)
          : byOption(optionIn(words, ['--cafile', '--ca']), WHY.authority);
    const authority = get('cafile');
    return { ...unread, ...(authority !== undefined && { authorities: [path.resolve(start.cwd, authority)] }) };
  },
};

/** The settings of the project, the user and the machine, as they come before one another. */
function npmrc({ cwd, env, read }: Start): string {
  const project: string[] = [];
  for (let folder = cwd; ; folder = path.dirname(folder)) {
    project.push(path.join(folder, '.npmrc'));
    if (folder === path.dirname(folder) || read(path.join(folder, 'package.json')) !== '') break;
  }
  const user = env['npm_config_userconfig'] ?? path.join(env['HOME'] ?? '/', '.npmrc');
  const beside = path.resolve(process.execPath, '../../etc/npmrc');
  const all = [env['npm_config_globalconfig'] ?? '', beside, '/usr/etc/npmrc', '/usr/local/etc/npmrc'];
  return [...project, user, ...all].map(read).join('\n');
}
