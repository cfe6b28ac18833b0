import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { startWorker } from '../../src/app.js';
import { Transactions } from '../../src/platform/database/index.js';
import { GiveUp, FailedJobsReader, Jobs } from '../../src/platform/jobs/index.js';
import { Outbox } from '../../src/platform/outbox/index.js';
import { startTestApi, type TestApi } from '../support/api.js';

let api: TestApi;
const seen: string[] = [];
let failures = 0;

beforeAll(async () => {
  api = await startTestApi();
  api.get(Outbox).subscribe<{ word: string }>('test.said', 'test.listener', async (event) => {
    if (event.payload.word === 'bad' && failures++ < 1) throw new Error('not yet');
    await api.get(Jobs).enqueue('test.repeat', event.payload, { effectKey: `repeat:${event.payload.word}` });
  });
  api.get(Jobs).work<{ word: string }>('test.repeat', async ({ word }) => {
    if (word === 'hopeless') throw new GiveUp('no');
    seen.push(word);
  });
});
afterAll(() => api.close());

const say = (word: string, sensitive = false) =>
  api.get(Transactions).run(() => api.get(Outbox).add({ type: 'test.said', payload: { word }, sensitive }));

describe('outbox and jobs', () => {
  it('tell nothing of a transaction that was rolled back', async () => {
    const work = api.get(Transactions).run(async () => {
      await api.get(Outbox).add({ type: 'test.said', payload: { word: 'ghost' } });
      await api.get(Jobs).enqueue('test.repeat', { word: 'ghost job' });
      throw new Error('rolled back');
    });
    await expect(work).rejects.toThrow('rolled back');
    await api.settle();
    expect(seen).toEqual([]);
  });

  it('put a failing event back without holding up the others, and forget secrets once told', async () => {
    await say('bad');
    await say('good', true);
    await api.settle();
    expect(seen).toEqual(['good']);
    const [waiting] = await api.rows(
      `SELECT attempts, last_error FROM outbox_events WHERE payload->>'word' = 'bad'`,
    );
    expect(waiting).toEqual({ attempts: 1, last_error: 'Error' });
    const [told] = await api.rows(`SELECT payload FROM outbox_events WHERE sensitive`);
    expect(told).toEqual({ payload: {} });
    api.clock.advance(5_000);
    await api.settle();
    expect(seen).toEqual(['good', 'bad']);
  });

  it('ask for the same effect once', async () => {
    await say('good');
    await api.settle();
    expect(seen.filter((word) => word === 'good')).toHaveLength(1);
  });

  it('run by themselves in a worker, and show what was given up', async () => {
    await startWorker(api.app);
    await say('live');
    await say('hopeless');
    const deadline = Date.now() + 15_000;
    while (Date.now() < deadline) {
      if (seen.includes('live') && (await api.get(FailedJobsReader).listLatest()).length > 0) break;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    expect(seen).toContain('live');
    expect(await api.get(FailedJobsReader).listLatest()).toMatchObject([
      { name: 'test.repeat', attempts: 1 },
    ]);
  });

  it('do a pile that was asked for at once without a pause between one and the next', async () => {
    const pile = Array.from({ length: 12 }, (_, index) => `pile ${index}`);
    await api.get(Transactions).run(async () => {
      for (const word of pile) await api.get(Jobs).enqueue('test.repeat', { word });
    });
    const deadline = Date.now() + 5_000;
    const done = () => seen.filter((word) => word.startsWith('pile')).length;
    while (Date.now() < deadline && done() < pile.length)
      await new Promise((resolve) => setTimeout(resolve, 50));
    expect(done()).toBe(pile.length);
  });
});
