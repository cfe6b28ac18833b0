/**
 * Routes (supporters: cards, 登録証):
 *  GET  /api/me/supporters/:supporterId/card        supporter.self → PDF (登録証)
 *  GET  /api/office/supporters/:supporterId/card    supporter.read → PDF
 *  GET  /api/office/supporter-cards                 supporter.read  CardSheetQuery → PDF (A4, ten a sheet)
 *  GET  /api/supporter-cards/:publicCode            public → SupporterCardCheck (404 supporters.card_unknown)
 */
import { z } from 'zod';
import { supporterId } from '../vocabulary/ids.js';
import { civilDate, instant } from './fields.js';

/** Whose cards; without ids those of everybody who is active. */
export const CardSheetQuery = z
  .object({
    supporterIds: z
      .union([supporterId, z.array(supporterId).max(500)])
      .transform((ids) => [ids].flat())
      .optional(),
  })
  .meta({ id: 'CardSheetQuery' });
export type CardSheetQuery = z.infer<typeof CardSheetQuery>;

/** What the QR code of a card says to anybody: whether it is valid, and just enough of the name to see whose it is not. */
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
