/**
 * A password-reset mail is due. `token` and `code` exist in clear text only in this payload, which the outbox empties
 * after delivery (`sensitive`); the tables hold their hashes.
 */
export const passwordResetRequested = 'people.password_reset_requested';
/** The same, for a person invited by the office or an administrator. */
export const invitationRequested = 'people.invitation_requested';

export interface PasswordMailRequested {
  personId: string;
  name: string;
  email: string;
  /** For the link: `<publicOrigin>/password-reset/new?token=…`; opening it consumes nothing. */
  token: string;
  /** Six digits, for people who cannot open the link on the right device. */
  code: string;
  expiresAt: string;
}

/**
 * An address was entered in the reset form. Handled by this module after the response, so that the response always
 * takes equally long.
 */
export const passwordResetAsked = 'people.password_reset_asked';

export interface PasswordResetAsked {
  email: string;
}

/** The office changed a person's details. */
export const personEdited = 'people.person_edited';

export interface PersonEdited {
  personId: string;
  changedFields: string[];
}
