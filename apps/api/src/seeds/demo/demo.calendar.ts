import {
  addDays,
  civilDateOf,
  civilTimeOf,
  instantOf,
  type CivilDate,
} from '@kizuna/shared/rules/civil-date';

import type { FixedClock } from '../../platform/clock/fixed-clock.js';

interface Entry {
  at: Date;
  act: () => Promise<void>;
}

/** The demo's days, relative to today, and the actions on them; played in chronological order. */
export class DemoCalendar {
  readonly today: CivilDate;
  private readonly present: Date;
  private readonly entries: Entry[] = [];

  constructor(private readonly clock: FixedClock) {
    this.present = clock.now();
    this.today = civilDateOf(this.present);
  }

  /** The calendar date this many days from today. */
  day(offset: number): CivilDate {
    return addDays(this.today, offset);
  }

  /** A time on a day relative to today, never later than now. */
  instant(offset: number, time = '10:00'): Date {
    return instantOf(this.day(offset), time);
  }

  /** Schedules an action; one that would be in the future happens now. */
  on(offset: number, time: string, act: () => Promise<void>): void {
    const at = this.instant(offset, time);
    this.entries.push({ at: at > this.present ? this.present : at, act });
  }

  /** Plays all actions in chronological order, then returns to the present. */
  async play(): Promise<void> {
    for (const { at, act } of this.entries.toSorted((a, b) => a.at.getTime() - b.at.getTime())) {
      this.clock.set(at);
      await act();
    }
    this.clock.set(this.present);
  }

  /** Advances the clock within an action, never beyond the present. */
  pass(minutes: number): void {
    const at = new Date(this.clock.now().getTime() + minutes * 60_000);
    this.clock.set(at > this.present ? this.present : at);
  }

  /** Two hours of today for which check-in is open now, whatever the time of day. */
  hoursOfToday(): { startTime: string; endTime: string } {
    const [hour = 0, minute = 0] = civilTimeOf(this.present).split(':').map(Number);
    const begin = Math.max(0, Math.floor((hour * 60 + minute - 15) / 30) * 30);
    const end = Math.min(begin + 120, 23 * 60 + 59);
    return { startTime: clockTime(begin), endTime: clockTime(end) };
  }
}

function clockTime(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
