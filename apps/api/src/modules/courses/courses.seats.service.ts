import { Injectable } from '@nestjs/common';

import { CoursesSeatsRepository } from './courses.seats.repository.js';

/** What an application got: a seat, or a number on the waiting list that never changes and the place in the line now. */
export type Placement = { kind: 'seat' } | { kind: 'waiting'; number: number; position: number };

const attempts = 5;

/** The seats of a run, for the enrolment module to use inside its own transactions. */
@Injectable()
export class CoursesSeatsService {
  constructor(private readonly seats: CoursesSeatsRepository) {}

  /**
   * Takes a seat, or a place on the waiting list where none is left.
   * @returns null when the run is not published any more
   */
  async place(courseRunId: string): Promise<Placement | null> {
    // A seat may be given back between the two statements; then neither applies and the first is tried again.
    // The one that applies holds the row until the end of the transaction.
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      if (await this.seats.takeFreeSeat(courseRunId)) return { kind: 'seat' };
      const place = await this.seats.joinWaitingList(courseRunId);
      if (place) return { kind: 'waiting', ...place };
    }
    return null;
  }

  /** Gives a seat back. Offer it to the first in line in the same transaction. */
  release(courseRunId: string): Promise<void> {
    return this.seats.release(courseRunId);
  }

  /** Somebody who waited is out of the line. */
  leaveWaitingList(courseRunId: string): Promise<void> {
    return this.seats.leaveWaitingList(courseRunId);
  }

  /** Takes a free seat for somebody on the waiting list; false when there is none, or the run has begun. */
  takeSeatForWaiting(courseRunId: string, now: Date): Promise<boolean> {
    return this.seats.takeSeatForWaiting(courseRunId, now);
  }

  /** Locks the runs' rows. Every command that changes states locks the run before the enrolments. */
  lock(courseRunIds: readonly string[]): Promise<void> {
    return this.seats.lock(courseRunIds);
  }
}
