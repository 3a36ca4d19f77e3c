// How good the weights are on what they were not fitted on: what the verdicts are, and whether their probability is the share that is right.

/** A share from which a cause of a soft label counts as acceptable. */
const ACCEPTABLE = 0.2;

export function outcomes(rows, predict, causes) {
  return rows.map(({ set, label, features, file }) => {
    const p = predict(features);
    const order = [...causes.keys()].sort((a, b) => p[b] - p[a]);
    const best = Object.keys(label).reduce((a, b) => (label[b] > label[a] ? b : a));
    return {
      set,
      slice: sliceOf(set, features),
      file,
      right: causes[order[0]] === best,
      acceptable: (label[causes[order[0]]] ?? 0) >= ACCEPTABLE,
      place: order.findIndex((k) => causes[k] === best) + 1,
      probability: p[order[0]],
    };
  });
}

/** The slices in which a probability has to hold as well. */
function sliceOf(set, features) {
  // estimates of ours, which nobody has held against what it was
  if (set === 'habits') return set;
  if (/^(?:bare|situations|silenced|recorded.*)$/.test(set) || features.includes('bare')) return 'bare';
  if (features.includes('sent unknown')) return 'request unknown';
  if (!features.includes('status 403')) return 'status not 403';
  return 'words known';
}

export function summaryOf(all) {
  const by = (key) =>
    Object.fromEntries(
      [...new Set(all.map((o) => o[key]))].sort().map((name) => [name, figures(all.filter((o) => o[key] === name))]),
    );
  const own = all.filter(({ set, file }) => set === 'wordings' && file);
  const registers = [...new Set(own.map(({ file }) => file))].sort();
  return {
    overall: figures(all),
    sources: by('set'),
    slices: by('slice'),
    registers: Object.fromEntries(registers.map((name) => [name, figures(own.filter(({ file }) => file === name))])),
  };
}

function figures(list) {
  const share = (test) => Number((list.filter(test).length / list.length).toFixed(3));
  return {
    cases: list.length,
    right: share(({ right }) => right),
    acceptable: share(({ acceptable }) => acceptable),
    firstThree: share(({ place }) => place <= 3),
    firstFive: share(({ place }) => place <= 5),
    calibrationError: calibrationError(list),
  };
}

function calibrationError(list) {
  const bins = Array.from({ length: 10 }, () => [0, 0]);
  for (const { probability, acceptable } of list) {
    const bin = bins[Math.min(9, Math.floor(probability * 10))];
    bin[0] += probability;
    bin[1] += acceptable ? 1 : 0;
  }
  return Number((bins.reduce((sum, [p, y]) => sum + Math.abs(p - y), 0) / list.length).toFixed(3));
}
