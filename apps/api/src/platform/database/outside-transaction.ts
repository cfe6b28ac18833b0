/** A write or a lock was asked for outside of `Transactions.run`: a mistake in the code, not of a request. */
export class OutsideTransaction extends Error {
  constructor(what: string) {
    super(`a write or a lock outside of a transaction: ${what.trim().slice(0, 120)}`);
  }
}
