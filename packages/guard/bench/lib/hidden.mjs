// The server whose hidden and absent objects hide.mjs tells apart.
export async function hidden() {
  const { createGuard, owner, session } = await import('@why403/guard');
  const { node } = await import('@why403/guard/node');
  const posts = new Map([['/2', { id: 2, ownerId: '9' }]]);
  const authenticate = session({ cookie: 'sid', find: (id) => ({ subject: id }) });
  const loads = owner((req) => posts.get(req.url));
  return { app: node(createGuard({ authenticate }))(loads, (_req, res) => res.end(), { hide: true }) };
}
