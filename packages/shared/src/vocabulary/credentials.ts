/** The forms in which one's own credential can be taken along. */
export const credentialForms = ['json', 'jwt', 'svg', 'png'] as const;
export type CredentialForm = (typeof credentialForms)[number];

/** What the check of a credential finds. */
export const credentialOutcomes = ['valid', 'replaced', 'revoked', 'refused'] as const;
export type CredentialOutcome = (typeof credentialOutcomes)[number];

/**
 * Why one is refused: no credential in it; not of the form that is issued here; another issuer; a key or an algorithm
 * that is not ours; never issued; not what was issued; signed wrongly.
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
