/** The forms in which a learner can download a credential. */
export const credentialForms = ['json', 'jwt', 'svg', 'png'] as const;
export type CredentialForm = (typeof credentialForms)[number];

/** The outcomes of checking a credential. */
export const credentialOutcomes = ['valid', 'replaced', 'revoked', 'refused'] as const;
export type CredentialOutcome = (typeof credentialOutcomes)[number];

/**
 * Why a credential is refused: the input contains none; not in a form issued here; another issuer; a key or algorithm
 * that is not ours; never issued; differs from what was issued; invalid signature.
 */
export const credentialRefusals = [
  'unreadable',
  'form',
  'issuer',
  'key',
  'unknown',
  'altered',
  'signature',
] as const;
export type CredentialRefusal = (typeof credentialRefusals)[number];
