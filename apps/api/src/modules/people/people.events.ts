/**
 * A mail with a chance to set a password is due. `token` and `code` exist in clear text only in this payload, which the
 * outbox empties once it was told (`sensitive`); the tables hold their hashes.
 */
export const passwordResetRequested = 'people.password_reset_requested';
/** The same, for somebody whom the office or an administrator invited. */
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

/** Somebody typed an address into the reset form. Told to this module itself, so that the answer takes equally long. */
export const passwordResetAsked = 'people.password_reset_asked';

export interface PasswordResetAsked {
  email: string;
}

/** A person's details were changed by the office. */
export const personEdited = 'people.person_edited';

export interface PersonEdited {
  personId: string;
  changedFields: string[];
}
