type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** Holds that a value has exactly the type `A`: `any` is no match for anything else. */
export function is<A>() {
  return <B>(_value: B, ..._same: Same<A, B> extends true ? [] : ['the types differ']): void => undefined;
}

/** An object as routes of the type tests load it. */
export interface Post {
  readonly id: number;
  readonly ownerId: string;
  readonly title: string;
}

export declare const loadPost: (id: string) => Promise<Post | undefined>;
