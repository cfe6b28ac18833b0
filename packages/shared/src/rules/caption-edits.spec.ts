import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { endedAt, mergeCues, newCueAt, shortestCueMs, splitCue, startedAt } from './caption-edits.js';
import { faultsOf, hasErrors } from './caption-faults.js';

const filmMs = 60_000;
const cue = { fromMs: 1_000, toMs: 4_000, text: 'お互いさま、\n支え合い。' };
const aTime = fc.integer({ min: -5_000, max: filmMs + 5_000 });

describe('editing a caption', () => {
  it('moves the start to the playback position and moves the end along', () => {
    expect(startedAt(cue, 2_000, filmMs)).toMatchObject({ fromMs: 2_000, toMs: 4_000 });
    expect(startedAt(cue, 10_000, filmMs)).toMatchObject({ fromMs: 10_000, toMs: 13_000 });
    expect(startedAt(cue, -5, filmMs).fromMs).toBe(0);
  });

  it('moves the end to the playback position, never before the start', () => {
    expect(endedAt(cue, 3_000, filmMs).toMs).toBe(3_000);
    expect(endedAt(cue, 500, filmMs).toMs).toBe(1_000 + shortestCueMs);
    expect(endedAt(cue, 99_000, filmMs).toMs).toBe(filmMs);
  });

  it('always leaves a valid time', () => {
    fc.assert(
      fc.property(aTime, aTime, (start, end) => {
        const edited = endedAt(startedAt(cue, start, filmMs), end, filmMs);
        expect(edited.fromMs).toBeGreaterThanOrEqual(0);
        expect(edited.toMs).toBeGreaterThan(edited.fromMs);
        expect(edited.toMs).toBeLessThanOrEqual(filmMs);
      }),
    );
  });

  it('splits at the playback position and at the text cursor', () => {
    expect(splitCue(cue, 2_000, 7)).toEqual([
      { fromMs: 1_000, toMs: 2_000, text: 'お互いさま、' },
      { fromMs: 2_000, toMs: 4_000, text: '支え合い。' },
    ]);
    expect(splitCue(cue, 9_000, 0)).toEqual([
      { fromMs: 1_000, toMs: 2_500, text: 'お互いさま、' },
      { fromMs: 2_500, toMs: 4_000, text: '支え合い。' },
    ]);
    expect(splitCue({ ...cue, text: '𠮷𠮷𠮷' }, 0, 0).map(({ text }) => text)).toEqual(['𠮷𠮷', '𠮷']);
  });

  it('undoes a split by a merge', () => {
    const [first, second] = splitCue(cue, 2_000, 7);
    expect(mergeCues(first, second)).toEqual(cue);
  });

  it('puts a new caption into the gap', () => {
    const next = { fromMs: 5_000, toMs: 6_000, text: 'つぎ' };
    expect(newCueAt([cue, next], 4_200, filmMs)).toEqual({ fromMs: 4_200, toMs: 5_000, text: '' });
    expect(newCueAt([cue, next], 2_000, filmMs)).toEqual({ fromMs: 4_000, toMs: 5_000, text: '' });
    expect(newCueAt([], filmMs, filmMs).toMs).toBe(filmMs);
    const filled = { ...newCueAt([cue, next], 4_200, filmMs), text: 'あ' };
    expect(hasErrors(faultsOf([cue, filled, next], filmMs))).toBe(false);
  });
});
