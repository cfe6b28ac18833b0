import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { Audit, AuditReader } from '../../src/platform/audit/index.js';
import { systemActor } from '../../src/platform/auth/index.js';
import { mapConstraint, Sql, Transactions } from '../../src/platform/database/index.js';
import { problemFrom } from '../../src/platform/errors/index.js';
import { Commands } from '../../src/platform/idempotency/index.js';
import { Ids } from '../../src/platform/ids/ids.js';
import { startTestApi, type TestApi } from '../support/api.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

describe('commands', () => {
  it('do a repeated command once and give its first answer again, under a race too', async () => {
    let done = 0;
    const once = (request: unknown) =>
      api.get(Commands).once('test', 'key-00000001', request, async () => ({ number: ++done }));
    const answers = await Promise.all(Array.from({ length: 8 }, () => once({ a: 1, b: 2 })));
    expect(answers).toEqual(Array(8).fill({ number: 1 }));
    expect(await once({ b: 2, a: 1 })).toEqual({ number: 1 });
    await expect(once({ a: 2 })).rejects.toMatchObject({ code: 'platform.idempotency_conflict' });
  });

  it('forget the key of a command that was refused', async () => {
    const refused = api.get(Commands).once('test', 'key-00000002', {}, async () => {
      throw new Error('refused');
    });
    await expect(refused).rejects.toThrow('refused');
    expect(await api.get(Commands).once('test', 'key-00000002', {}, async () => 'second')).toBe('second');
  });

  it('turn a violated constraint into its word', async () => {
    mapConstraint('pk_job_effects', 'platform.stale', 'key');
    const insert = () =>
      api
        .get(Transactions)
        .run(() => api.get(Sql).query(`INSERT INTO job_effects VALUES ('twice', 'test', now())`));
    await insert();
    const problem = await insert().then(() => undefined, problemFrom);
    expect(problem).toMatchObject({ status: 409, code: 'platform.stale', field: 'key' });
  });
});

describe('the audit log', () => {
  it('keeps the fields that changed, and nothing can change it', async () => {
    const subjectId = api.get(Ids).next();
    const note = {
      actor: systemActor('test'),
      action: 'thing.edited',
      subjectType: 'thing',
      subjectId,
      before: { name: 'a', same: 1 },
    };
    await api.get(Transactions).run(async () => {
      await api.get(Audit).record({ ...note, after: { name: 'b', same: 1 }, reason: 'typo' });
      await api.get(Audit).record({ ...note, after: note.before });
    });
    expect(await api.get(AuditReader).listFor('thing', subjectId)).toMatchObject([
      { actorKind: 'system:test', before: { name: 'a' }, after: { name: 'b' }, reason: 'typo' },
    ]);
    await expect(api.write('DELETE FROM audit_log')).rejects.toThrow('append-only');
    await expect(api.write(`UPDATE audit_log SET action = 'x'`)).rejects.toThrow('append-only');
  });
});

describe('ids', () => {
  it('sort in the order of their making', () => {
    const ids = Array.from({ length: 5_000 }, () => api.get(Ids).next());
    expect(ids.toSorted()).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});
