export const nothing = { at: 'all' };
