// What the examples of the guide take for granted: the application around them.
import express5, { type RequestHandler } from 'express';
import { type ExpressGuard, express } from '../../src/express.ts';
import { type Authenticator, type Csrf, createGuard, csrf, session } from '../../src/index.ts';

interface Post {
  readonly id: number;
  readonly ownerId: string;
  readonly authorId: string;
  readonly title: string;
}

interface Row {
  readonly userId?: string;
  readonly clientId: string;
  readonly roles: readonly string[];
  readonly scopes: readonly string[];
  readonly loginAt: number;
  readonly expires: number;
}

const ROW: Row = { userId: '7', clientId: 'c7', roles: ['editor'], scopes: [], loginAt: 0, expires: Number.MAX_VALUE };

export const sessions = { get: async (id: string): Promise<Row | undefined> => (id === 's7' ? ROW : undefined) };
export const apiKeys = { get: async (_hash: string): Promise<Row | undefined> => undefined };
export const authenticate: Authenticator = session({
  cookie: '__Host-sid',
  find: async (id) => ((await sessions.get(id)) === undefined ? undefined : { subject: '7', session: id }),
});
export const core = createGuard({ authenticate });
export const guard: ExpressGuard = express(core);
export const forms: Csrf = csrf({ keys: 'a key for the CSRF tokens of the examples, long enough' });
export const app = express5().use(express5.json());
export const auth = {
  api: {
    getSession: async (_: { headers: Headers }): Promise<{ user: { id: string }; session: { id: string } } | null> =>
      null,
  },
};
export const client = { call: async (..._words: readonly (string | number)[]): Promise<unknown> => [1, 60_000] };

const POST: Post = { id: 7, ownerId: '7', authorId: '7', title: 'A post' };
export const loadPost = async (id: string): Promise<Post | undefined> => (id === '7' ? POST : undefined);
export const removePost = async (_id: number, _by: string): Promise<void> => undefined;
export const countPosts = async (_subject: string): Promise<number> => 0;
export const logIn = async (name: string, _password: string): Promise<{ id: string } | undefined> =>
  name === 'ann' ? { id: 's7' } : undefined;
export const render = (template: string, values: object): string => `${template} ${JSON.stringify(values)}`;
export const showPost: RequestHandler = (_req, res) => void res.send('shown');
export const savePost: RequestHandler = (_req, res) => void res.send('saved');
export const saveForm: RequestHandler = (_req, res) => void res.send('saved');
export const removeUser: RequestHandler = (_req, res) => void res.send('removed');
