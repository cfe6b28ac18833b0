/** One measured figure; bench and faults print one line of JSON for each. */
export interface Figure {
  name: string;
  value: number;
  unit: string;
  /** The condition, e.g. `>= 400`; `-` where the figure is only reported. */
  bar: string;
  /** A value from the same run to compare with; null if the limit is absolute. */
  reference: number | null;
  ok: boolean;
}

/** Collects and prints figures; a program succeeds if all of them are within their limits. */
export class Figures {
  readonly #all: Figure[] = [];

  /** The value must be at least `bar`. */
  atLeast(name: string, value: number, bar: number, unit: string, reference: number | null = null): void {
    this.#add({ name, value, unit, bar: `>= ${bar}`, reference, ok: value >= bar });
  }

  /** The value must be at most `bar`. */
  atMost(name: string, value: number, bar: number, unit: string, reference: number | null = null): void {
    this.#add({ name, value, unit, bar: `<= ${bar}`, reference, ok: value <= bar });
  }

  /** The value must be exactly `bar`: for counts of what must not happen. */
  exactly(name: string, value: number, bar: number, unit: string): void {
    this.#add({ name, value, unit, bar: `= ${bar}`, reference: null, ok: value === bar });
  }

  /** Reported only: no limit applies. */
  note(name: string, value: number, unit: string, reference: number | null = null): void {
    this.#add({ name, value, unit, bar: '-', reference, ok: true });
  }

  /** Whether every figure is within its limit. */
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
