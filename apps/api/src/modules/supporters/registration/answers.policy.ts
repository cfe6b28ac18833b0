import type { SupporterAnswers } from '@kizuna/shared/contracts/supporters';
import type { SupporterContact, SupporterReach, SupporterSlot } from '@kizuna/shared/vocabulary/supporters';

/** The answers as stored in a registration. */
export interface AnswerColumns {
  activityIds: string[];
  note: string | null;
  slots: SupporterSlot[];
  reach: SupporterReach;
  districtIds: string[];
  contactBy: SupporterContact;
  emergencyName: string | null;
  emergencyPhone: string | null;
}

/** The pages of the form as columns. A given page is always complete: what it leaves empty becomes empty. */
export function answerColumns(answers: SupporterAnswers): AnswerColumns;
export function answerColumns(answers: Partial<SupporterAnswers>): Partial<AnswerColumns>;
/** Only the columns of the given pages. */
export function answerColumns({
  wishes,
  times,
  places,
  contact,
}: Partial<SupporterAnswers>): Partial<AnswerColumns> {
  return {
    ...(wishes && { activityIds: unique(wishes.activityIds), note: wishes.note || null }),
    ...(times && { slots: unique(times.slots) }),
    ...(places && { reach: places.reach, districtIds: unique(places.districtIds) }),
    ...(contact && {
      contactBy: contact.contactBy,
      emergencyName: contact.emergencyName ?? null,
      emergencyPhone: contact.emergencyPhone ?? null,
    }),
  };
}

/** The columns that would change. The order in which boxes were ticked is ignored. */
export function changedColumns(
  before: AnswerColumns,
  answers: Partial<SupporterAnswers>,
): Partial<AnswerColumns> {
  const after = answerColumns(answers);
  const changed = (Object.keys(after) as (keyof AnswerColumns)[]).filter(
    (column) => comparable(before[column]) !== comparable(after[column]),
  );
  return Object.fromEntries(changed.map((column) => [column, after[column]]));
}

function comparable(value: AnswerColumns[keyof AnswerColumns] | undefined): string {
  return JSON.stringify(Array.isArray(value) ? value.toSorted() : (value ?? null));
}

function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}
