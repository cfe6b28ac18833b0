import type { SheetDesign } from '@kizuna/shared/contracts/templates.sheet-design';
import type { ErrorCode } from '@kizuna/shared/errors/index';
import { unknownPlaceholdersIn } from '@kizuna/shared/rules/sheet-placeholders';

/** A fault in a design, with its field. */
export interface DesignFault {
  field: string;
  code: ErrorCode;
  params: Record<string, string>;
}

/** The first fault of a design that the contract cannot detect: an unknown placeholder, a character without a glyph. */
export function faultOf(design: SheetDesign, undrawableIn: (text: string) => string[]): DesignFault | null {
  const unknown = unknownPlaceholdersIn(design.body);
  if (unknown.length > 0)
    return {
      field: 'body',
      code: 'templates.unknown_placeholder',
      params: { placeholders: unknown.join('、') },
    };
  const texts = {
    title: design.title,
    body: design.body.replace(/\n/gu, ''),
    honorific: design.honorific,
    'seal.text': design.seal.kind === 'drawn' ? design.seal.text : '',
  };
  for (const [field, value] of Object.entries(texts)) {
    const missing = undrawableIn(value);
    if (missing.length > 0)
      return { field, code: 'templates.glyph_missing', params: { characters: missing.join('、') } };
  }
  return null;
}

/** The pictures that a design refers to, with the fields that refer to them. */
export function imagesOf(design: SheetDesign): { field: string; imageId: string }[] {
  return [
    ...(design.seal.kind === 'image' ? [{ field: 'seal.imageId', imageId: design.seal.imageId }] : []),
    ...(design.logo ? [{ field: 'logo', imageId: design.logo }] : []),
  ];
}
