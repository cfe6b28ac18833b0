import type { NestFastifyApplication } from '@nestjs/platform-fastify';

import { Sql, Transactions } from '../../platform/database/index.js';

/** Marks past events of the demo as delivered: nobody gets mail today about something from last month. */
export async function silencePast(app: NestFastifyApplication, before: Date): Promise<void> {
  await app.get(Transactions).run(() =>
    app.get(Sql).execute(
      `UPDATE outbox_events SET dispatched_at = available_at WHERE dispatched_at IS NULL AND occurred_at < $1
         AND type ~ '^(people|enrolment|certification|supporters)[.]'`,
      [before],
    ),
  );
}

/** Ends the sessions that were used to play the demo. */
export async function forgetSignIns(app: NestFastifyApplication): Promise<void> {
  await app.get(Transactions).run(() => app.get(Sql).execute('DELETE FROM sign_ins'));
}

/** The person behind an enrolment. */
export async function personOfEnrolment(app: NestFastifyApplication, enrolmentId: string): Promise<string> {
  const row = await app
    .get(Sql)
    .one<{ id: string }>('SELECT person_id AS id FROM enrolments WHERE id = $1', [enrolmentId]);
  if (!row) throw new Error(`the demo has no enrolment ${enrolmentId}`);
  return row.id;
}
