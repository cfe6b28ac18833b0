import { z } from 'zod';
import { isCivilDate } from '../rules/civil-date.js';
import {
  hasForbiddenCharacter,
  hasForbiddenCharacterInText,
  isKana,
  isPhoneNumber,
  lengthInCharacters,
} from '../rules/text.js';

/** Building blocks of the contracts. A Zod message is always an error code, never a text. */
export const line = (max: number, required = 'platform.required', tooLong = 'platform.too_long') =>
  z
    .string({ error: required })
    .trim()
    .min(1, { error: required })
    .refine((v) => lengthInCharacters(v) <= max && v.length <= max * 8, { error: tooLong })
    .refine((v) => !hasForbiddenCharacter(v), { error: 'platform.forbidden_character' });

/** Text of several lines; `max` in characters as a person counts them. */
export const text = (max: number) =>
  z
    .string({ error: 'platform.required' })
    .trim()
    .refine((v) => lengthInCharacters(v) <= max && v.length <= max * 8, { error: 'platform.too_long' })
    .refine((v) => !hasForbiddenCharacterInText(v), { error: 'platform.forbidden_character' });

export const name = line(200, 'people.name_required', 'people.name_too_long');
export const kana = line(200, 'people.kana_required', 'people.name_too_long').refine(isKana, {
  error: 'people.kana_invalid',
});
/** A civil date `YYYY-MM-DD` that exists. */
export const civilDate = z
  .string({ error: 'platform.required' })
  .refine(isCivilDate, { error: 'platform.invalid_input' });
export const birthDate = z
  .string({ error: 'people.birth_date_invalid' })
  .refine((v) => isCivilDate(v) && v >= '1890-01-01', { error: 'people.birth_date_invalid' });
export const phone = line(40, 'people.phone_invalid').refine(isPhoneNumber, {
  error: 'people.phone_invalid',
});
export const email = line(254, 'people.email_invalid').pipe(z.email({ error: 'people.email_invalid' }));
export const postalCode = line(10).refine((v) => /^\d{3}-?\d{4}$/.test(v.normalize('NFKC')), {
  error: 'people.postal_code_invalid',
});
/** `HH:MM` */
export const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'platform.invalid_input' });
/** An instant in ISO 8601 with offset or Z. */
export const instant = z.iso.datetime({ offset: true });
export const count = z.number().int().nonnegative();
/** An opaque cursor of a keyset-paged list. */
export const cursor = z.string().max(400);

/** A page of a list; `nextCursor` is null on the last one. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() });

/** Query parameters that all lists share. */
export const listQuery = {
  q: z.string().trim().max(200).optional(),
  cursor: cursor.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
};

export const Done = z.object({ done: z.literal(true) }).meta({ id: 'Done' });
export type Done = z.infer<typeof Done>;
