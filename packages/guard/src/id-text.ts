/** The one spelling of an id, however a database hands it over; undefined where it is none, or not exactly known. */
export function idText(value: unknown): string | undefined {
  switch (typeof value) {
    case 'string':
      return value === '' ? undefined : value;
    case 'bigint':
      return String(value);
    case 'number':
      // Beyond 2^53 a number stands for several ids at once.
      return Number.isSafeInteger(value) ? String(value) : undefined;
    case 'object':
      return value === null ? undefined : idOfObject(value);
    default:
      return undefined;
  }
}

/** An id that cannot even say itself is none. */
function attempt(say: () => unknown): unknown {
  try {
    return say();
  } catch {
    return undefined;
  }
}

/** ObjectId and its kin say their hexadecimal text; others (UUID and Decimal classes, boxed values) what they are in JSON. */
function idOfObject(value: object): string | undefined {
  for (const method of ['toHexString', 'toJSON', 'valueOf'] as const) {
    const own: unknown = (value as Record<string, unknown>)[method];
    if (typeof own !== 'function') continue;
    const said = attempt(() => own.call(value));
    // A record is no id, though it may have one: which of its parts is meant is not for us to guess.
    if (typeof said === 'string' || typeof said === 'number' || typeof said === 'bigint') return idText(said);
  }
  return undefined;
}
