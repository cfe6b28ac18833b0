/** The only source of the present time. Rules take `now` as an argument; services take it from here. */
export abstract class Clock {
  abstract now(): Date;
}

export class SystemClock extends Clock {
  override now(): Date {
    return new Date();
  }
}

/** A clock for tests and seeds that stands still until it is set. */
export class FixedClock extends Clock {
  private at: Date;

  constructor(at: Date | string) {
    super();
    this.at = new Date(at);
  }

  override now(): Date {
    return new Date(this.at);
  }

  set(at: Date | string): void {
    this.at = new Date(at);
  }

  /** Moves the clock forward (or back, with a negative figure). */
  advance(milliseconds: number): void {
    this.at = new Date(this.at.getTime() + milliseconds);
  }
}
