// The colours' contrast against paper, in both themes, as the design states it; and that nothing invents a token.
import { expect, test } from 'vitest';
import tokens from '../../src/style/tokens.css?raw';
import '../../src/style/main.css';

/** What carries text must reach 4.5, what carries data 3 (WCAG 1.4.3 and 1.4.11). */
const text = [
  'ink',
  'ink-2',
  'ink-3',
  'own2',
  'own3',
  'own4',
  'rescue-text',
  'swim-text',
  'upstream-text',
  'negative',
];
const marks = [
  'outline',
  'flow-edge',
  'stock-outside',
  'stock-entrenched',
  'bank',
  'base',
  'rescue',
  'swim',
  'upstream',
  'focus',
];

function colour(theme: string, token: string): readonly number[] {
  document.documentElement.dataset['theme'] = theme;
  const probe = document.createElement('i');
  document.body.append(probe);
  probe.style.color = `var(--${token})`;
  const found = getComputedStyle(probe)
    .color.match(/[\d.]+/g)!
    .map(Number);
  probe.remove();
  return found;
}

function luminance(rgb: readonly number[]): number {
  const [r, g, b] = rgb.map((c) =>
    c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

function contrast(theme: string, token: string, on = 'paper'): number {
  const [a, b] = [luminance(colour(theme, token)), luminance(colour(theme, on))];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

const themes = ['light', 'dark'];

test.each(themes.flatMap((theme) => text.map((token) => [theme, token] as const)))(
  '%s: %s is text',
  (theme, token) => {
    expect(contrast(theme, token)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(theme, token, 'surface')).toBeGreaterThanOrEqual(4.5);
  },
);

test.each(themes.flatMap((theme) => marks.map((token) => [theme, token] as const)))(
  '%s: %s carries data',
  (theme, token) => {
    expect(contrast(theme, token)).toBeGreaterThanOrEqual(3);
  },
);

test.each(themes)('%s: words of the axis are readable on both bands', (theme) => {
  for (const band of ['band-4', 'band-20', 'sunken']) {
    expect(contrast(theme, 'ink-2', band)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(theme, 'ink-3', band)).toBeGreaterThanOrEqual(4.5);
  }
});

test('the strategies differ in luminance in the light theme, so that they survive greyscale', () => {
  const [rescue, swim, upstream] = ['rescue', 'swim', 'upstream'].map((token) =>
    luminance(colour('light', token)),
  );
  expect(rescue!).toBeGreaterThan(swim! * 1.1);
  expect(swim!).toBeGreaterThan(upstream! * 1.5);
});

test('figures that the design states', () => {
  expect(contrast('light', 'ink')).toBeCloseTo(14.1, 1);
  expect(contrast('dark', 'ink')).toBeCloseTo(15.3, 1);
  expect(contrast('light', 'rescue')).toBeCloseTo(4.1, 1);
  expect(contrast('dark', 'upstream-text')).toBeCloseTo(9.6, 1);
});

test('elements and charts use only tokens that exist, and never the raw scale', () => {
  const sources = import.meta.glob<string>('../../src/{elements,chart,views,style}/**/*.{ts,css}', {
    query: '?raw',
    import: 'default',
    eager: true,
  });
  const defined = new Set([...tokens.matchAll(/^\s*(--[\w-]+):/gm)].map((m) => m[1]!));
  const scale = tokens.slice(tokens.indexOf('Raw scale'), tokens.indexOf('Meaning: page'));
  const raw = [...scale.matchAll(/^\s*(--[\w-]+): #/gm)].map((m) => m[1]!);
  expect(raw.length).toBeGreaterThan(40);
  for (const [file, source] of Object.entries(sources)) {
    if (file.endsWith('tokens.css')) continue;
    const own = new Set([...source.matchAll(/(--[\w-]+)['"]?[:,]/g)].map((m) => m[1]!));
    for (const [, used] of source.matchAll(/var\((--[\w-]+)\s*\)/g)) {
      expect(defined.has(used!) || own.has(used!), `${file} uses ${used!}`).toBe(true);
      expect(raw.includes(used!), `${file} uses the raw ${used!}`).toBe(false);
    }
    // hex colours belong in the token file
    expect(source.match(/#[0-9a-f]{6}\b/gi) ?? [], file).toEqual([]);
  }
});
