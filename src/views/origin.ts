import type { Reading } from '../app/readings.ts';
import { assumedText } from './assumed-badge.ts';
import type { Voice } from './voice.ts';

/** `Hela kommunen, Trelleborg-exemplet, dina antaganden`: what a picture or a paper is about, when it is taken away. */
export function originOf(
  reading: Pick<Reading, 'model' | 'where'>,
  voice: Pick<Voice, 'words' | 'language'>,
): string {
  const { model, where } = reading;
  const { words, language } = voice;
  const preset = model.presets.find((p) => p.id === where.preset);
  const place = where.municipality ? words.municipality.yours : preset?.name[language];
  return [model.name[language], place, assumedText(reading, voice)].filter(Boolean).join(', ');
}
