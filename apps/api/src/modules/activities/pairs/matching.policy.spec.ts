import { describe, expect, it } from '@jest/globals';
import { supporterReaches, supporterSlots } from '@kizuna/shared/vocabulary/supporters';
import fc from 'fast-check';

import { matchOf, type Matchable } from './matching.policy.js';

const someone: Matchable = {
  activityIds: ['salon', 'listen'],
  slots: ['mon_am', 'wed_pm'],
  districtIds: ['north'],
  reach: 'on_foot',
  address: '古河市本町1丁目2番3号',
};

describe('who could go out together', () => {
  it.each([
    ['another wish', { activityIds: ['shopping'] }],
    ['another half-day', { slots: ['mon_pm'] as const }],
    ['another district', { districtIds: ['south'] }],
  ])('%s: nobody', (_, change) => {
    expect(matchOf(someone, { ...someone, address: '古河市中央町9', ...change })).toBeNull();
  });

  it('tells what they have in common', () => {
    const other: Matchable = {
      ...someone,
      activityIds: ['listen', 'shopping'],
      slots: ['wed_pm', 'fri_am'],
      address: '古河市中央町9',
    };
    expect(matchOf(someone, other)).toEqual({
      score: 111,
      activityIds: ['listen'],
      slots: ['wed_pm'],
      districtIds: ['north'],
      anywhere: false,
      sameHousehold: false,
    });
  });

  it('lets who goes anywhere in the city come to the other', () => {
    const other = { ...someone, districtIds: [], reach: 'whole_city' as const, address: '' };
    expect(matchOf(someone, other)).toMatchObject({ districtIds: ['north'], anywhere: true });
  });

  it.each(['古河市本町1-2-3', '古河市本町１丁目２番地の３', '古河市 本町 1ー2ー3'])(
    'knows the household of %s',
    (address) => {
      expect(matchOf(someone, { ...someone, address })).toMatchObject({ sameHousehold: true });
    },
  );

  it('is the same from both sides, and more in common is never worth less', () => {
    const subset = <T>(all: readonly T[]) => fc.subarray([...all]);
    const anyone = fc.record({
      activityIds: subset(['salon', 'listen', 'shopping']),
      slots: subset(supporterSlots),
      districtIds: subset(['north', 'south', 'east']),
      reach: fc.constantFrom(...supporterReaches),
      address: fc.constantFrom('古河市1', '古河市2', ''),
    });
    fc.assert(
      fc.property(anyone, anyone, fc.constantFrom(...supporterSlots), (a, b, slot) => {
        const match = matchOf(a, b);
        expect(matchOf(b, a)).toEqual(match);
        if (!match) return;
        const more = matchOf({ ...a, slots: [...a.slots, slot] }, { ...b, slots: [...b.slots, slot] });
        expect(more!.score).toBeGreaterThanOrEqual(match.score);
      }),
    );
  });
});
