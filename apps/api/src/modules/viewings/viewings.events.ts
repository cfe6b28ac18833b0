/** Somebody was credited with a film seen as a whole at a group viewing. Told again where nothing changed. */
export const creditGranted = 'viewings.credit_granted';
/** Such a credit was taken back; others of the same person and film may still stand. */
export const creditRevoked = 'viewings.credit_revoked';

export interface ShowingCredited {
  personId: string;
  videoId: string;
}
