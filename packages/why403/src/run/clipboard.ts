// What the clipboard holds, by the program that each desktop has for it. Our own few lines: libraries for this bring binaries along.
import { spawnSync } from 'node:child_process';
import { InputError } from '@why403/core';

const LONGEST = 16 * 1024 * 1024;
/** Milliseconds until a program that reads the clipboard is given up. */
const PATIENCE = 5000;

type Env = Readonly<Record<string, string | undefined>>;

/** Programs that print the clipboard, the one that fits this desktop first. */
function readers(platform: NodeJS.Platform, env: Env): readonly (readonly [string, ...string[]])[] {
  const windows = ['powershell.exe', '-NoProfile', '-Command', 'Get-Clipboard -Raw'] as const;
  if (platform === 'darwin') return [['pbpaste']];
  if (platform === 'win32') return [windows];
  const wayland = [['wl-paste', '--no-newline']] as const;
  const x11 = [
    ['xclip', '-selection', 'clipboard', '-o'],
    ['xsel', '--clipboard', '--output'],
  ] as const;
  return [...(env['WAYLAND_DISPLAY'] ? [...wayland, ...x11] : [...x11, ...wayland]), ['termux-clipboard-get'], windows];
}

/** The text of the clipboard. Throws InputError where there is none, or no program that reads it. */
export function readClipboard(env: Env, platform: NodeJS.Platform = process.platform): string {
  let failed: string | undefined;
  for (const [program, ...words] of readers(platform, env)) {
    const { error, status, stdout, stderr } = spawnSync(program, words, {
      env: env as NodeJS.ProcessEnv,
      encoding: 'utf8',
      maxBuffer: LONGEST,
      timeout: PATIENCE,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    if (!error && status === 0) {
      if (stdout.trim() !== '') return stdout;
      throw new InputError('EMPTY_INPUT', 'The clipboard holds no text.', {
        hint: 'Copy the output with the refusal in it.',
      });
    }
    if ((error as NodeJS.ErrnoException | undefined)?.code !== 'ENOENT')
      failed ??= `${program}: ${(stderr || error?.message || `exit status ${status}`).trim().split('\n', 1)[0]!.slice(0, 100)}`;
  }
  throw new InputError(
    'UNREADABLE_FILE',
    failed ? `The clipboard cannot be read: ${failed}.` : 'No program that reads the clipboard was found.',
    {
      hint: failed
        ? 'Pipe the text instead: … | why403'
        : 'Install wl-clipboard or xclip, or pipe the text: … | why403',
    },
  );
}
