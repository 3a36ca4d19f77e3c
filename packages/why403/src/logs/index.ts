export { runLogs } from './run.ts';
export { triage } from './triage.ts';
