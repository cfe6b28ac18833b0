/** valid 有効, replaced 再交付により失効, revoked 取消. */
export const certificateStates = ['valid', 'replaced', 'revoked'] as const;
export type CertificateState = (typeof certificateStates)[number];
