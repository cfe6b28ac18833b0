/** valid 有効, replaced 再交付により失効, revoked 取消. */
export const certificateStates = ['valid', 'replaced', 'revoked'] as const;
export type CertificateState = (typeof certificateStates)[number];

/** Why a copy was reissued (再交付): lost 紛失, name_changed 氏名の変更・訂正, damaged 破損. */
export const reissueReasons = ['lost', 'name_changed', 'damaged'] as const;
export type ReissueReason = (typeof reissueReasons)[number];

/** State of one person in a 一括発行: waiting 順番待ち, issued 発行済み, refused 発行できず. */
export const batchItemStates = ['waiting', 'issued', 'refused'] as const;
export type BatchItemState = (typeof batchItemStates)[number];
