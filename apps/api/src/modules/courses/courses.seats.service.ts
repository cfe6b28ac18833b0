import { Injectable } from '@nestjs/common';

import { CoursesSeatsRepository } from './courses.seats.repository.js';

/** The result of an application: a seat, or a waiting number that never changes and the current position. */
export type Placement = { kind: 'seat' } | { kind: 'waiting'; number: number; position: number };

const attempts = 5;

/** The seats of a run, for use by the enrolment module inside its own transactions. */
@Injectable()
export class CoursesSeatsService {
  constructor(private readonly seats: CoursesSeatsRepository) {}

  /**
   * Takes a seat, or a place on the waiting list if no seat is left.
   * @returns null if the run is no longer published
   */
  async place(courseRunId: string): Promise<Placement | null> {
    // A seat may be released between the two statements; then neither applies and the first is tried again.
    // The one that applies locks the row until the end of the transaction.
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      if (await this.seats.takeFreeSeat(courseRunId)) return { kind: 'seat' };
      const place = await this.seats.joinWaitingList(courseRunId);
      if (place) return { kind: 'waiting', ...place };
    }
    return null;
  }

  /** Releases a seat. Offer it to the first on the waiting list in the same transaction. */
  release(courseRunId: string): Promise<void> {
    return this.seats.release(courseRunId);
  }

  /** Removes one person from the waiting list. */
  leaveWaitingList(courseRunId: string): Promise<void> {
    return this.seats.leaveWaitingList(courseRunId);
  }

  /** Takes a free seat for a person on the waiting list; returns false if there is none, or the run has begun. */
  takeSeatForWaiting(courseRunId: string, now: Date): Promise<boolean> {
    return this.seats.takeSeatForWaiting(courseRunId, now);
  }

  /** Locks the runs' rows. Every command that changes states locks the run before the enrolments. */
  lock(courseRunIds: readonly string[]): Promise<void> {
    return this.seats.lock(courseRunIds);
  }
}
