import { describe, expect, it } from '@jest/globals';
import type { GroupViewingSummary } from '@kizuna/shared/contracts/viewings';

import { figuresBy, figuresOf } from './reporting.viewings.policy.js';

const viewing = (change: object) =>
  ({
    state: 'held',
    districtName: '総和 駒羽根',
    attendeeCount: 10,
    creditedCount: 4,
    othersCount: 5,
    ...change,
  }) as unknown as GroupViewingSummary;

describe('the figures of group viewings', () => {
  it('count people of what was held as a whole only', () => {
    const some = [
      viewing({}),
      viewing({ attendeeCount: 2, creditedCount: 2, othersCount: 0 }),
      viewing({ state: 'interrupted' }),
      viewing({ state: 'planned', othersCount: null }),
      viewing({ state: 'cancelled', othersCount: null }),
    ];
    expect(figuresOf(some)).toEqual({
      showings: 2,
      interrupted: 1,
      people: 17,
      credited: 6,
      notCredited: 11,
    });
  });

  it('of nothing are nothing', () => {
    expect(figuresOf([])).toEqual({ showings: 0, interrupted: 0, people: 0, credited: 0, notCredited: 0 });
  });

  it('by district add up, those without one too', () => {
    const rows = figuresBy(
      [viewing({}), viewing({ districtName: null, othersCount: 90 }), viewing({})],
      ({ districtName }) => districtName,
    );
    expect(rows.map(({ label, people }) => [label, people])).toEqual([
      [null, 100],
      ['総和 駒羽根', 30],
    ]);
  });
});
