import { z } from 'zod';
import { supporterId } from '../vocabulary/ids.js';
import { civilDate, instant, pageOf } from './fields.js';

/** A card that the office can print. */
const CardItem = z.object({
  supporterId,
  name: z.string(),
  kana: z.string(),
  number: z.string(),
  validUntil: civilDate,
  /** When the card with this expiry date was printed; null if it is due. */
  printedOn: civilDate.nullable(),
  /** Characters of the name that no font can draw: such a card cannot be printed. */
  undrawable: z.array(z.string()),
});
export const CardList = pageOf(CardItem).meta({ id: 'CardList' });
export type CardList = z.infer<typeof CardList>;

/** Whose cards to print, in the order on the sheets. */
export const CardSheetBody = z
  .object({ supporterIds: z.array(supporterId).min(1, { error: 'supporters.nothing_chosen' }).max(500) })
  .meta({ id: 'CardSheetBody' });
export type CardSheetBody = z.infer<typeof CardSheetBody>;

/**
 * The public answer to the QR code of a card: whether it is valid, and just enough of the name to notice somebody
 * else's card.
 */
export const SupporterCardCheck = z
  .object({
    number: z.string(),
    maskedName: z.string(),
    standing: z.enum(['valid', 'on_leave', 'not_valid']),
    validUntil: civilDate,
    issuer: z.string(),
    checkedAt: instant,
  })
  .meta({ id: 'SupporterCardCheck' });
export type SupporterCardCheck = z.infer<typeof SupporterCardCheck>;
