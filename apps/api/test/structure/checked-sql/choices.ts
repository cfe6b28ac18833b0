/** Thrown where the text of a statement cannot be known without running the program. */
export class NotStatic extends Error {}

/** How many variants of a statement are looked at. */
const mostVariants = 64;

/**
 * The answers to questions that only a running program can answer: which branch a condition takes, who calls a
 * function. The same question gets the same answer within one variant, so that a condition that adds a parameter to the
 * text adds it to the list of parameters too.
 */
export class Choices {
  readonly asked: { key: string; options: number }[] = [];
  private readonly answers: Map<string, number>;

  /** @param otherwise what is taken where `answers` say nothing */
  constructor(
    answers: ReadonlyMap<string, number>,
    private readonly otherwise: 'first' | 'last',
  ) {
    this.answers = new Map(answers);
  }

  /** A number from 0 to `options` - 1. @throws NotStatic with the question where there is no option */
  take(key: string, options: number, question: string): number {
    if (options === 0) throw new NotStatic(question);
    const known = this.answers.get(key);
    if (known !== undefined) return known;
    const answer = this.otherwise === 'first' ? 0 : options - 1;
    this.answers.set(key, answer);
    this.asked.push({ key, options });
    return answer;
  }
}

/**
 * What `run` answers for every combination of choices that it asks for. Where they are more than 64, for those that
 * depart from the first choice in the fewest places; the one that departs from it everywhere is always among them.
 */
export function everyVariant<T>(run: (choices: Choices) => T): T[] {
  const results = [run(new Choices(new Map(), 'last'))];
  const open: ReadonlyMap<string, number>[] = [new Map()];
  for (let answers = open.shift(); answers && results.length < mostVariants; answers = open.shift()) {
    const choices = new Choices(answers, 'first');
    results.push(run(choices));
    const before = new Map(answers);
    for (const { key, options } of choices.asked) {
      for (let other = 1; other < options; other += 1) open.push(new Map(before).set(key, other));
      before.set(key, 0);
    }
  }
  return results;
}
