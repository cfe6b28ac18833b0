/** What has happened with a certificate: 印刷, メールでお知らせ, ダウンロード, 手渡し, 郵送. */
export const deliveryKinds = ['printed', 'mailed', 'downloaded', 'handed_over', 'posted'] as const;
export type DeliveryKind = (typeof deliveryKinds)[number];

/** The deliveries that the office records by hand; the system records the others. */
export const deliveriesByHand = ['handed_over', 'posted'] as const satisfies readonly DeliveryKind[];

/** The states of a ledger line: those of a certificate, 紙の台帳から転記, and a transcript that was struck out. */
export const ledgerStates = ['valid', 'replaced', 'revoked', 'recorded', 'struck'] as const;
export type LedgerState = (typeof ledgerStates)[number];
