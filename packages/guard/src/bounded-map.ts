/** A map that forgets its oldest entries when they are too many, or too long in all. */
export interface BoundedMap<V> {
  get(key: string): V | undefined;
  set(key: string, value: V): void;
  delete(key: string): void;
  readonly size: number;
}

/**
 * @param most entries kept
 * @param mostCharacters length of all keys together
 */
export function boundedMap<V>(most: number, mostCharacters: number): BoundedMap<V> {
  const map = new Map<string, V>();
  let characters = 0;

  function remove(key: string): void {
    if (map.delete(key)) characters -= key.length;
  }
  return {
    get: (key) => map.get(key),
    set(key, value) {
      remove(key);
      map.set(key, value);
      characters += key.length;
      for (const oldest of map.keys()) {
        if (map.size <= most && characters <= mostCharacters) break;
        remove(oldest);
      }
    },
    delete: remove,
    get size() {
      return map.size;
    },
  };
}
