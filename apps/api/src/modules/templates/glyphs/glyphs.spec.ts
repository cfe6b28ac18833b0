import { describe, expect, it } from '@jest/globals';

import { aSheet } from '../../../../test/builders/sheet.js';
import { Typesetting } from '../typesetting/typesetting.js';
import { shippedFonts } from './fonts.js';

// The same on every machine, whatever fonts are installed
const typesetting = new Typesetting(shippedFonts);

describe('glyphs of certificates', () => {
  it.each([
    '𠮷田',
    '髙﨑',
    '渡邉',
    'ｶﾞ',
    'か\u3099',
    '葛\u{e0100}城',
    '<script>',
    '=cmd',
    'Nguyễn',
    '佐々木',
    'あ'.repeat(200),
  ])('can draw %p', (name) => {
    expect(typesetting.undrawableIn(name)).toEqual([]);
  });

  it('names the character that no font has', () => {
    expect(typesetting.undrawableIn('山田👵')).toEqual(['👵']);
  });

  it('takes a missing variant as missing, although its base form could be drawn', () => {
    expect(typesetting.undrawableIn('渡邉')).toEqual([]);
    expect(typesetting.undrawableIn('渡邉\u{e0105}')).toEqual(['邉\u{e0105}']);
  });

  it('sets the same bytes for the same words, below 150 kB', () => {
    const first = typesetting.render(aSheet);
    expect(first.equals(new Typesetting(shippedFonts).render(aSheet))).toBe(true);
    expect(first.length).toBeLessThan(150_000);
    expect(first.subarray(0, 5).toString()).toBe('%PDF-');
  });
});
