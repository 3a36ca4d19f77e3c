import { core, everything, guardedCallers } from './guarded.mjs';

export const nodeStacks = {
  async nothing() {
    return { app: (_req, res) => res.end('done'), callers: guardedCallers };
  },
  async guard() {
    const { node } = await import('@why403/guard/node');
    return { app: node(core)(everything, (_req, res) => res.end('done')), callers: guardedCallers };
  },
};
