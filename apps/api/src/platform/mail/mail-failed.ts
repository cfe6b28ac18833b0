/** A mail that could not be sent. `permanent`: the server rejected it for good (5xx); retrying cannot help. */
export class MailFailed extends Error {
  constructor(
    readonly permanent: boolean,
    /** The server's reply code, e.g. 550, or undefined if it could not be reached. */
    readonly responseCode: number | undefined,
    override readonly cause: unknown,
  ) {
    super(`mail failed (${responseCode ?? 'no answer'})`);
    this.name = 'MailFailed';
  }
}
