import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { OutsideTransaction, Sql, Transactions } from '../../src/platform/database/index.js';
import { JobEffectEntity, Jobs } from '../../src/platform/jobs/index.js';
import { startTestApi, type TestApi } from '../support/api.js';

let api: TestApi;
let sql: Sql;
let transactions: Transactions;

beforeAll(async () => {
  api = await startTestApi();
  sql = api.get(Sql);
  transactions = api.get(Transactions);
});
afterAll(() => api.close());
beforeEach(() => api.write('DELETE FROM job_effects'));

const insert = `INSERT INTO job_effects (key, job_name, enqueued_at) VALUES ($1, 'test', now())`;
const write = (key: string) => sql.query(insert, [key]);
const written = async () =>
  (await api.rows<{ key: string }>('SELECT key FROM job_effects ORDER BY key')).map(({ key }) => key);
const raise = (code: string) =>
  sql.query(`DO $$ BEGIN RAISE EXCEPTION 'again' USING ERRCODE = '${code}'; END $$`);

/** A promise that the test resolves. */
function aGate(): { promise: Promise<void>; resolve: () => void } {
  let resolve = () => {};
  const promise = new Promise<void>((done) => (resolve = done));
  return { promise, resolve: () => resolve() };
}

describe('outside of a transaction', () => {
  it.each([
    ['INSERT', insert],
    ['UPDATE', 'UPDATE job_effects SET job_name = $1'],
    ['DELETE', 'DELETE FROM job_effects WHERE key = $1'],
    ['a write in WITH', `WITH w AS (${insert} RETURNING key) SELECT key FROM w`],
    ['a row lock', 'SELECT key FROM job_effects WHERE key = $1 FOR UPDATE'],
    ['a shared row lock', 'SELECT key FROM job_effects WHERE key = $1 FOR SHARE'],
    ['an advisory lock', 'SELECT pg_advisory_xact_lock(hashtextextended($1, 1))'],
  ])('%s is refused, however it is asked', async (_, text) => {
    await expect(sql.query(text, ['a'])).rejects.toThrow(OutsideTransaction);
    await expect(sql.one(text, ['a'])).rejects.toThrow(OutsideTransaction);
    await expect(sql.execute(text, ['a'])).rejects.toThrow(OutsideTransaction);
    await expect(sql.prepared('test.refused', text, ['a'])).rejects.toThrow(OutsideTransaction);
    expect(await written()).toEqual([]);
  });

  it('writes and locks of entities are refused', async () => {
    const row = { key: 'a', jobName: 'test', enqueuedAt: new Date(0) };
    await expect(sql.insert(JobEffectEntity, row)).rejects.toThrow(OutsideTransaction);
    await expect(sql.insertUnlessTaken(JobEffectEntity, row, 'key')).rejects.toThrow(OutsideTransaction);
    await expect(sql.upsert(JobEffectEntity, row, ['key'])).rejects.toThrow(OutsideTransaction);
    await expect(sql.update(JobEffectEntity, { key: 'a' }, row)).rejects.toThrow(OutsideTransaction);
    await expect(sql.delete(JobEffectEntity, { key: 'a' })).rejects.toThrow(OutsideTransaction);
    await expect(sql.lockOne(JobEffectEntity, { key: 'a' })).rejects.toThrow(OutsideTransaction);
    expect(await sql.findOne(JobEffectEntity, { key: 'a' })).toBeNull();
    expect(await written()).toEqual([]);
  });

  it('a job is refused: it would exist without its cause', async () => {
    await expect(api.get(Jobs).enqueue('test.job', {}, { effectKey: 'a' })).rejects.toThrow(
      OutsideTransaction,
    );
  });

  it('a write that is a transaction of its own is written at once', async () => {
    await sql.writeAlone('test.alone', insert, ['alone']);
    expect(await written()).toEqual(['alone']);
  });
});

describe('inside of a transaction', () => {
  it('entities and statements see what the others wrote', async () => {
    const found = await transactions.run(async () => {
      await write('a');
      await sql.insert(JobEffectEntity, { key: 'b', jobName: 'test', enqueuedAt: new Date(0) });
      return Promise.all([
        sql.lockOne(JobEffectEntity, { key: 'a' }),
        sql.findOne(JobEffectEntity, {}, { key: 'DESC' }),
        sql.one<{ n: number }>('SELECT count(*)::int AS n FROM job_effects'),
        sql.insertUnlessTaken(JobEffectEntity, { key: 'b', jobName: 'c', enqueuedAt: new Date(0) }, 'key'),
        sql.execute(`UPDATE job_effects SET job_name = 'x'`),
      ]);
    });
    expect(found).toMatchObject([{ key: 'a' }, { key: 'b' }, { n: 2 }, false, { affected: 2 }]);
  });

  it('a write that is a transaction of its own is refused', async () => {
    const work = transactions.run(() => sql.writeAlone('test.alone', insert, ['alone']));
    await expect(work).rejects.toThrow('test.alone is a transaction of its own');
    expect(await written()).toEqual([]);
  });

  it('a failed statement takes everything with it, even when its error was caught', async () => {
    const work = transactions.run(async () => {
      await write('a');
      await write('a').catch(() => undefined);
      return 'nothing happened';
    });
    await expect(work).rejects.toMatchObject({ constraint: 'pk_job_effects' });
    expect(await written()).toEqual([]);
  });
});

describe('a nested run', () => {
  it('commits with the outer work', async () => {
    await transactions.run(async () => {
      await write('outer');
      await transactions.run(() => write('inner'));
      expect(await api.rows('SELECT key FROM job_effects')).toHaveLength(2);
    });
    expect(await written()).toEqual(['inner', 'outer']);
  });

  it('rolls back with the outer work', async () => {
    const work = transactions.run(async () => {
      await transactions.run(() => write('inner'));
      throw new Error('afterwards');
    });
    await expect(work).rejects.toThrow('afterwards');
    expect(await written()).toEqual([]);
  });

  it('that throws rolls the outer work back, even when its error was caught', async () => {
    const work = transactions.run(async () => {
      await write('outer');
      const inner = transactions.run(async () => {
        await write('half');
        throw new Error('in the middle');
      });
      await expect(inner).rejects.toThrow('in the middle');
    });
    await expect(work).rejects.toThrow('in the middle');
    expect(await written()).toEqual([]);
  });
});

describe('a serialization failure or a deadlock', () => {
  it.each(['40001', '40P01'])('%s is tried again by the outermost run only', async (code) => {
    const tries = { outer: 0, inner: 0 };
    await transactions.run(async () => {
      tries.outer += 1;
      await write('outer');
      await transactions.run(async () => {
        tries.inner += 1;
        if (tries.inner < 3) await raise(code);
      });
    });
    expect(tries).toEqual({ outer: 3, inner: 3 });
    expect(await written()).toEqual(['outer']);
  });

  it('is tried again when it was caught and a later statement has failed because of it', async () => {
    let tries = 0;
    await transactions.run(async () => {
      tries += 1;
      if (tries === 1) await raise('40P01').catch(() => undefined);
      await write('a');
    });
    expect(tries).toBe(2);
    expect(await written()).toEqual(['a']);
  });

  it('is given up after four tries', async () => {
    let tries = 0;
    const work = transactions.run(() => {
      tries += 1;
      return raise('40001');
    });
    await expect(work).rejects.toMatchObject({ code: '40001' });
    expect(tries).toBe(4);
  });
});

describe('work that was not awaited', () => {
  it('throws when it comes after the commit, and writes nothing', async () => {
    const gate = aGate();
    const late: Promise<unknown>[] = [];
    await transactions.run(async () => {
      await write('in time');
      late.push(
        gate.promise.then(() => write('late')),
        gate.promise.then(() => sql.query('SELECT 1')),
        gate.promise.then(() =>
          sql.insert(JobEffectEntity, { key: 'c', jobName: 'd', enqueuedAt: new Date(0) }),
        ),
        gate.promise.then(() => transactions.run(() => write('nested and late'))),
      );
    });
    gate.resolve();
    for (const work of late) await expect(work).rejects.toThrow('this transaction is over');
    expect(await written()).toEqual(['in time']);
  });

  it('rolls everything back when it is under way at the end', async () => {
    const late: Promise<unknown>[] = [];
    const work = transactions.run(async () => {
      await write('a');
      late.push(
        sql.query('SELECT pg_sleep(0.1)'),
        write('b').catch((error: unknown) => error),
      );
    });
    await expect(work).rejects.toThrow('without awaiting its statements');
    expect(await late[1]).toMatchObject({ message: expect.stringContaining('this transaction is over') });
    expect(await written()).toEqual([]);
  });

  it('a page that is answered meanwhile belongs to no transaction', async () => {
    const started = aGate();
    const ended = aGate();
    const work = transactions.run(async () => {
      await write('not yet seen');
      started.resolve();
      await ended.promise;
    });
    await started.promise;
    expect(await written()).toEqual([]);
    ended.resolve();
    await work;
    expect(await written()).toEqual(['not yet seen']);
  });
});
