/** Texts of DateField. */
export const dateField = {
  /** how people write year 1 of an era */
  firstYear: '元',
  western: '西暦',
} as const;
