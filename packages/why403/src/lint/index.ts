export { type LintOptions, lint } from './lint.ts';
export type { Finding, Level, Reference, Rule } from './model.ts';
export { RULES } from './rules.ts';
export { runLint } from './run.ts';
export { renderSarif } from './sarif.ts';
