// Multinomial logistic regression with an L2 penalty, fitted by L-BFGS (Nocedal and Wright, Numerical Optimization, 7.2).
// Own code since no small, deterministic library of JavaScript does it; the same rows give the same weights.

/**
 * @param rows   `{ features: Int32Array, values?: Float64Array, label: Float64Array(classes), weight: number }`
 * @param size   number of features
 * @param penalty  L2 for each feature
 * @param centre  weights that the penalty draws to, where these are not 0
 * @returns weights, feature by feature: `weights[feature * classes + k]`, natural logarithms
 */
export function fitSoftmax(rows, size, classes, penalty, { steps = 80, memory = 8, centre } = {}) {
  const n = size * classes;
  const w = centre ? Float64Array.from(centre) : new Float64Array(n);
  const total = rows.reduce((sum, { weight }) => sum + weight, 0);
  const value = (x, g) => {
    g.fill(0);
    let loss = 0;
    const z = new Float64Array(classes);
    for (const { features, values, label, weight } of rows) {
      z.fill(0);
      for (let i = 0; i < features.length; i++) {
        const at = features[i] * classes;
        const v = values ? values[i] : 1;
        for (let k = 0; k < classes; k++) z[k] += v * x[at + k];
      }
      let top = -Infinity;
      for (let k = 0; k < classes; k++) if (z[k] > top) top = z[k];
      let sum = 0;
      for (let k = 0; k < classes; k++) sum += Math.exp(z[k] - top);
      const log = Math.log(sum) + top;
      for (let k = 0; k < classes; k++) {
        if (label[k] > 0) loss += weight * label[k] * (log - z[k]);
        z[k] = weight * (Math.exp(z[k] - log) - label[k]);
      }
      for (let i = 0; i < features.length; i++) {
        const at = features[i] * classes;
        const v = values ? values[i] : 1;
        for (let k = 0; k < classes; k++) g[at + k] += v * z[k];
      }
    }
    for (let f = 0; f < size; f++) {
      const p = penalty[f];
      for (let i = f * classes; i < (f + 1) * classes; i++) {
        const off = x[i] - (centre ? centre[i] : 0);
        loss += 0.5 * p * off * off;
        g[i] += p * off;
      }
    }
    return loss / total;
  };
  const scale = (g) => {
    for (let i = 0; i < n; i++) g[i] /= total;
  };
  let g = new Float64Array(n);
  let f = value(w, g);
  scale(g);
  const S = [];
  const Y = [];
  for (let step = 0; step < steps; step++) {
    const d = Float64Array.from(g);
    const alphas = [];
    for (let i = S.length - 1; i >= 0; i--) {
      const a = dot(S[i], d) / dot(S[i], Y[i]);
      alphas[i] = a;
      axpy(-a, Y[i], d);
    }
    if (S.length) {
      const y = Y.at(-1);
      const gamma = dot(S.at(-1), y) / dot(y, y);
      for (let i = 0; i < n; i++) d[i] *= gamma;
    }
    for (let i = 0; i < S.length; i++) axpy(alphas[i] - dot(Y[i], d) / dot(S[i], Y[i]), S[i], d);
    const slope = -dot(g, d);
    if (slope > -1e-9) break;
    let t = S.length ? 1 : 1 / Math.sqrt(dot(g, g));
    let next;
    let ng;
    let nf;
    for (let tries = 0; tries < 20; tries++, t /= 2) {
      next = Float64Array.from(w);
      axpy(-t, d, next);
      ng = new Float64Array(n);
      nf = value(next, ng);
      if (nf <= f + 1e-4 * t * slope) break;
    }
    scale(ng);
    const s = new Float64Array(n);
    const y = new Float64Array(n);
    for (let i = 0; i < n; i++) {
      s[i] = next[i] - w[i];
      y[i] = ng[i] - g[i];
    }
    if (dot(s, y) > 1e-12) {
      S.push(s);
      Y.push(y);
      if (S.length > memory) {
        S.shift();
        Y.shift();
      }
    }
    const gain = f - nf;
    w.set(next);
    g = ng;
    f = nf;
    if (gain < 1e-6) break;
  }
  return w;
}

function dot(a, b) {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

function axpy(k, x, y) {
  for (let i = 0; i < x.length; i++) y[i] += k * x[i];
}
