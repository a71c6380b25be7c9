// The equations of engine-models.ts as a person would write them in JavaScript: one function each, numbers in variables,
// every series at every step in one array. What the engine is beside when there is no C compiler.

const steps = 800;
const dt = 0.125;
const sirRows = new Float64Array(7 * (steps + 1));

export function sirEuler(): number {
  const [beta, duration] = [0.35, 6];
  let [S, I, R] = [9990, 10, 0];
  for (let k = 0, at = 0; ; k++, at += 7) {
    const N = S + I + R;
    const prevalence = I / N;
    const infection = beta * S * prevalence;
    const recovery = I / duration;
    sirRows[at] = S;
    sirRows[at + 1] = I;
    sirRows[at + 2] = R;
    sirRows[at + 3] = infection;
    sirRows[at + 4] = recovery;
    sirRows[at + 5] = N;
    sirRows[at + 6] = prevalence;
    if (k === steps) return S;
    S = S + dt * (0 - infection);
    I = I + dt * (infection - recovery);
    R = R + dt * recovery;
  }
}

export function sirRk4(): number {
  const [beta, duration] = [0.35, 6];
  let [S, I, R] = [9990, 10, 0];
  for (let k = 0, at = 0; ; k++, at += 7) {
    let [s, i, r] = [S, I, R];
    let [infections, recoveries] = [0, 0];
    for (let stage = 0; stage < 4; stage++) {
      const N = s + i + r;
      const prevalence = i / N;
      const infection = beta * s * prevalence;
      const recovery = i / duration;
      if (stage === 0) {
        sirRows[at] = s;
        sirRows[at + 1] = i;
        sirRows[at + 2] = r;
        sirRows[at + 3] = infection;
        sirRows[at + 4] = recovery;
        sirRows[at + 5] = N;
        sirRows[at + 6] = prevalence;
        if (k === steps) return S;
        infections = infection;
        recoveries = recovery;
      } else {
        const weight = stage === 3 ? 1 : 2;
        infections = infections + weight * infection;
        recoveries = recoveries + weight * recovery;
      }
      const h = stage === 2 ? dt : 0.5 * dt;
      s = S + h * (0 - infection);
      i = I + h * (infection - recovery);
      r = R + h * recovery;
    }
    const h = dt / 6;
    S = S + h * (0 - infections);
    I = I + h * (infections - recoveries);
    R = R + h * recoveries;
  }
}

const links = 100;
const chainSteps = 1600;
const chainDt = 0.0625;
const width = 3 * links + 1;
const chainRows = new Float64Array(width * (chainSteps + 1));

/** The sum of the stocks at the end. */
export function chainRun(withExp: boolean): number {
  const [tau, half, k] = [2, 50, 0.01];
  const s = new Float64Array(links).fill(100);
  const a = new Float64Array(links);
  const f = new Float64Array(links + 1);
  f[0] = 10;
  for (let step = 0; ; step++) {
    for (let i = 0; i < links; i++) {
      const level = s[i]!;
      a[i] = withExp ? tau * (1 + 0.5 * Math.exp(-level * k)) : tau * (1 + (0.5 * level) / (level + half));
      f[i + 1] = level / a[i]!;
    }
    chainRows.set(s, step * width);
    chainRows.set(a, step * width + links);
    chainRows.set(f, step * width + 2 * links);
    if (step === chainSteps) return s.reduce((sum, level) => sum + level, 0);
    for (let i = 0; i < links; i++) s[i] = s[i]! + chainDt * (f[i]! - f[i + 1]!);
  }
}

const runs = 10_000;
const ends = new Float64Array(3 * runs);

export function ensembleRun(): number {
  for (let run = 0; run < runs; run++) {
    const [beta, duration] = [0.2 + run * 1e-5, 4 + run * 1e-4];
    let [S, I, R] = [9990, 10, 0];
    for (let k = 0; k < steps; k++) {
      const prevalence = I / (S + I + R);
      const infection = beta * S * prevalence;
      const recovery = I / duration;
      S = S + dt * (0 - infection);
      I = I + dt * (infection - recovery);
      R = R + dt * recovery;
    }
    ends[3 * run] = S;
    ends[3 * run + 1] = I;
    ends[3 * run + 2] = R;
  }
  return ends[3 * (runs - 1)]!;
}

const mostPlaces = 10_000;
const [x, share, pressure, grow, leave] = [0, 1, 2, 3, 4].map(() => new Float64Array(mostPlaces)) as [
  Float64Array,
  Float64Array,
  Float64Array,
  Float64Array,
  Float64Array,
];

/** An array of so many places, in loops. */
export function placesRun(count: number): number {
  const [rate, half, room, dt, steps] = [0.02, 50, 200 * count, 0.0625, 400];
  for (let i = 0; i < count; i++) {
    x[i] = 100;
    share[i] = 0.5 + (i + 1) / count;
  }
  for (let k = 0; ; k++) {
    let [total, load] = [0, 0];
    for (let i = 0; i < count; i++) {
      total += x[i]!;
      load += x[i]! * share[i]!;
    }
    for (let i = 0; i < count; i++) {
      pressure[i] = share[i]! * (1 + (0.5 * x[i]!) / (x[i]! + half));
      grow[i] = rate * x[i]! * (1 - total / room);
      leave[i] = x[i]! * pressure[i]! * ((rate * load) / (load + room));
    }
    if (k === steps) return total;
    for (let i = 0; i < count; i++) x[i] = x[i]! + dt * (grow[i]! - leave[i]!);
  }
}
