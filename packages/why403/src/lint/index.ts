export { lint } from './lint.ts';
export { RULES } from './rules.ts';
export { runLint } from './run.ts';
