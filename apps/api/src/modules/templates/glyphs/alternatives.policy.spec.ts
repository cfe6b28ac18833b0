import { describe, expect, it } from '@jest/globals';

import { alternativesIn } from './alternatives.policy.js';
import type { FontCoverage } from './glyphs.js';

/**
 * A font with a few characters; `usual` are selectors that only confirm its usual form, `others` have their own glyph.
 */
function fontWith(characters: string, usual: number[] = [], others: number[] = []): FontCoverage {
  const has = (codePoint: number) => characters.includes(String.fromCodePoint(codePoint));
  return {
    family: characters,
    hasCharacter: has,
    hasVariant: (codePoint, selector) => has(codePoint) && [...usual, ...others].includes(selector),
    variantsOf: (codePoint) => (has(codePoint) ? others : []),
  };
}

describe('alternatives of characters that cannot be printed', () => {
  it('is empty for a name that can be printed', () => {
    expect(alternativesIn('邉', [fontWith('邉')])).toEqual([]);
  });

  it('offers the usual form first, then the other registered forms in the order of their selectors', () => {
    expect(alternativesIn('渡邉\u{e0105}', [fontWith('渡'), fontWith('邉', [], [0xe0107, 0xe0101])])).toEqual(
      [{ character: '邉\u{e0105}', choices: ['邉', '邉\u{e0101}', '邉\u{e0107}'] }],
    );
  });

  it('does not offer a selector that prints the usual form once more', () => {
    const alternatives = alternativesIn('邉\u{e0105}', [fontWith('邉', [0xe0100], [0xe0101])]);
    expect(alternatives[0]!.choices).toEqual(['邉', '邉\u{e0101}']);
  });

  it('offers what would stand on the paper: an earlier font goes before a later one', () => {
    const fonts = [fontWith('邉', [0xe0101]), fontWith('邉', [], [0xe0101, 0xe0102])];
    expect(alternativesIn('邉\u{e0105}', fonts)[0]!.choices).toEqual(['邉', '邉\u{e0102}']);
  });

  it('offers nothing where no form of the character is known, and never another character', () => {
    const fonts = [fontWith('山崎')];
    expect(alternativesIn('山﨑👵邉\u{e0105}', fonts)).toEqual([
      { character: '﨑', choices: [] },
      { character: '👵', choices: [] },
      { character: '邉\u{e0105}', choices: [] },
    ]);
  });

  it('names a character once, however often the name has it', () => {
    expect(alternativesIn('邉\u{e0105}邉\u{e0105}', [fontWith('邉')])).toHaveLength(1);
  });
});
