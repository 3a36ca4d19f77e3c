/** A map that forgets what was not used lately when its entries are too many, or too long in all. */
export interface BoundedMap<V> {
  get(key: string): V | undefined;
  set(key: string, value: V): void;
  readonly size: number;
}

/**
 * Keeps two generations: when the young one is half of what may be kept, the old one is dropped and the young one
 * grows old. What is used moves to the young one. No step is longer than a look-up; a map used as a queue would walk
 * over its holes.
 * @param most entries kept
 * @param mostCharacters length of all entries together
 * @param lengthOf length of an entry, where it is more than its key's
 */
export function boundedMap<V>(
  most: number,
  mostCharacters: number,
  lengthOf: (key: string, value: V) => number = (key) => key.length,
): BoundedMap<V> {
  let young = new Map<string, V>();
  let old = new Map<string, V>();
  let characters = 0;

  function set(key: string, value: V): void {
    const length = lengthOf(key, value);
    if (young.size >= most / 2 || characters + length > mostCharacters / 2) {
      old = young;
      young = new Map();
      characters = 0;
    }
    if (!young.has(key)) characters += length;
    young.set(key, value);
  }
  return {
    get(key) {
      const value = young.get(key);
      if (value !== undefined) return value;
      const aged = old.get(key);
      if (aged !== undefined) {
        old.delete(key);
        set(key, aged);
      }
      return aged;
    },
    set,
    get size() {
      return young.size + old.size;
    },
  };
}
