// Nothing here runs: the type check holds that a guard stands beside any handler, and what handlers behind it know.
import express5, { type Request, type RequestHandler, type Response } from 'express';
import multer from 'multer';
import { express } from '../../src/express.ts';
import { allOf, anyOf, authenticated, type Caller, createGuard, owner, role } from '../../src/index.ts';
import { is, loadPost, type Post } from './is.ts';

declare const plain: RequestHandler;
declare const typed: RequestHandler<{ id: string }, { ok: boolean }, { title: string }>;
const guard = express(createGuard());
const admin = role('admin');
const mine = owner((req) => loadPost(req.params.id));
const app = express5();

app.get('/alone/:id', guard(admin), (req, res) => {
  is<string>()(req.params.id);
  is<Caller>()(res.locals.caller);
  is<undefined>()(res.locals.object);
});
app.get('/loaded/:id', guard(mine), (_req, res) => is<Post>()(res.locals.object));
app.get('/all', guard(allOf(admin, mine)), (_req, res) => is<Post>()(res.locals.object));
app.get('/any', guard(anyOf(admin, authenticated())), (_req, res) => is<Caller>()(res.locals.caller));

// Beside a handler of no particular type Express's own locals are `any`; what the guard itself says stays exact.
const mayEdit = guard(mine);
app.post('/upload/:id', plain, mayEdit, multer().single('file'), (req, res) => {
  res.send(`${req.file?.size} ${req.params.id} ${res.locals.caller.subject}`);
  is<Post>()(mayEdit.known(req).object);
  is<Caller>()(mayEdit.known(req).caller);
});
app.get('/before/:id', plain, guard(admin), (req, res) => res.send(req.params.id));
app.get('/behind/:id', guard(admin), plain, typed);
app.get('/list', [guard(admin), plain], plain);
app.get('/spread', ...[guard(admin), plain], plain);
app.delete('/named/:id', guard(admin), function remove(req: Request, res: Response) {
  res.send(req.params['id']);
});
app.use('/prefix', guard(admin));
app.use(guard(admin), plain);
app.route('/route/:id').get(guard(admin), (req, res) => {
  res.send(`${req.params.id} ${res.locals.caller.subject}`);
});
express5.Router().post('/router/:id', guard(admin), (req) => is<string>()(req.params.id));
guard(admin) satisfies RequestHandler;
