// The entry of the command. `--version` answers from here: whatever starts more is imported only when it is needed.
import module from 'node:module';
import { VERSION } from './version.ts';

const argv = process.argv.slice(2);
if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) {
  process.stdout.write(`${VERSION}\n`);
} else {
  // Node 22.1 and later keep compiled code for the next start (https://nodejs.org/api/module.html#moduleenablecompilecachecachedir)
  (module as { enableCompileCache?: () => unknown }).enableCompileCache?.();
  // a reader that closed the pipe early (`| head`) is no fault; what a signal ended keeps its status
  process.stdout.on('error', ({ code }: NodeJS.ErrnoException) =>
    process.exit(process.exitCode ?? (code === 'EPIPE' ? 0 : 2)),
  );
  // who closed it hears nothing more
  process.stderr.on('error', () => {});
  const { run } = await import('./command/run.ts');
  process.exitCode = await run(argv, process);
  // What was said goes out whole, and then the process ends: no socket or timer that was left keeps it.
  for (const stream of [process.stdout, process.stderr]) await new Promise((done) => stream.write('', done));
  process.exit();
}
