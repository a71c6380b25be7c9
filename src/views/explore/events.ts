/** The clock of one picture is at another year: the others follow with their reading line. */
export class YearMove extends Event {
  static readonly type = 'year-move';
  readonly year: number;
  constructor(year: number) {
    super(YearMove.type);
    this.year = year;
  }
}

/** Another lever shall give way first under the locked budget; undefined is all of them. */
export class YieldChange extends Event {
  static readonly type = 'yield-change';
  readonly lever: string | undefined;
  constructor(lever: string | undefined) {
    super(YieldChange.type);
    this.lever = lever;
  }
}

/** A chart shall show another series. */
export class SeriesChange extends Event {
  static readonly type = 'series-change';
  readonly series: string;
  constructor(series: string) {
    super(SeriesChange.type);
    this.series = series;
  }
}

/** The charts shall show how uncertain they are, or no more. */
export class UncertaintyChange extends Event {
  static readonly type = 'uncertainty-change';
  readonly on: boolean;
  constructor(on: boolean) {
    super(UncertaintyChange.type);
    this.on = on;
  }
}
