/** A write or a lock was attempted outside of `Transactions.run`: a bug in the code, not a bad request. */
export class OutsideTransaction extends Error {
  constructor(what: string) {
    super(`a write or a lock outside of a transaction: ${what.trim().slice(0, 120)}`);
  }
}
