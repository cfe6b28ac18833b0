import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { refusalOfItem, undrawableRefusal, type ItemFacts } from './certificate-batch.policy.js';

const ready: ItemFacts = {
  completion: { complete: true, undrawable: [] },
  standing: undefined,
  nameLeftBlank: false,
};
const unready = { complete: false, undrawable: [] };
const rare = { complete: true, undrawable: ['邉\u{e0105}', '𠮷'] };

describe('who of a list gets a certificate', () => {
  it.each<[string, Partial<ItemFacts>, string | null]>([
    ['is ready', {}, null],
    ['has one', { standing: '第1号' }, 'certification.already_issued'],
    [
      'has one and takes part no longer',
      { standing: '第1号', completion: undefined },
      'certification.already_issued',
    ],
    ['takes part no longer', { completion: undefined }, 'certification.not_taking_part'],
    ['has something left to do', { completion: unready }, 'certification.not_complete'],
    [
      'has something left to do and a name for the brush',
      { completion: unready, nameLeftBlank: true },
      'certification.not_complete',
    ],
    ['has a name that cannot be drawn', { completion: rare }, 'certification.glyph_missing'],
    ['has such a name, written with a brush', { completion: rare, nameLeftBlank: true }, null],
  ])('%s', (_, facts, code) => {
    expect(refusalOfItem({ ...ready, ...facts })?.code ?? null).toBe(code);
  });

  it('names every character that cannot be drawn', () => {
    expect(undrawableRefusal(rare.undrawable)?.params).toEqual({ characters: '邉\u{e0105}、𠮷' });
  });

  it('is nobody who has one, is not complete, or whose printed name would lack a character', () => {
    const facts = fc.record({
      completion: fc.option(
        fc.record({ complete: fc.boolean(), undrawable: fc.array(fc.string({ maxLength: 2 })) }),
        { nil: undefined },
      ),
      standing: fc.option(fc.string(), { nil: undefined }),
      nameLeftBlank: fc.boolean(),
    });
    fc.assert(
      fc.property(facts, (one) => {
        const allowed =
          one.standing === undefined &&
          one.completion?.complete === true &&
          (one.nameLeftBlank || one.completion.undrawable.length === 0);
        expect(refusalOfItem(one) === null).toBe(allowed);
      }),
    );
  });
});
