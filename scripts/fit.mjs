#!/usr/bin/env node
// Fits the weights of the engine: softmax regression over everything in packages/core/data and packages/core/fixtures, by the code
// that runs in the product. Writes packages/core/src/engine/fitted.ts, the same file each time, and how good the weights are on
// what they were not fitted on: packages/core/data/left-out.json.
//   npm run fit -- [--check] [--quick]
// --check fails where the weights that stand there are not those that come out; --quick leaves the folds out.
import fs from 'node:fs';
import path from 'node:path';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { loadSources, root } from './lib/core.mjs';
import { outcomes, summaryOf } from './lib/left-out.mjs';
import { encodeModel, fitModel, predictor } from './lib/model.mjs';
import { trainingRows } from './lib/training.mjs';

const FOLDS = 5;
const FITTED = path.join(root, 'packages/core/src/engine/fitted.ts');
const LEFT_OUT = path.join(root, 'packages/core/data/left-out.json');

if (isMainThread) await main();
else parentPort.postMessage(await leaveOut(workerData));

async function main() {
  const check = process.argv.includes('--check');
  const core = await sources();
  const rows = trainingRows(core);
  const model = fitModel(rows, core, { log: console.log });
  write(FITTED, encodeModel(model, core), check);
  if (process.argv.includes('--quick')) return;
  const folds = await Promise.all(Array.from({ length: FOLDS }, (_, fold) => inWorker(fold)));
  const summary = summaryOf(folds.flat());
  write(LEFT_OUT, `${JSON.stringify(summary, null, 2)}\n`, check);
  if (check) console.log(process.exitCode ? '0 passed, 1 failed' : '1 passed, 0 failed');
}

function sources() {
  return loadSources({
    './catalogue.ts': ['catalogue'],
    './engine/hear.ts': ['examine'],
    './engine/features.ts': ['groundsOf'],
    './engine/weights.ts': ['hashOf', 'kindOf', 'levels'],
    './model/cause-id.ts': ['CAUSE_IDS'],
    '../test/fixture.ts': ['fixturesIn'],
  });
}

/** Outcomes on one fold by weights that were fitted on the others. */
async function leaveOut(fold) {
  const core = await sources();
  const rows = trainingRows(core);
  const left = (row) => row.set !== 'statements' && core.hashOf(row.group) % FOLDS === fold;
  const predict = predictor(
    fitModel(
      rows.filter((row) => !left(row)),
      core,
    ),
    core,
  );
  return outcomes(rows.filter(left), predict, core.CAUSE_IDS);
}

function inWorker(fold) {
  return new Promise((done, fail) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: fold });
    worker.once('message', done);
    worker.once('error', fail);
  });
}

function write(file, text, check) {
  const same = fs.existsSync(file) && fs.readFileSync(file, 'utf8') === text;
  if (check && !same) {
    console.error(`${path.relative(root, file)} is stale: run npm run fit`);
    process.exitCode = 1;
  }
  if (!check) fs.writeFileSync(file, text);
}
