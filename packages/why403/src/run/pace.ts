/** Milliseconds of processor for judging what was recorded: with the reading before it, a run is to end in about 10 s. */
export const MOST_TIME = 5_000;

/** Gives signals their turn, and tells whether the time for judging what was recorded is used up. */
export interface Pace {
  readonly turn: () => Promise<void>;
  readonly isOver: () => boolean;
}

export function startPace(): Pace {
  const began = process.cpuUsage();
  return {
    turn: () => new Promise((resolve) => setImmediate(resolve)),
    isOver: () => {
      const { user, system } = process.cpuUsage(began);
      return (user + system) / 1000 > MOST_TIME;
    },
  };
}
