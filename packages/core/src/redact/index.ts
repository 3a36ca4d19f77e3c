/** Secrets: what may be shown of a message, and what is hidden wherever it turns up. */
export { commandLineCuts, learnCommandLine } from './command-line.ts';
export { isReadable } from './form.ts';
export { MASK, mask } from './mask.ts';
export { isSecretName } from './names.ts';
export { recordedLearner } from './recorded.ts';
export {
  documentRedactorOf,
  learnBeside,
  learnCredential,
  learnExchange,
  learnSend,
  learnVariable,
  type Redactor,
  redactBody,
  redactConfig,
  redactCuts,
  redactFinding,
  redactHeaders,
  redactName,
  redactorFor,
  redactorOf,
  redactRequest,
  redactText,
  redactUrl,
  redactValue,
  showAll,
} from './redactor.ts';
export { newVault, type Vault } from './vault.ts';
export { type View, viewOf } from './view.ts';
