/* The equations of engine-models.ts in plain C, one run at a time: what a compiler makes of them, without vectors.
   Prints, for each test, its name, the least milliseconds of its repetitions, and one end value. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1e3 + t.tv_nsec * 1e-6;
}

enum { steps = 800, links = 100, chain_steps = 1600, runs = 10000, width = 3 * links + 1 };
static const double dt = 0.125, chain_dt = 0.0625;
static double sir_rows[7 * (steps + 1)], chain_rows[(chain_steps + 1) * width], ends[3 * runs];

static double sir_euler(void) {
  const double beta = 0.35, duration = 6;
  double S = 9990, I = 10, R = 0;
  for (int k = 0;; k++) {
    double N = S + I + R, prevalence = I / N, infection = beta * S * prevalence, recovery = I / duration;
    double *row = sir_rows + 7 * k;
    row[0] = S, row[1] = I, row[2] = R, row[3] = infection, row[4] = recovery, row[5] = N, row[6] = prevalence;
    if (k == steps) return S;
    S = S + dt * (0 - infection), I = I + dt * (infection - recovery), R = R + dt * recovery;
  }
}

static double sir_rk4(void) {
  static const double at[4] = {0, 0.5, 0.5, 1}, weight[4] = {1, 2, 2, 1};
  const double beta = 0.35, duration = 6;
  double S = 9990, I = 10, R = 0;
  for (int k = 0;; k++) {
    double s = S, i = I, r = R, wf = 0, wr = 0;
#pragma GCC unroll 4
    for (int stage = 0; stage < 4; stage++) {
      double N = s + i + r, prevalence = i / N, infection = beta * s * prevalence, recovery = i / duration;
      if (stage == 0) {
        double *row = sir_rows + 7 * k;
        row[0] = s, row[1] = i, row[2] = r, row[3] = infection, row[4] = recovery, row[5] = N, row[6] = prevalence;
        if (k == steps) return S;
        wf = infection, wr = recovery;
      } else
        wf = wf + weight[stage] * infection, wr = wr + weight[stage] * recovery;
      if (stage < 3) {
        double h = at[stage + 1] * dt;
        s = S + h * (0 - infection), i = I + h * (infection - recovery), r = R + h * recovery;
      }
    }
    double h = dt / 6;
    S = S + h * (0 - wf), I = I + h * (wf - wr), R = R + h * wr;
  }
}

static double chain(int with_exp) {
  const double tau = 2, half = 50, k = 0.01;
  double s[links], a[links], f[links + 1];
  for (int i = 0; i < links; i++) s[i] = 100;
  f[0] = 10;
  for (int step = 0;; step++) {
    for (int i = 0; i < links; i++) {
      a[i] = with_exp ? tau * (1 + 0.5 * exp(-s[i] * k)) : tau * (1 + 0.5 * s[i] / (s[i] + half));
      f[i + 1] = s[i] / a[i];
    }
    double *row = chain_rows + (size_t)step * width;
    memcpy(row, s, sizeof s), memcpy(row + links, a, sizeof a), memcpy(row + 2 * links, f, sizeof f);
    if (step == chain_steps) {
      double sum = 0;
      for (int i = 0; i < links; i++) sum += s[i];
      return sum;
    }
    for (int i = 0; i < links; i++) s[i] = s[i] + chain_dt * (f[i] - f[i + 1]);
  }
}

static double chain_plain(void) { return chain(0); }
static double chain_exp(void) { return chain(1); }

static double ensemble(void) {
  for (int run = 0; run < runs; run++) {
    const double beta = 0.2 + run * 1e-5, duration = 4 + run * 1e-4;
    double S = 9990, I = 10, R = 0;
    for (int k = 0; k < steps; k++) {
      double N = S + I + R, prevalence = I / N, infection = beta * S * prevalence, recovery = I / duration;
      S = S + dt * (0 - infection), I = I + dt * (infection - recovery), R = R + dt * recovery;
    }
    ends[3 * run] = S, ends[3 * run + 1] = I, ends[3 * run + 2] = R;
  }
  return ends[3 * (runs - 1)];
}

enum { most_places = 10000, place_steps = 400 };
static double x[most_places], share[most_places], pressure[most_places], grow[most_places], leave[most_places];
static double place_rows[place_steps + 1];

static double places(int count) {
  const double rate = 0.02, half = 50, room = 200.0 * count, place_dt = 0.0625;
  for (int i = 0; i < count; i++) x[i] = 100, share[i] = 0.5 + (i + 1.0) / count;
  for (int step = 0;; step++) {
    double total = 0, load = 0;
    for (int i = 0; i < count; i++) total += x[i], load += x[i] * share[i];
    for (int i = 0; i < count; i++) {
      pressure[i] = share[i] * (1 + 0.5 * x[i] / (x[i] + half));
      grow[i] = rate * x[i] * (1 - total / room);
      leave[i] = x[i] * pressure[i] * (rate * load / (load + room));
    }
    place_rows[step] = total;
    if (step == place_steps) return total;
    for (int i = 0; i < count; i++) x[i] = x[i] + place_dt * (grow[i] - leave[i]);
  }
}

static double places_1000(void) { return places(1000); }
static double places_10000(void) { return places(10000); }

static void measure(const char *name, double (*work)(void), int repetitions) {
  double least = 1e9, end = 0;
  for (int i = 0; i < repetitions; i++) {
    double start = now();
    end = work();
    double spent = now() - start;
    if (spent < least) least = spent;
  }
  printf("%s %.9f %.17g\n", name, least, end);
}

int main(void) {
  measure("sir_euler", sir_euler, 1000);
  measure("sir_rk4", sir_rk4, 300);
  measure("chain", chain_plain, 30);
  measure("chain_exp", chain_exp, 15);
  measure("ensemble_10k_1core", ensemble, 3);
  measure("array_1000", places_1000, 20);
  measure("array_10000", places_10000, 3);
  return 0;
}
