import { wordsAfterTheCourse } from './glossary-after-the-course.js';
import { wordsBeforeTheCourse } from './glossary-before-the-course.js';
import { wordsInTheCourse } from './glossary-in-the-course.js';
import type { GlossaryRows } from './glossary-row.js';

export type { GlossaryRow } from './glossary-row.js';

/** The words of the product by area, from which docs/glossary.md is written. */
export const glossary: GlossaryRows = {
  ...wordsBeforeTheCourse,
  ...wordsInTheCourse,
  ...wordsAfterTheCourse,
};
