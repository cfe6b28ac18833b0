/** A person's answer about the name as it will be printed: この字で, 別の形で, 筆で, 字がちがう. */
export const nameChoices = ['as_registered', 'other_form', 'brush', 'wrong'] as const;
export type NameChoice = (typeof nameChoices)[number];

/**
 * The current state of a name confirmation: 未確認, 確認済, 確認済(筆で書く), 別の形でよい (the office has to change
 * the registered name), 字がちがう.
 */
export const nameConfirmationStates = ['unconfirmed', 'confirmed', 'brush', 'form_agreed', 'wrong'] as const;
export type NameConfirmationState = (typeof nameConfirmationStates)[number];

/** Who gave the answer, and how: in マイページ, by phone, at the counter. */
export const confirmedBy = ['self', 'phone', 'counter'] as const;
export type ConfirmedBy = (typeof confirmedBy)[number];
