/** One word; the pair of identifier and Japanese is fixed in code, screens and talk ("—": never on screen). */
export type GlossaryRow = readonly [
  term: string,
  japanese: string,
  reading: string,
  meaning: string,
  notToBeConfusedWith?: string,
];

/** The words of each area of the product. */
export type GlossaryRows = Readonly<Record<string, readonly GlossaryRow[]>>;
