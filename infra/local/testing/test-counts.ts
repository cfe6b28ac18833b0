import { existsSync, readFileSync } from 'node:fs';

/** How many tests ended with which result. */
export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

interface JestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  /** Files that could not even be loaded. */
  numRuntimeErrorTestSuites: number;
}

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  errors: unknown[];
}

/** Reads the output of `jest --json --outputFile`; undefined if it wrote nothing. */
export function readJestCounts(file: string): Counts | undefined {
  const report = readReport<JestReport>(file);
  return (
    report && {
      passed: report.numPassedTests,
      failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
      skipped: report.numPendingTests + report.numTodoTests,
    }
  );
}

/** Reads the output of Playwright's JSON reporter; undefined if it wrote nothing. */
export function readPlaywrightCounts(file: string): Counts | undefined {
  const report = readReport<PlaywrightReport>(file);
  return (
    report && {
      passed: report.stats.expected,
      // a flaky test does not pass
      failed: report.stats.unexpected + report.stats.flaky + report.errors.length,
      skipped: report.stats.skipped,
    }
  );
}

/**
 * The counts of a stage for the total: a stage that aborted, or found no tests, is a failure and never a silent pass.
 */
export function settleCounts(counts: Counts | undefined, exitCode: number): Counts {
  const known = counts ?? { passed: 0, failed: 0, skipped: 0 };
  const broken = known.failed === 0 && (exitCode !== 0 || known.passed === 0);
  return broken ? { ...known, failed: 1 } : known;
}

/** The sum of all stages. */
export function addCounts(all: Counts[]): Counts {
  return all.reduce(
    (sum, one) => ({
      passed: sum.passed + one.passed,
      failed: sum.failed + one.failed,
      skipped: sum.skipped + one.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );
}

/** The closing line of `npm test`. */
export function closingLine(counts: Counts): string {
  return `${counts.passed} passed, ${counts.failed} failed${counts.skipped > 0 ? `, ${counts.skipped} skipped` : ''}`;
}

function readReport<T>(file: string): T | undefined {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as T) : undefined;
}
