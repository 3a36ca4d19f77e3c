import { SendError } from '../../src/send/error.ts';

/** The code and sentence that a send fails with; fails itself when nothing is thrown, or something that is not ours. */
export async function failure(work: Promise<unknown>): Promise<readonly [code: string, message: string]> {
  try {
    await work;
  } catch (error) {
    if (error instanceof SendError) return [error.code, error.message];
    throw error;
  }
  throw new Error('nothing was thrown');
}
