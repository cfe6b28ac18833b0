/** What became of a certificate: 印刷, メールでお知らせ, ダウンロード, 手渡し, 郵送. */
export const deliveryKinds = ['printed', 'mailed', 'downloaded', 'handed_over', 'posted'] as const;
export type DeliveryKind = (typeof deliveryKinds)[number];

/** What the office itself records of a certificate; the rest records itself. */
export const deliveriesByHand = ['handed_over', 'posted'] as const satisfies readonly DeliveryKind[];

/** The states of a line: those of a certificate, 紙の台帳から転記, and a transcript that was struck out. */
export const ledgerStates = ['valid', 'replaced', 'revoked', 'recorded', 'struck'] as const;
export type LedgerState = (typeof ledgerStates)[number];

/** What a person says of the name as it will be printed: この字で, 別の形で, 筆で, 字がちがう. */
export const nameChoices = ['as_registered', 'other_form', 'brush', 'wrong'] as const;
export type NameChoice = (typeof nameChoices)[number];

/** Who said it, and how: in マイページ, on the telephone, at the counter. */
export const confirmedBy = ['self', 'phone', 'counter'] as const;
export type ConfirmedBy = (typeof confirmedBy)[number];

/**
 * Where the confirmation of a name stands today: 未確認, 確認済, 確認済(筆で書く), 別の形でよい (the office has to change the
 * registered name), 字がちがう.
 */
export const nameConfirmationStates = ['unconfirmed', 'confirmed', 'brush', 'form_agreed', 'wrong'] as const;
export type NameConfirmationState = (typeof nameConfirmationStates)[number];
