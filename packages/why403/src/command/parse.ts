import { InputError } from '@why403/core';
import type { Command } from 'commander';
import type { Io } from './io.ts';

/**
 * Reads a subcommand's words. False after help was printed.
 * @throws {InputError} `UNKNOWN_OPTION` for what the command does not take.
 */
export async function parseCommand(command: Command, argv: readonly string[], io: Io): Promise<boolean> {
  const { CommanderError } = await import('commander');
  command.exitOverride().configureOutput({ writeOut: (text) => io.stdout.write(text), writeErr: () => {} });
  try {
    command.parse(argv, { from: 'user' });
    return true;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.code === 'commander.helpDisplayed') return false;
    const [message = '', hint] = error.message.replace(/^error: /, '').split('\n');
    throw new InputError('UNKNOWN_OPTION', `${message.charAt(0).toUpperCase()}${message.slice(1)}.`, {
      hint: hint?.trim().replace(/^\((.*)\)$/, '$1') ?? `${command.name()} --help tells what it takes.`,
    });
  }
}
