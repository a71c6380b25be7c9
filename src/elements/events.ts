// What the parts tell the page. Setting a property from code fires none of them.

/** An event of a part: it bubbles and leaves the shadow root. */
export abstract class PartEvent extends Event {
  constructor(type: string, cancelable = false) {
    super(type, { bubbles: true, composed: true, cancelable });
  }
}

/** The lever is being moved: `value` is where it stands at this moment. */
export class LeverInput extends PartEvent {
  static readonly type = 'lever-input';
  readonly lever: string;
  readonly value: number;
  constructor(lever: string, value: number) {
    super(LeverInput.type);
    this.lever = lever;
    this.value = value;
  }
}

/** The lever has been let go, or set by key or by a typed number. Follows a `LeverInput` of the same value. */
export class LeverChange extends PartEvent {
  static readonly type = 'lever-change';
  readonly lever: string;
  readonly value: number;
  constructor(lever: string, value: number) {
    super(LeverChange.type);
    this.lever = lever;
    this.value = value;
  }
}

/** The lever's details have been opened or closed. */
export class LeverToggle extends PartEvent {
  static readonly type = 'lever-toggle';
  readonly lever: string;
  readonly open: boolean;
  constructor(lever: string, open: boolean) {
    super(LeverToggle.type);
    this.lever = lever;
    this.open = open;
  }
}

/** Another part of a segmented control was chosen. */
export class SegmentChange extends PartEvent {
  static readonly type = 'segment-change';
  readonly value: string;
  constructor(value: string) {
    super(SegmentChange.type);
    this.value = value;
  }
}

/** The reading line was moved to a year after year zero, or taken away. */
export class ChartCursor extends PartEvent {
  static readonly type = 'chart-cursor';
  readonly year: number | undefined;
  constructor(year: number | undefined) {
    super(ChartCursor.type);
    this.year = year;
  }
}

/** The button of a message was pressed. */
export class ToastAction extends PartEvent {
  static readonly type = 'toast-action';
  constructor() {
    super(ToastAction.type);
  }
}

/** Something in a menu was chosen. */
export class MenuChoose extends PartEvent {
  static readonly type = 'menu-choose';
  readonly item: string;
  constructor(item: string) {
    super(MenuChoose.type);
    this.item = item;
  }
}

/** A strategy was given a name. Cancelled where it cannot have it. */
export class ChipRename extends PartEvent {
  static readonly type = 'chip-rename';
  readonly name: string;
  /** The field was left, and not by Enter: it does not stay open. */
  readonly left: boolean;
  constructor(name: string, left: boolean) {
    super(ChipRename.type, true);
    this.name = name;
    this.left = left;
  }
}

/** The writing of a name was given up. */
export class ChipLeave extends PartEvent {
  static readonly type = 'chip-leave';
  constructor() {
    super(ChipLeave.type);
  }
}

declare global {
  interface HTMLElementEventMap {
    'lever-input': LeverInput;
    'lever-change': LeverChange;
    'lever-toggle': LeverToggle;
    'segment-change': SegmentChange;
    'chart-cursor': ChartCursor;
    'toast-action': ToastAction;
    'menu-choose': MenuChoose;
    'chip-rename': ChipRename;
    'chip-leave': ChipLeave;
  }
}
