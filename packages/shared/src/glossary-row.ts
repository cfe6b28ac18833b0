/** One term; the pair of identifier and Japanese is the same in code, on screens and in conversation ("—": never on screen). */
export type GlossaryRow = readonly [
  term: string,
  japanese: string,
  reading: string,
  meaning: string,
  notToBeConfusedWith?: string,
];

/** The terms of each area of the product. */
export type GlossaryRows = Readonly<Record<string, readonly GlossaryRow[]>>;
