import { undrawableIn, variantOf, type FontCoverage } from './glyphs.js';

/** A character that cannot be printed, and printable forms of the same character. */
export interface Alternative {
  character: string;
  /** The usual form first, then the registered variants in the order of their selectors. May be empty. */
  choices: string[];
}

/**
 * For every character of a name that no font can draw: what could be printed instead. Only forms of the same character
 * are offered (its usual form, and its other ideographic variation sequences); another character is never guessed. The
 * person chooses, and the registered name is changed, not the certificate.
 */
export function alternativesIn(text: string, fonts: readonly FontCoverage[]): Alternative[] {
  return undrawableIn(text, fonts).map((character) => ({ character, choices: choicesFor(character, fonts) }));
}

function choicesFor(character: string, fonts: readonly FontCoverage[]): string[] {
  const variant = variantOf(character);
  if (!variant) return [];
  const base = String.fromCodePoint(variant.base);
  const variants = variantsDrawnOf(variant.base, fonts).map((each) => base + String.fromCodePoint(each));
  return [base, ...variants].filter((choice) => undrawableIn(choice, fonts).length === 0);
}

/** A font is used only for what the fonts before it lack: that is the form that would appear on the paper. */
function variantsDrawnOf(base: number, fonts: readonly FontCoverage[]): number[] {
  const selectors = fonts.flatMap((font, at) =>
    font
      .variantsOf(base)
      .filter((selector) => !fonts.slice(0, at).some((earlier) => earlier.hasVariant(base, selector))),
  );
  return selectors.sort((a, b) => a - b);
}
