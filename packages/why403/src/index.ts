/** The Node API: what the command does, for programs. */
export { type DiagnoseOptions, diagnose, type Hooks } from './run/diagnose.ts';
export { type Input, readInput, readText } from './run/read-input.ts';
export { SendError, type SendErrorCode } from './send/error.ts';
