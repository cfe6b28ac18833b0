import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { peopleEndpoints } from '@kizuna/shared/contracts/people.endpoints';

import { Sql, Transactions } from '../../src/platform/database/index.js';
import { aConfirmedLearner } from '../builders/application.js';
import { aCourseRun } from '../builders/course-run.js';
import { aPerson } from '../builders/person.js';
import { startTestApi, type TestApi } from '../support/api.js';

// With one connection, a command that holds it and asks for another would wait for ever
let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ env: { DB_POOL: '1' } });
});
afterAll(() => api.close());

it('reads inside a transaction on its own connection, and sees what it wrote', async () => {
  const sql = api.get(Sql);
  const seen = await api.get(Transactions).run(async () => {
    await sql.query('CREATE TEMPORARY TABLE mine (n int) ON COMMIT DROP');
    await sql.query('INSERT INTO mine VALUES (7)');
    return Promise.all([
      sql.one('SELECT n FROM mine'),
      sql.prepared('one-connection.mine', 'SELECT n FROM mine'),
    ]);
  });
  expect(seen).toEqual([{ n: 7 }, [{ n: 7 }]]);
});

it('signs many people in at once', async () => {
  const people = await Promise.all(
    Array.from({ length: 6 }, () => aPerson(api).withPassword('long-enough-2026')),
  );
  const answers = await Promise.all(
    people.map(({ email }) =>
      api.anonymous.call(peopleEndpoints.signInWithPassword, {
        body: { email, password: 'long-enough-2026' },
      }),
    ),
  );
  expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(200));
});

it('takes applications, confirms them and tells everybody', async () => {
  const run = await aCourseRun(api).withSeats(2).planned();
  await Promise.all([aConfirmedLearner(api, run.courseRunId), aConfirmedLearner(api, run.courseRunId)]);
  await api.settle();
  expect(await api.rows(`SELECT 1 FROM notifications WHERE kind = 'enrolment_confirmed'`)).toHaveLength(2);
});
