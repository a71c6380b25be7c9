import type { Reading } from '../app/readings.ts';
import type { Voice } from './voice.ts';

/** `Hela kommunen, Trelleborg-exemplet`: what a picture is about, when it is taken away from the screen. */
export function originOf({ model, where }: Reading, { words, language }: Voice): string {
  const preset = model.presets.find((p) => p.id === where.preset);
  const place = where.municipality ? words.municipality.yours : preset?.name[language];
  return [model.name[language], place].filter((part) => part !== undefined).join(', ');
}
