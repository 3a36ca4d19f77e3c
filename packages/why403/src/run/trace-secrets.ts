// What a trace of Playwright holds beside its exchanges: the options of the browser, and the calls of the test. What a test typed
// and signed in with may stand in any answer.
import { isSecretName } from '@why403/core';

const TYPED = /(?:^|\.)(?:fill|type|pressSequentially|insertText)$/;
/** Lists of names and values that are credentials, or may be. */
const PAIRS = /^(?:cookies|extraHTTPHeaders|headers|localStorage)$/;
const DEEPEST = 12;

/** The values in the lines of a trace that may be secret. */
export function traceSecrets(content: Uint8Array): ReadonlySet<string> {
  const found = new Set<string>();
  for (const line of new TextDecoder().decode(content).split('\n')) {
    // snapshots of pages hold what was answered, and are long
    if (!/"(?:context-options|before|action)"/.test(line.slice(0, 400))) continue;
    try {
      const event: unknown = JSON.parse(line);
      visit(event, '', found, 0);
      for (const value of typedIn(event)) found.add(value);
    } catch {
      // a run that was killed leaves its last line half written
    }
  }
  return found;
}

/** What a call of the test typed. */
function typedIn(event: unknown): readonly string[] {
  const { apiName, method, params } = event as Record<string, unknown>;
  if (![apiName, method].some((name) => typeof name === 'string' && TYPED.test(name))) return [];
  const { value, text } = (params ?? {}) as Record<string, unknown>;
  return [value, text].filter((one) => typeof one === 'string');
}

/** Values by the names of their fields, and of lists of names and values. */
function visit(node: unknown, key: string, found: Set<string>, depth: number): void {
  if (typeof node === 'string') {
    if (isSecretName(key)) found.add(node);
  } else if (node !== null && typeof node === 'object' && depth < DEEPEST) {
    for (const [name, value] of Object.entries(node)) {
      const isPair = PAIRS.test(key) && (name === 'value' || !Array.isArray(node));
      if (isPair && typeof value === 'string') found.add(value);
      else visit(value, Array.isArray(node) ? key : PAIRS.test(key) ? key : name, found, depth + 1);
    }
  }
}
