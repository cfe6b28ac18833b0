/** One measured figure as bench and faults print it, one line of JSON each. */
export interface Figure {
  name: string;
  value: number;
  unit: string;
  /** What must hold, e.g. `>= 400`. */
  bar: string;
  /** What the value is compared with, measured in the same run; null where the bar is absolute. */
  reference: number | null;
  ok: boolean;
}

/** Collects and prints figures; a program is good when all of them are. */
export class Figures {
  readonly #all: Figure[] = [];

  /** Value must be at least `bar`. */
  atLeast(name: string, value: number, bar: number, unit: string, reference: number | null = null): void {
    this.#add({ name, value, unit, bar: `>= ${bar}`, reference, ok: value >= bar });
  }

  /** Value must be at most `bar`. */
  atMost(name: string, value: number, bar: number, unit: string, reference: number | null = null): void {
    this.#add({ name, value, unit, bar: `<= ${bar}`, reference, ok: value <= bar });
  }

  /** Value must be exactly `bar`: counts of what must not happen. */
  exactly(name: string, value: number, bar: number, unit: string): void {
    this.#add({ name, value, unit, bar: `= ${bar}`, reference: null, ok: value === bar });
  }

  /** Whether every figure held. */
  get ok(): boolean {
    return this.#all.length > 0 && this.#all.every((figure) => figure.ok);
  }

  #add(figure: Figure): void {
    const round = (n: number) => Math.round(n * 1000) / 1000;
    const value = round(figure.value);
    const reference = figure.reference === null ? null : round(figure.reference);
    this.#all.push(figure);
    process.stdout.write(`${JSON.stringify({ ...figure, value, reference })}\n`);
  }
}
