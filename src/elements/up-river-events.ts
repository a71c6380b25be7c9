// What the river tells the page. Setting a property from code fires none of them.
import type { MarkId } from '../chart/river/marks.ts';
import type { LeverGroup } from '../model/model.ts';
import { PartEvent } from './events.ts';

/** A person or the playing clock is at another year. `settled` is false while it moves. */
export class RiverScrub extends PartEvent {
  static readonly type = 'river-scrub';
  readonly year: number;
  readonly settled: boolean;
  constructor(year: number, settled: boolean) {
    super(RiverScrub.type);
    this.year = year;
    this.settled = settled;
  }
}

/** A person started or paused the clock, or it came to the end of a term and paused itself. */
export class RiverPlay extends PartEvent {
  static readonly type = 'river-play';
  readonly playing: boolean;
  constructor(playing: boolean) {
    super(RiverPlay.type);
    this.playing = playing;
  }
}

/** Another speed of the clock was chosen: 1, 2 or 4. */
export class RiverSpeed extends PartEvent {
  static readonly type = 'river-speed';
  readonly speed: number;
  constructor(speed: number) {
    super(RiverSpeed.type);
    this.speed = speed;
  }
}

/** The river was asked for as a table, or as a picture again. */
export class RiverTable extends PartEvent {
  static readonly type = 'river-table';
  readonly table: boolean;
  constructor(table: boolean) {
    super(RiverTable.type);
    this.table = table;
  }
}

/** A mark's card was opened, or closed (undefined). */
export class RiverPick extends PartEvent {
  static readonly type = 'river-pick';
  readonly mark: MarkId | undefined;
  constructor(mark: MarkId | undefined) {
    super(RiverPick.type);
    this.mark = mark;
  }
}

/** One of the figures was moved along the bank, to meet children at another age. */
export class FigureMove extends PartEvent {
  static readonly type = 'figure-move';
  readonly group: Exclude<LeverGroup, 'rescue'>;
  readonly age: number;
  readonly settled: boolean;
  constructor(group: Exclude<LeverGroup, 'rescue'>, age: number, settled: boolean) {
    super(FigureMove.type);
    this.group = group;
    this.age = age;
    this.settled = settled;
  }
}

declare global {
  interface HTMLElementEventMap {
    'river-scrub': RiverScrub;
    'river-play': RiverPlay;
    'river-speed': RiverSpeed;
    'river-table': RiverTable;
    'river-pick': RiverPick;
    'figure-move': FigureMove;
  }
}
