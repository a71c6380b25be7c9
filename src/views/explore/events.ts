/** The clock of one picture is at another year: the others follow with their reading line. */
export class YearMove extends Event {
  static readonly type = 'year-move';
  readonly year: number;
  constructor(year: number) {
    super(YearMove.type);
    this.year = year;
  }
}
