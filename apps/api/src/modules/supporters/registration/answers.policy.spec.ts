import { describe, expect, it } from '@jest/globals';
import type { SupporterAnswers } from '@kizuna/shared/contracts/supporters';
import { supporterContacts, supporterReaches, supporterSlots } from '@kizuna/shared/vocabulary/supporters';
import fc from 'fast-check';

import { answerColumns, changedColumns, type AnswerColumns } from './answers.policy.js';

const before: AnswerColumns = {
  activityIds: ['salon', 'listen'],
  note: 'お茶を入れます',
  slots: ['mon_am', 'wed_pm'],
  reach: 'by_bicycle',
  districtIds: ['north'],
  contactBy: 'phone',
  emergencyName: '山田花子(長女)',
  emergencyPhone: '0280-00-0001',
};
type Pages = Partial<Record<keyof SupporterAnswers, object>>;
const changes = (pages: Pages) => changedColumns(before, pages as Partial<SupporterAnswers>);

describe('which answers change', () => {
  it.each<[string, Pages, Partial<AnswerColumns>]>([
    ['nothing that is sent as it stands', { times: { slots: ['mon_am', 'wed_pm'] } }, {}],
    ['nothing by ticking in another order', { times: { slots: ['wed_pm', 'mon_am', 'mon_am'] } }, {}],
    ['half-days', { times: { slots: ['mon_am'] } }, { slots: ['mon_am'] }],
    ['a note that is emptied', { wishes: { activityIds: ['salon', 'listen'] } }, { note: null }],
    [
      'an emergency contact that is taken back',
      { contact: { contactBy: 'phone' } },
      { emergencyName: null, emergencyPhone: null },
    ],
    [
      'two pages at once, but of each only what differs',
      {
        places: { reach: 'whole_city', districtIds: ['north'] },
        contact: { ...before, contactBy: 'letter' },
      },
      { reach: 'whole_city', contactBy: 'letter' },
    ],
    ['nothing without a page', {}, {}],
  ])('%s', (_, pages, expected) => {
    expect(changes(pages)).toEqual(expected);
  });

  it('is nothing the second time, and never a page that was not sent', () => {
    const ids = fc.uniqueArray(fc.constantFrom('salon', 'listen', 'shopping'), { minLength: 1 });
    const optional = fc.option(fc.string({ minLength: 1 }), { nil: undefined });
    const pages = fc.record(
      {
        wishes: fc.record({ activityIds: ids, note: optional }),
        times: fc.record({ slots: fc.subarray([...supporterSlots], { minLength: 1 }) }),
        places: fc.record({ reach: fc.constantFrom(...supporterReaches), districtIds: ids }),
        contact: fc.record({
          contactBy: fc.constantFrom(...supporterContacts),
          emergencyName: optional,
          emergencyPhone: optional,
        }),
      },
      { requiredKeys: [] },
    ) as fc.Arbitrary<Partial<SupporterAnswers>>;
    fc.assert(
      fc.property(pages, (sent) => {
        const change = changedColumns(before, sent);
        expect(changedColumns({ ...before, ...change }, sent)).toEqual({});
        const possible = Object.keys(answerColumns(sent));
        for (const column of Object.keys(change)) expect(possible).toContain(column);
      }),
    );
  });
});
