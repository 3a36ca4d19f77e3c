// Figures of the whole investigation on drawn servers: node scripts/servers.mjs [--from n] [--count n] [--show]
import { figures, type Row, row } from './tally.ts';

const value = (name: string, fallback: number): number => {
  const at = process.argv.indexOf(name);
  return at < 0 ? fallback : Number(process.argv[at + 1]);
};
const [from, count] = [value('--from', 0), value('--count', 500)];
const rows: Row[] = [];
for (let seed = from; seed < from + count; seed++) {
  const one = await row(seed);
  rows.push(one);
  const wrong = one.certainty === 'proven' && one.got !== one.want;
  if (wrong || process.argv.includes('--show'))
    process.stdout.write(
      `${wrong ? 'WRONGLY PROVEN ' : ''}${one.id}: got ${one.got} ${one.certainty}\n${wrong ? one.experiments.map((e) => `    ${e}\n`).join('') : ''}`,
    );
}
process.stdout.write(`${figures(rows)}\n`);
