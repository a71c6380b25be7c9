import { changesBetween } from '../../app/changes.ts';
import type { AppState, Document, Language } from '../../app/state.ts';
import { timelineOf } from '../../app/timeline.ts';
import type { Model } from '../../model/model.ts';
import { format } from '../../text/format.ts';
import { workWords } from '../../text/work.ts';
import { stepWords } from '../change-words.ts';

/** A state of the work, and in words the step that led to it. */
export interface Step {
  readonly document: Document;
  /** Steps from the beginning. */
  readonly number: number;
  readonly text: string;
  readonly strategy: string;
  /** The lever that was moved, to be shown when one goes back. */
  readonly lever: string | undefined;
  readonly when: 'past' | 'here' | 'undone';
}

type Told = Pick<Step, 'text' | 'strategy' | 'lever'>;

/** Tells every state of the work in the order of time. What has been told of two documents is kept: they never change. */
export function createSteps(): (model: Model, state: AppState) => readonly Step[] {
  let known:
    | { model: Model; language: Language; told: WeakMap<Document, WeakMap<Document, Told>> }
    | undefined;
  return (model, state) => {
    const { language } = state.session;
    if (known?.model !== model || known.language !== language)
      known = { model, language, told: new WeakMap() };
    const { told } = known;
    const w = workWords(language).history;

    const tell = (before: Document | undefined, at: Document): Told => {
      if (before === undefined) return { text: w.start, strategy: '', lever: undefined };
      const since = told.get(before) ?? new WeakMap<Document, Told>();
      told.set(before, since);
      let step = since.get(at);
      if (step === undefined) {
        const changes = changesBetween(model, before, at);
        const moved = changes.find((change) => change.kind === 'lever');
        const said = stepWords(changes, { language, format: format(language) });
        step = { ...said, lever: moved?.lever.id };
        since.set(at, step);
      }
      return step;
    };

    const timeline = timelineOf(state);
    const firstAt = new Map<Document, Step>();
    return timeline.map((at, number) => {
      const here = state.past.length;
      const before = timeline[number - 1];
      const { text, strategy, lever } = tell(before, at);
      const earlier = firstAt.get(at);
      const step: Step = {
        document: at,
        number,
        // Going back to a state is told by what led there.
        text: earlier !== undefined && before !== undefined ? w.back(earlier.text) : text,
        strategy,
        lever: earlier === undefined ? lever : earlier.lever,
        when: number < here ? 'past' : number === here ? 'here' : 'undone',
      };
      if (earlier === undefined) firstAt.set(at, step);
      return step;
    });
  };
}
