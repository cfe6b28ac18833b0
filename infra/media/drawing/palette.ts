/** The palette of all drawings: a deep blue close to that of the Digital Agency, warm whites, coral for 絆. */
export const palette = {
  /** Outlines and eyes. */
  line: '#1F2B5B',
  /** The main colour of the product; used for accents and title cards. */
  main: '#0017C1',
  blue: '#6C8BE3',
  sky: '#D9E6FF',
  mist: '#EEF4FF',
  /** Background: a warm white. */
  paper: '#FFFBF5',
  cream: '#FFF0DC',
  sand: '#E8CFAE',
  /** Coral represents 絆, the tie between people; the thread is always this colour. */
  coral: '#EE7B6C',
  blush: '#FACCC2',
  green: '#66A88A',
  leaf: '#CDE7D8',
  sun: '#F7D184',
  skin: '#FDE4D0',
  silver: '#D5D9E4',
  ink: '#414866',
  brown: '#8A6654',
} as const;

/** Width of every outline, in user units. */
export const lineWidth = 4;
