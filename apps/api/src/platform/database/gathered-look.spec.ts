import { describe, expect, it } from '@jest/globals';

import { GatheredLook } from './gathered-look.js';

/** Queries that the test resolves by hand. */
function held() {
  const asked: { keys: readonly number[]; answer: (fail?: Error) => void }[] = [];
  const look = new GatheredLook<number, number>(
    (keys) =>
      new Promise((resolve, reject) => {
        const answer = (fail?: Error) => (fail ? reject(fail) : resolve(keys.map((key) => key * 10)));
        asked.push({ keys, answer });
      }),
    3,
  );
  return { asked, look };
}
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('looks that are gathered', () => {
  it('asks a single one at once, and those that come meanwhile together', async () => {
    const { asked, look } = held();
    const answers = [1, 2, 3, 4, 5, 6].map((key) => look.find(key));
    expect(asked.map(({ keys }) => keys)).toEqual([[1], [2]]);
    asked[0]!.answer();
    await settled();
    expect(asked.map(({ keys }) => keys)).toEqual([[1], [2], [3, 4, 5]]);
    asked[1]!.answer();
    asked[2]!.answer();
    await settled();
    asked[3]!.answer();
    expect(await Promise.all(answers)).toEqual([10, 20, 30, 40, 50, 60]);
  });

  it('rejects the look-ups of the failed query and no others', async () => {
    const { asked, look } = held();
    const first = look.find(1);
    const second = look.find(2);
    asked[0]!.answer(new Error('away'));
    await expect(first).rejects.toThrow('away');
    asked[1]!.answer();
    expect(await second).toBe(20);
    const third = look.find(3);
    asked[2]!.answer();
    expect(await third).toBe(30);
  });
});
