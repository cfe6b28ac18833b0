/** Statements that cannot be checked because the source does not say what they are, by file. */
export const textFromElsewhere: { file: string; statements: number; because: string }[] = [
  { file: 'src/platform/jobs/jobs.ts', statements: 2, because: 'pg-boss writes its statements itself' },
];
