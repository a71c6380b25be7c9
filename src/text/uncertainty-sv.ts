/** How uncertain a strategy is, as fields in a chart, in Swedish. `UncertaintyWords` is this shape. */
export const uncertaintySv = {
  show: 'Visa osäkerhet',
  about: 'Hur vitt körningarna går när antagandena dras ur sina intervall.',
  noRanges: 'Det finns inget att visa: modellen har inga antaganden med intervall att dra ur.',
  wide: '9 av 10 körningar ligger i det yttre fältet,',
  half: 'hälften i det inre.',
  line: 'Linjen är körningen med antagandena som de står.',
  how: (runs: string, seed: string) => `${runs}, slumpfrö ${seed}.`,
  runs: (n: string) => `${n} körningar`,
  soFar: (done: string, of: string) => `${done} av ${of} körningar`,
  failed: (n: string) => `${n} utan jämvikt borträknade`,
  counting: 'Räknar hur vitt körningarna går …',
  problem: 'Det gick inte att räkna hur vitt körningarna går.',
  rows: { wide: '9 av 10 körningar', half: 'hälften av körningarna', middle: 'mitten av körningarna' },
  between: (low: string, high: string) => `mellan ${low} och ${high}`,
  below: (percent: number) => `${percent} % av körningarna under`,
};

export type UncertaintyWords = typeof uncertaintySv;
