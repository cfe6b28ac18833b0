import { describe, expect, it } from '@jest/globals';
import type { NameChoice, NameConfirmationState } from '@kizuna/shared/vocabulary/completion';
import fc from 'fast-check';

import { decideSaid, formsOf, nameStateOf } from './name-confirmation.policy.js';

const tsuji2 = '辻\u{e0101}';

describe('where the confirmation of a name stands', () => {
  it.each<[string, string, NameChoice, string, NameConfirmationState]>([
    ['渡邉 花', '渡邉 花', 'as_registered', '渡邉 花', 'confirmed'],
    ['渡邉 花', '渡邉 花', 'as_registered', '渡辺 花', 'unconfirmed'],
    ['渡邉 花', '渡邉 花', 'brush', '渡邉 花', 'brush'],
    ['渡邉 花', '渡邉 花', 'brush', '渡辺 花', 'unconfirmed'],
    [`${tsuji2} 花`, '辻 花', 'other_form', `${tsuji2} 花`, 'form_agreed'],
    [`${tsuji2} 花`, '辻 花', 'other_form', '辻 花', 'confirmed'],
    [`${tsuji2} 花`, '辻 花', 'other_form', '都次 花', 'unconfirmed'],
    ['渡邉 花', '渡邉 花', 'wrong', '渡邉 花', 'wrong'],
    ['渡邉 花', '渡邉 花', 'wrong', '渡邊 花', 'unconfirmed'],
  ])('of %s (as %s): %s; registered today %s → %s', (registeredName, printedName, choice, today, state) => {
    expect(nameStateOf(today, { registeredName, printedName, choice })).toBe(state);
  });

  it('is open as long as nothing was said', () => expect(nameStateOf('山田 花', null)).toBe('unconfirmed'));

  it('is confirmed only for the very name that stands on the paper, whatever was said', () => {
    const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 });
    const choice = fc.constantFrom<NameChoice>('as_registered', 'other_form', 'brush', 'wrong');
    fc.assert(
      fc.property(name, name, choice, name, (registeredName, printedName, said, today) => {
        const state = nameStateOf(today, { registeredName, printedName, choice: said });
        if (state === 'confirmed' || state === 'brush') expect(printedName).toBe(today);
      }),
    );
  });
});

describe('the forms of a name', () => {
  it('replace what cannot be drawn, and nothing else', () => {
    const forms = formsOf(`${tsuji2}辻 花`, [{ character: tsuji2, choices: ['辻', '辻\u{e0100}'] }]);
    expect(forms.map((form) => form.name)).toEqual(['辻辻 花', '辻\u{e0100}辻 花']);
    expect(forms[0]).toMatchObject({ character: tsuji2, instead: '辻' });
  });
  it('are none where one of its characters has no form', () => {
    const forms = formsOf('犭甲', [
      { character: '犭', choices: ['犬'] },
      { character: '甲', choices: [] },
    ]);
    expect(forms).toEqual([]);
  });
  it('multiply for two characters, but never beyond what can be compared', () => {
    const many = Array.from({ length: 15 }, (_, i) => `形${i}`);
    const forms = formsOf('甲乙', [
      { character: '甲', choices: many },
      { character: '乙', choices: many },
    ]);
    expect(forms).toHaveLength(24);
  });
});

describe('what may be said', () => {
  const facts = {
    name: `${tsuji2} 花`,
    undrawable: [tsuji2],
    forms: [{ name: '辻 花', character: tsuji2, instead: '辻' }],
  };
  it.each([
    [{ choice: 'as_registered' }, 'completion.name_not_drawable'],
    [{ choice: 'other_form' }, 'completion.name_form_required'],
    [{ choice: 'other_form', printedName: '別人' }, 'completion.name_form_required'],
    [{ choice: 'wrong' }, 'completion.name_note_required'],
    [{ choice: 'brush', name: '辻 花' }, 'completion.name_changed_since_shown'],
  ] as const)('refuses %j', (body, code) => {
    expect(decideSaid({ name: facts.name, ...body }, facts)).toMatchObject({ ok: false, code });
  });
  it.each([
    [{ choice: 'other_form', printedName: '辻 花' }, '辻 花'],
    [{ choice: 'brush' }, facts.name],
    [{ choice: 'wrong', note: '点がひとつです' }, facts.name],
  ] as const)('writes down %j', (body, printedName) => {
    const decision = decideSaid({ name: facts.name, ...body }, facts);
    expect(decision).toMatchObject({ ok: true, said: { printedName, registeredName: facts.name } });
  });
});
