/** Something around the film went wrong (no room, killed, out of memory); another attempt may do it. */
export class WorkInterrupted extends Error {
  constructor(why: string) {
    super(why);
    this.name = 'WorkInterrupted';
  }
}
