import { wordsAfterTheCourse } from './glossary-after-the-course.js';
import { wordsBeforeTheCourse } from './glossary-before-the-course.js';
import { wordsInTheCourse } from './glossary-in-the-course.js';
import type { GlossaryRows } from './glossary-row.js';

export type { GlossaryRow } from './glossary-row.js';

/** The terms of the product by area; docs/glossary.md is generated from them. */
export const glossary: GlossaryRows = {
  ...wordsBeforeTheCourse,
  ...wordsInTheCourse,
  ...wordsAfterTheCourse,
};
