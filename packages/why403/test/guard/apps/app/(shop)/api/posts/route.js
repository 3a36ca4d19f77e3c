import { allowIps, createGuard } from '@why403/guard';
import { next } from '@why403/guard/next';

const guard = next(createGuard(), { address: () => '127.0.0.1' });

export const GET = guard(allowIps('10.0.0.0/8'), () => new Response('posts'));
export function POST() {
  return new Response('made');
}
