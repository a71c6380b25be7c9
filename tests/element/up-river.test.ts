// Over 400 lines: everything that a person can do with the river, on one fixture of runs that is costly to make.
import { userEvent } from 'vitest/browser';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { model, names, runs, yearZero } from '../chart/river-fixture.ts';
import { expectNoFindings, inside, listen, mount, settled } from './mount.ts';
import { RiverPlayer, termEnd } from '../../src/elements/up-river-player.ts';
import type { FigureMove, RiverPick, RiverPlay, RiverScrub } from '../../src/elements/up-river-events.ts';
import type { UpRiver } from '../../src/elements/up-river.ts';
import type { UpRiverCard } from '../../src/elements/up-river-card.ts';
import { WhyAsk } from '../../src/elements/up-why.ts';
import '../../src/elements/up-river.ts';

const all = ['river-scrub', 'river-play', 'river-speed', 'river-table', 'river-pick', 'figure-move'] as const;

async function mountRiver(properties: Partial<UpRiver> = {}): Promise<UpRiver> {
  const river = await mount('up-river', {
    run: runs.slots,
    base: runs.base,
    yearZero,
    names: names.sv,
    money: { rescue: 11.25e6, swim: 0, upstream: 0 },
    model,
    ...properties,
  });
  river.style.cssText = 'inline-size: 1070px; block-size: 474px';
  if (!river.table) await drawn(river);
  return river;
}

const picture = (river: UpRiver) => inside(river, 'up-river-picture');
const controls = (river: UpRiver) => inside(river, 'up-river-controls');
const drawn = (river: UpRiver) =>
  vi.waitFor(() =>
    expect(picture(river).shadowRoot!.querySelectorAll('.water path').length).toBeGreaterThan(20),
  );
const words = (river: UpRiver) => inside(picture(river), '.front').textContent.replaceAll('\u00a0', ' ');
const mark = (river: UpRiver, id: string) =>
  inside<HTMLButtonElement>(picture(river), `button[data-mark=${id}]`);
const slider = (river: UpRiver) => inside<HTMLInputElement>(controls(river), 'input[type=range]');
const play = (river: UpRiver) => inside<HTMLButtonElement>(controls(river), '.play');
const plain = (text: string | null) => (text ?? '').replaceAll('\u00a0', ' ');
const focused = (): Element | null => {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
};
const years = (events: readonly Event[]) =>
  events.filter((event) => event.type === 'river-scrub').map((event) => (event as RiverScrub).year);

afterEach(() => vi.restoreAllMocks());

describe('what it shows', () => {
  test.each([
    ['at rest', {}],
    ['in English, in base', { language: 'en', names: names.en, run: runs.base }],
    ['as a table', { table: true }],
    ['with a card', { picked: 'lake' }],
    ['bare', { bare: true }],
  ] as const)('axe finds nothing: %s', async (_, state) => {
    await expectNoFindings(await mountRiver(state));
  });

  test('the picture is an image with a summary in two sentences, and the numbers in it', async () => {
    const river = await mountRiver();
    const label = plain(inside(picture(river), '[role=img]').getAttribute('aria-label'));
    expect(label).toMatch(/^År 20: 131 om året lämnar skolan .* 886 personer är långvarigt utanför/);
    expect(words(river)).toContain('86 dras upp');
    expect(words(river)).toContain('= 1 575 utanför, alla grupper');
  });

  test('the same in English', async () => {
    const river = await mountRiver({ language: 'en', names: names.en });
    expect(inside(controls(river), 'h2').textContent).toBe('The river, year 20');
    expect(words(river)).toContain('86 pulled up');
    expect(words(river)).toContain('Go upstream');
    expect(words(river)).not.toMatch(/[åäö]/i);
  });

  test('as a table: every mark with its number, base and difference', async () => {
    const river = await mountRiver({ table: true });
    const table = inside(river, 'table');
    expect(inside(river, 'caption').textContent.trim()).toBe('Flöden år 20');
    expect(table.querySelectorAll('tbody tr')).toHaveLength(32);
    const row = [...table.querySelectorAll('tbody tr')].find((tr) => tr.textContent.includes('Dras upp'))!;
    expect([...row.querySelectorAll('td')].map((td) => td.textContent)).toEqual([
      'personer per år',
      '86',
      '21',
      '+64',
    ]);
  });

  test('a run that holds no river says so, and so does one that has not come', async () => {
    const none = await mount('up-river', { run: { ...runs.base, names: ['x'] }, base: runs.base });
    expect(none.shadowRoot!.textContent).toContain('Den här modellen har ingen flod.');
    const waiting = await mount('up-river', { language: 'en' });
    expect(waiting.shadowRoot!.textContent).toContain('The river is drawn when');
  });

  test('draws itself again when its properties are set, and tells nobody', async () => {
    const heard = listen(...all);
    const river = await mountRiver({ time: 20 });
    const node = inside(picture(river), '.water path[data-mark=lake], .water path[data-mark=recent]');
    river.time = 4;
    await settled(river);
    await vi.waitFor(() => expect(words(river)).toContain('68 dras upp'));
    river.run = runs.upstream;
    await vi.waitFor(() => expect(words(river)).toContain('24 dras upp'));
    expect(inside(picture(river), '.water path[data-mark=lake], .water path[data-mark=recent]')).toBe(node);
    expect(heard).toEqual([]);
  });

  test('when a lever moves the shapes glide to their new size', async () => {
    const river = await mountRiver({ run: runs.base });
    const width = () => Number(inside(picture(river), '[data-mark=pulledUp]').getAttribute('stroke-width'));
    const before = width();
    river.run = runs.slots;
    await settled(river);
    const seen: number[] = [];
    await vi.waitFor(
      () => {
        seen.push(width());
        expect(words(river)).toContain('86 dras upp');
      },
      { interval: 16 },
    );
    expect(seen.some((w) => w > before + 1 && w < width() - 1)).toBe(true);
  });
});

describe('the clock', () => {
  test('the slider goes by years, by terms, and to its ends', async () => {
    const river = await mountRiver({ time: 20 });
    const heard = listen('river-scrub');
    slider(river).focus();
    for (const key of ['ArrowRight', 'ArrowLeft', 'PageUp', 'PageDown', 'Home', 'End']) {
      await userEvent.keyboard(`{${key}}`);
    }
    expect(years(heard).filter((year, i, list) => year !== list[i - 1])).toEqual([21, 20, 24, 20, 0, 40]);
    expect(river.time).toBe(40);
    expect(slider(river).getAttribute('aria-valuetext')).toBe('år 40');
  });

  test('play begins at the start, pauses at the end of the term, and asks', async () => {
    const river = await mountRiver({ time: 20, speed: 4 });
    const heard = listen('river-play', 'river-scrub');
    expect(play(river).getAttribute('aria-label')).toBe('Spela 20 år');
    await userEvent.click(play(river));
    await vi.waitFor(() => expect(river.playing).toBe(false), { timeout: 4000 });
    expect(river.time).toBe(4);
    const buttons = [...river.shadowRoot!.querySelectorAll('.prompt button')].map((b) =>
      b.textContent.trim(),
    );
    expect(buttons).toEqual(['Nästa val, år 8', 'Fortsätt till 20']);
    expect(inside(river, '[role=status]').textContent).toBe('År 4: mandatperioden är slut.');
    const passed = years(heard);
    expect(passed[0]).toBe(0);
    expect(passed.at(-1)).toBe(4);
    expect(passed).toEqual([...passed].sort((a, b) => a - b));
    expect(heard.filter((e) => e.type === 'river-play').map((e) => (e as RiverPlay).playing)).toEqual([
      true,
      false,
    ]);
    await expectNoFindings(river);
  });

  test('it can go on to the next term, or to the horizon without stopping', async () => {
    const river = await mountRiver({ time: 3.5, speed: 4 });
    await userEvent.click(play(river));
    await vi.waitFor(() => expect(river.time).toBe(4), { timeout: 4000 });
    await settled(river);
    await userEvent.click(inside(river, '.prompt button[data-year="8"]'));
    await vi.waitFor(() => expect(river.time).toBe(8), { timeout: 4000 });
    await settled(river);
    await userEvent.click(inside(river, '.prompt button[data-year="20"]'));
    await vi.waitFor(() => expect(river.time).toBe(20), { timeout: 8000 });
    expect(river.playing).toBe(false);
  });

  test('while it plays dots move on the canvas; at rest they are in the drawing', async () => {
    const river = await mountRiver({ time: 0, speed: 1 });
    const dots = () => picture(river).shadowRoot!.querySelectorAll('[data-dots]').length;
    const canvas = inside<HTMLCanvasElement>(picture(river), 'canvas');
    const painted = () =>
      canvas
        .getContext('2d')!
        .getImageData(0, 0, canvas.width, canvas.height)
        .data.some((v) => v > 0);
    expect(dots()).toBe(12);
    await userEvent.click(play(river));
    await vi.waitFor(() => expect(dots()).toBe(0));
    await vi.waitFor(() => expect(painted()).toBe(true));
    const heard = listen('river-scrub');
    await userEvent.click(play(river));
    expect((heard.at(-1) as RiverScrub).settled).toBe(true);
    expect(years(heard).at(-1)).toBe(river.time);
    await vi.waitFor(() => expect(dots()).toBe(12));
    await vi.waitFor(() => expect(painted()).toBe(false));
  });

  test('while other numbers are on their way only its dots move', async () => {
    const river = await mountRiver({ time: 0, speed: 1 });
    const shores = () => inside(picture(river), '.water').innerHTML;
    await userEvent.click(play(river));
    await vi.waitFor(() => expect(picture(river).shadowRoot!.querySelector('[data-dots]')).toBeNull());
    river.held = true;
    await river.updateComplete;
    const [before, heard] = [shores(), listen('river-scrub')];
    await new Promise((go) => setTimeout(go, 250));
    expect(river.playing).toBe(true);
    expect(shores() === before).toBe(true);
    expect(heard).toEqual([]);
    river.held = false;
    await vi.waitFor(() => expect(shores() === before).toBe(false));
  });

  test('a hand on the slider stops it', async () => {
    const river = await mountRiver({ time: 0 });
    await userEvent.click(play(river));
    await vi.waitFor(() => expect(river.playing).toBe(true));
    slider(river).focus();
    await userEvent.keyboard('{End}');
    expect(river.playing).toBe(false);
    expect(river.time).toBe(40);
  });

  test('it stops when it is taken off the page', async () => {
    const river = await mountRiver({ time: 0 });
    await userEvent.click(play(river));
    const heard = listen('river-scrub');
    river.remove();
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(heard).toEqual([]);
  });

  test('who wants no motion gets stills at the start, 4, 10 and 20', async () => {
    const real = window.matchMedia.bind(window);
    vi.spyOn(window, 'matchMedia').mockImplementation((q) =>
      q.includes('reduced-motion') ? ({ matches: true } as MediaQueryList) : real(q),
    );
    const river = await mountRiver({ time: 0, speed: 4 });
    const heard = listen('river-scrub');
    await userEvent.click(play(river));
    await vi.waitFor(() => expect(river.time).toBe(4), { timeout: 4000 });
    await settled(river);
    await userEvent.click(inside(river, '.prompt button[data-year="20"]'));
    await vi.waitFor(() => expect(river.time).toBe(20), { timeout: 6000 });
    expect([...new Set(years(heard))]).toEqual([4, 10, 20]);
    expect(picture(river).shadowRoot!.querySelectorAll('[data-dots]')).toHaveLength(12);
  });

  test('speed and table are chosen, and told', async () => {
    const river = await mountRiver();
    const heard = listen('river-speed', 'river-table', 'segment-change');
    await userEvent.click(inside(inside(controls(river), 'up-segments'), 'label:last-of-type'));
    expect(river.speed).toBe(4);
    await userEvent.click(inside(controls(river), '.switch'));
    await settled(river);
    expect(river.table).toBe(true);
    expect(heard.map((event) => event.type)).toEqual(['river-speed', 'river-table']);
  });

  test('terms end every fourth year', () => {
    expect([0, 0.1, 3.9, 4, 19, 20, 39].map((year) => termEnd(year, 40))).toEqual([4, 4, 4, 8, 20, 24, 40]);
  });

  test('twenty years take four seconds, and a hidden tab does not leap', () => {
    let frame: FrameRequestCallback = () => undefined;
    vi.spyOn(window, 'requestAnimationFrame').mockImplementation((callback) => {
      frame = callback;
      return 1;
    });
    const seen: number[] = [];
    const player = new RiverPlayer({ onYear: (year) => seen.push(year), onEnd: () => seen.push(-1) });
    const start = performance.now();
    vi.spyOn(performance, 'now').mockReturnValue(start);
    player.start(0, 1, false);
    frame(start + 50);
    frame(start + 10_000); // an hour could have passed: it counts as a tenth of a second
    expect(seen.map((year) => Number(year.toFixed(6)))).toEqual([0.25, 0.75]);
    frame(start + 10_100);
    expect(seen.slice(2)).toEqual([1, -1]);
    expect(player.running).toBe(false);
  });
});

describe('marks and cards', () => {
  test('arrow keys go with and against the stream, and each mark is told with its number and base', async () => {
    const river = await mountRiver();
    mark(river, 'births').focus();
    const spoken: string[] = [];
    for (const key of ['ArrowRight', 'ArrowDown', 'ArrowLeft', 'End', 'ArrowRight', 'Home', 'ArrowUp']) {
      await userEvent.keyboard(`{${key}}`);
      spoken.push(plain(focused()!.getAttribute('aria-label')).split(',')[0]!);
    }
    expect(spoken).toEqual([
      'Barn före skolan',
      'Nyanlända barn börjar skolan',
      'Barn före skolan',
      'Strandvallen: strukturell förmåga',
      'Strandvallen: strukturell förmåga',
      'Föds',
      'Föds',
    ]);
    expect(plain(mark(river, 'pulledUp').getAttribute('aria-label'))).toBe(
      'Dras upp, 86 personer per år, bas 21',
    );
    const stops = [...picture(river).shadowRoot!.querySelectorAll('li button')].filter(
      (b) => b.getAttribute('tabindex') === '0',
    );
    expect(stops).toHaveLength(1);
  });

  test('the mark that the keyboard is at has a ring, and it goes when the keyboard goes', async () => {
    const river = await mountRiver();
    const rings = () => picture(river).shadowRoot!.querySelectorAll('[stroke="var(--focus)"]').length;
    expect(rings()).toBe(0);
    mark(river, 'gap').focus();
    await settled(picture(river));
    expect(rings()).toBe(1);
    mark(river, 'gap').blur();
    await settled(picture(river));
    expect(rings()).toBe(0);
  });

  test('Enter opens the card, Escape closes it and gives the focus back', async () => {
    const river = await mountRiver();
    const heard = listen('river-pick');
    mark(river, 'young').focus();
    await userEvent.keyboard('{Enter}');
    await settled(river);
    await settled(picture(river));
    const card = inside<UpRiverCard>(picture(river), 'up-river-card');
    await settled(card);
    const asks = [...card.shadowRoot!.querySelectorAll('up-why')];
    const text = plain(`${card.shadowRoot!.textContent} ${asks.map((ask) => ask.text).join(' ')}`);
    for (const part of [
      'Unga utan jobb och studier',
      '185 personer',
      'Tid här i medeltal',
      '1,4 år',
      'Vem betalar',
      'Kommunen',
    ]) {
      expect(text).toContain(part);
    }
    expect(focused()?.getAttribute('aria-label')).toBe('Stäng');
    const asked = listen(WhyAsk.type);
    await userEvent.keyboard('{Tab}{Enter}');
    expect((asked[0] as WhyAsk).variable).toBe('young_neet');
    await userEvent.keyboard('{Escape}');
    await settled(river);
    expect(focused()).toBe(mark(river, 'young'));
    expect(heard.map((event) => (event as RiverPick).mark)).toEqual(['young', undefined]);
  });

  test('a card leads to the next mark and the one before, round the river', async () => {
    const river = await mountRiver();
    mark(river, 'births').click();
    await settled(river);
    const card = inside<UpRiverCard>(picture(river), 'up-river-card');
    await settled(card);
    inside<HTMLButtonElement>(card, '.after').click();
    expect(river.picked).toBe('preschool');
    inside<HTMLButtonElement>(card, '.before').click();
    inside<HTMLButtonElement>(card, '.before').click();
    expect(river.picked).toBe('bank');
  });

  test('a finger beside a stream means the stream, where a pointer means the water', async () => {
    const river = await mountRiver();
    const water = inside(picture(river), '.water [data-mark=established]');
    const ribbon = inside<SVGGeometryElement>(picture(river), '.water [data-mark=ownWay]');
    const point = ribbon.getPointAtLength(ribbon.getTotalLength() * 0.6);
    const stage = inside(picture(river), '.stage').getBoundingClientRect();
    const half = Number(ribbon.getAttribute('stroke-width')) / 2;
    const at = { clientX: stage.left + point.x + half + 6, clientY: stage.top + point.y, bubbles: true };
    water.dispatchEvent(new PointerEvent('click', { ...at, pointerType: 'mouse' }));
    expect(river.picked).toBe('established');
    water.dispatchEvent(new PointerEvent('click', { ...at, pointerType: 'touch' }));
    expect(river.picked).toBe('ownWay');
  });

  test('a click on water opens its card, and one beside it closes it', async () => {
    const river = await mountRiver();
    const click = (part: string) =>
      inside(picture(river), `.water [data-mark=${part}]`).dispatchEvent(
        new MouseEvent('click', { bubbles: true }),
      );
    click('leaveRiskToNothing');
    expect(river.picked).toBe('leaving');
    click('established');
    expect(river.picked).toBe('established');
    inside(picture(river), '.water').dispatchEvent(new MouseEvent('click', { bubbles: true }));
    expect(river.picked).toBeUndefined();
  });
});

describe('figures', () => {
  let river: UpRiver;
  let heard: Event[];
  beforeEach(async () => {
    river = await mountRiver();
    river.movable = { swim: [6, 25] };
    await settled(river);
    heard = listen('figure-move');
  });
  const at = (group: string) => {
    const place = inside(picture(river), `[data-figure=${group}].hold`).getBoundingClientRect();
    return place.left + place.width / 2 - picture(river).getBoundingClientRect().left;
  };

  test('are moved along the bank by key', async () => {
    const before = at('swim');
    inside<HTMLInputElement>(picture(river), '.grip[data-figure=swim]').focus();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    await settled(river);
    expect((heard.at(-1) as FigureMove).group).toBe('swim');
    expect(river.places.swim).toBe(10);
    await vi.waitFor(() => expect(at('swim')).toBeGreaterThan(before + 10));
    const grip = inside<HTMLInputElement>(picture(river), '.grip[data-figure=swim]');
    expect(grip.getAttribute('aria-valuetext')).toBe('Lär simma står vid 10 år');
  });

  test('are dragged, and stay among the children', () => {
    const front = inside(picture(river), '.front');
    front.setPointerCapture = () => undefined;
    const hold = inside(picture(river), '[data-figure=swim].hold');
    const left = picture(river).getBoundingClientRect().left;
    const send = (target: Element, type: string, x: number) =>
      target.dispatchEvent(new PointerEvent(type, { bubbles: true, clientX: left + x, pointerId: 1 }));
    send(hold, 'pointerdown', 40);
    send(front, 'pointermove', 220);
    send(front, 'pointermove', 5000);
    send(front, 'pointerup', 110);
    send(front, 'pointermove', 300); // let go: nothing more
    const ages = heard.map((event) => Number((event as FigureMove).age.toFixed(2)));
    expect(ages).toEqual([10, 19, 6]); // not below where the figure may stand
    expect(heard.map((event) => (event as FigureMove).settled)).toEqual([false, false, true]);
  });

  test('the one upstream looks fixed, and says why', () => {
    const cursor = (group: string): string =>
      getComputedStyle(inside(picture(river), `[data-figure=${group}].hold`)).cursor;
    expect([cursor('swim'), cursor('upstream')]).toEqual(['ew-resize', 'auto']);
    const why = inside(picture(river), '.stands');
    expect(why.getAttribute('aria-label')).toMatch(/^Gå uppströms, .*går inte att flytta/);
    const { left, width } = why.getBoundingClientRect();
    expect(left + width / 2 - picture(river).getBoundingClientRect().left).toBeCloseTo(at('upstream'), 0);
  });

  test('the one who pulls stays at the rope', () => {
    const hold = inside(picture(river), '[data-figure=rescue].hold');
    hold.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, clientX: 10, pointerId: 1 }));
    inside(picture(river), '.front').dispatchEvent(
      new PointerEvent('pointermove', { bubbles: true, clientX: 99 }),
    );
    expect(heard).toEqual([]);
  });
});

describe('room', () => {
  test.each([
    [390, 'small'],
    [760, 'middle'],
    [1070, 'full'],
  ])('%d px wide: %s', async (width, size) => {
    const river = await mountRiver();
    river.style.inlineSize = `${width}px`;
    await vi.waitFor(() => expect(controls(river).getAttribute('size')).toBe(size));
    await vi.waitFor(() =>
      expect(inside(picture(river), '.front').getBoundingClientRect().width).toBeCloseTo(width, 0),
    );
    await expectNoFindings(river);
    expect(river.scrollWidth).toBeLessThanOrEqual(width);
  });
});
