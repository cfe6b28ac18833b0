/** A mail that did not go. `permanent`: the server refused it for good (5xx); trying again cannot help. */
export class MailFailed extends Error {
  constructor(
    readonly permanent: boolean,
    /** The server's reply code, e.g. 550, or undefined where it could not be reached. */
    readonly responseCode: number | undefined,
    override readonly cause: unknown,
  ) {
    super(`mail failed (${responseCode ?? 'no answer'})`);
    this.name = 'MailFailed';
  }
}
