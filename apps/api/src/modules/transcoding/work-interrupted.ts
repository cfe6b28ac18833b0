/** A failure not caused by the film (disk full, killed, out of memory); another attempt may succeed. */
export class WorkInterrupted extends Error {
  constructor(why: string) {
    super(why);
    this.name = 'WorkInterrupted';
  }
}
