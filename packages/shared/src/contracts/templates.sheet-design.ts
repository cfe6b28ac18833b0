/** The design of a 修了証 as data: stored in a template, edited in the editor, drawn by the typesetting. */
import { z } from 'zod';
import { templateImageId } from '../vocabulary/ids.js';
import {
  isVertical,
  sheetBorders,
  sheetLanguages,
  sheetLayouts,
  sheetNumerals,
  sheetQrPlaces,
  sheetTypefaces,
} from '../vocabulary/templates.js';
import { lengthInCharacters } from '../rules/text.js';
import { line, text } from './fields.js';

const oneOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(values, { error: 'platform.invalid_input' });

/** Maximum lengths of 本文, seal and title; up to these every layout is guaranteed to fit. */
export const sheetLimits = { title: 12, body: 400, cardBody: 120, seal: 16, honorific: 4 } as const;

export const SheetSeal = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('drawn'), text: line(sheetLimits.seal) }),
  z.object({ kind: z.literal('image'), imageId: templateImageId }),
]);
export type SheetSeal = z.infer<typeof SheetSeal>;

/**
 * `version` is the version of this format. A later format is supported beside it, because stored versions are never
 * rewritten.
 */
export const SheetDesign = z
  .object({
    version: z.literal(1),
    layout: oneOf(sheetLayouts),
    language: oneOf(sheetLanguages),
    typeface: oneOf(sheetTypefaces),
    numerals: oneOf(sheetNumerals),
    border: oneOf(sheetBorders),
    title: line(sheetLimits.title),
    /** May contain placeholders such as `{{courseTitle}}`; line breaks as typed. */
    body: text(sheetLimits.body).refine((v) => v !== '', { error: 'platform.required' }),
    /** Follows the name: 殿, 様, さん, or nothing. */
    honorific: text(sheetLimits.honorific),
    showNumber: z.boolean(),
    showKana: z.boolean(),
    showBirthDate: z.boolean(),
    showCompletedOn: z.boolean(),
    seal: SheetSeal,
    logo: templateImageId.nullable(),
    qr: oneOf(sheetQrPlaces),
  })
  .refine((design) => !(design.language === 'en' && isVertical(design.layout)), {
    error: 'templates.english_is_horizontal',
    path: ['language'],
  })
  .refine((design) => design.layout !== 'card' || lengthInCharacters(design.body) <= sheetLimits.cardBody, {
    error: 'templates.card_body_too_long',
    path: ['body'],
  })
  .meta({ id: 'SheetDesign' });
export type SheetDesign = z.infer<typeof SheetDesign>;
