import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { processesFor } from './processes.ts';

describe('the processes that serve', () => {
  for (const [cores, count] of [
    [1, 1],
    [2, 1],
    [3, 2],
    [4, 2],
    [8, 5],
    [64, 8],
  ] as const)
    it(`are ${count} on ${cores} cores`, () => assert.equal(processesFor(undefined, cores), count));

  it('are as many as the setting says', () => {
    assert.equal(processesFor('2', 1), 2);
    assert.equal(processesFor('', 1), 1);
  });

  for (const wrong of ['0', '9', '1.5', '-1', 'auto'])
    it(`refuse WEB_PROCESSES=${wrong}`, () => assert.throws(() => processesFor(wrong, 4), /1 から 8/));
});
