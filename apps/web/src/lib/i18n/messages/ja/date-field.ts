/** Words of DateField. */
export const dateField = {
  western: '西暦',
} as const;
