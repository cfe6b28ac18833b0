import { setTimeout as wait } from 'node:timers/promises';
import type pg from 'pg';
import type { Figures } from '../measuring/figure.ts';
import type { Graduates } from '../measuring/graduates.ts';

/** The database content of a run in which everybody should get exactly one certificate. */
export class Ledger {
  readonly #client: pg.Client;
  readonly #graduates: Graduates;

  constructor(client: pg.Client, graduates: Graduates) {
    this.#client = client;
    this.#graduates = graduates;
  }

  /** Checks numbers, certificates, ledger entries and messages: one each, without gaps. */
  async check(figures: Figures, program: string): Promise<void> {
    const { runId, courseId, enrolmentIds } = this.#graduates;
    const people = enrolmentIds.length;
    const numbers = await this.#one<{ count: number; people: number; first: number; last: number }>(
      `SELECT count(*)::int AS count, count(DISTINCT enrolment_id)::int AS people, min(serial) AS first, max(serial) AS last
       FROM certificates WHERE course_run_id = $1`,
      [runId],
    );
    const counter = await this.#one<{ last: number }>(
      'SELECT last_serial AS last FROM certificate_counters WHERE course_id = $1 ORDER BY fiscal_year DESC LIMIT 1',
      [courseId],
    );
    figures.exactly(`${program}.without-certificate`, people - numbers.people, 0, 'count');
    figures.exactly(`${program}.extra-certificates`, numbers.count - numbers.people, 0, 'count');
    figures.exactly(`${program}.gaps`, numbers.last - numbers.first + 1 - numbers.count, 0, 'count');
    figures.exactly(`${program}.extra-numbers`, counter.last - numbers.last, 0, 'count');
    const told = await this.#told(people);
    figures.exactly(`${program}.not-told`, people - told.people, 0, 'count');
    figures.exactly(`${program}.told-twice`, told.count - told.people, 0, 'count');
  }

  /** Messages are written after the commit: waits for them, and then for any excess ones. */
  async #told(people: number): Promise<{ count: number; people: number }> {
    for (const end = performance.now() + 120_000; ; await wait(500)) {
      const found = await this.#messages();
      if (found.people < people && performance.now() < end) continue;
      await wait(3_000);
      return this.#messages();
    }
  }

  #messages(): Promise<{ count: number; people: number }> {
    return this.#one(
      `SELECT count(*)::int AS count, count(DISTINCT n.person_id)::int AS people FROM notifications n
       WHERE n.kind = 'certificate_issued'
         AND n.person_id IN (SELECT person_id FROM enrolments WHERE course_run_id = $1)`,
      [this.#graduates.runId],
    );
  }

  async #one<T extends pg.QueryResultRow>(text: string, values: unknown[]): Promise<T> {
    return (await this.#client.query<T>(text, values)).rows[0]!;
  }
}
