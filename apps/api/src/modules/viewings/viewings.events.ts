/** A person was credited with a whole film seen at a group viewing. Also published again if nothing changed. */
export const creditGranted = 'viewings.credit_granted';
/** Such a credit was revoked; other credits of the same person and film may remain. */
export const creditRevoked = 'viewings.credit_revoked';

export interface ShowingCredited {
  personId: string;
  videoId: string;
}
