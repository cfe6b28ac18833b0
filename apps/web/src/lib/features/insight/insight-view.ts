import type { FilmInsight, InsightPoint } from '@kizuna/shared/contracts/insight';
import { formatDuration } from '#lib/i18n/format.ts';
import { insight as m } from '#lib/i18n/messages/ja/insight.ts';
import { t } from '#lib/i18n/t.ts';

/** The measures that a chart can draw. */
export type Measure = 'people' | 'rewatched' | 'stops';

/** The maximum number of rows in the table: as many as a person reads. */
const mostRows = 20;
const rowSteps = [5, 10, 15, 20, 30, 60, 120, 300, 600, 900].map((seconds) => seconds * 1_000);

/** Formats milliseconds as 「2:05」 or 「1:00:05」. */
export function filmTime(ms: number): string {
  const seconds = Math.floor(ms / 1_000);
  const two = (value: number) => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3_600);
  const minutes = Math.floor(seconds / 60) % 60;
  return `${hours > 0 ? `${hours}:${two(minutes)}` : minutes}:${two(seconds % 60)}`;
}

export interface Block {
  fromMs: number;
  toMs: number;
  least: number;
  most: number;
  rewatched: number;
  stops: number;
}

/** Combines the points into parts of the film for a table. */
export function blocksOf(points: readonly InsightPoint[]): Block[] {
  const durationMs = points.at(-1)?.toMs ?? 0;
  const step = rowSteps.find((ms) => durationMs / ms <= mostRows) ?? durationMs;
  const blocks = new Map<number, Block>();
  for (const point of points) {
    const number = Math.floor(point.fromMs / step);
    const block = blocks.get(number);
    if (!block) {
      const { people, ...rest } = point;
      blocks.set(number, { ...rest, least: people, most: people });
      continue;
    }
    block.toMs = point.toMs;
    block.least = Math.min(block.least, point.people);
    block.most = Math.max(block.most, point.people);
    block.rewatched = Math.max(block.rewatched, point.rewatched);
    block.stops += point.stops;
  }
  return [...blocks.values()];
}

/** The outline of a measure over the film as a step function, for a drawing 1000 wide and 100 high. */
export function outlineOf(points: readonly InsightPoint[], measure: Measure, highest: number): string {
  const end = points.at(-1)?.toMs ?? 1;
  const x = (ms: number) => ((ms / end) * 1_000).toFixed(2);
  const y = (value: number) => (100 - (value / highest) * 100).toFixed(2);
  const steps = points.map((point) => `V${y(point[measure])}H${x(point.toMs)}`);
  return `M0 100${steps.join('')}V100Z`;
}

/** The top of a scale: the highest value, but at least 1. */
export function highestOf(points: readonly InsightPoint[], measure: Measure): number {
  return Math.max(1, ...points.map((point) => point[measure]));
}

/** A text alternative for a chart. */
export function summaryOf(points: readonly InsightPoint[], measure: Measure): string {
  const most = points.reduce((best, point) => (point[measure] > best[measure] ? point : best));
  const mostAt = filmTime(most.fromMs);
  if (measure === 'people') {
    const least = points.reduce((best, point) => (point.people < best.people ? point : best));
    const leastAt = filmTime(least.fromMs);
    return t(m.peopleSummary, { most: most.people, mostAt, least: least.people, leastAt });
  }
  if (measure === 'rewatched')
    return most.rewatched === 0 ? m.rewatchedNone : t(m.rewatchedSummary, { most: most.rewatched, mostAt });
  return most.stops === 0 ? m.stopsNone : t(m.stopsSummary, { most: most.stops, mostAt });
}

/** The counts of a film as text, in the order of the page. */
export function figuresOf({ totals, groupViewing, video }: FilmInsight) {
  const { medianMs } = totals;
  const median = medianMs === null ? m.noMedian : medianOf(medianMs, video.durationMs);
  const people = (count: number) => t(m.people, { count });
  const { people: present, viewings } = groupViewing;
  const failed = { reports: totals.failedReports, playbacks: totals.playbacksWithFailures };
  return [
    ...(totals.enrolled === null
      ? []
      : [{ key: 'enrolled', term: m.enrolled, value: people(totals.enrolled) }]),
    { key: 'watched', term: m.watched, value: people(totals.watched) },
    { key: 'done', term: m.done, value: people(totals.done) },
    { key: 'notDone', term: m.notDone, value: people(totals.notDone) },
    ...(totals.notStarted === null
      ? []
      : [{ key: 'notStarted', term: m.notStarted, value: people(totals.notStarted) }]),
    { key: 'viewing', term: m.groupViewing, value: t(m.groupViewingOf, { people: present, viewings }) },
    { key: 'median', term: m.median, value: median },
    { key: 'playbacks', term: m.playbacks, value: t(m.times, { count: totals.playbacks }) },
    { key: 'rewatched', term: m.rewatched, value: formatDuration(totals.rewatchedMs / 1_000) },
    {
      key: 'failed',
      term: m.failed,
      value: failed.reports === 0 ? m.failedNone : t(m.failedOf, failed),
    },
  ];
}

function medianOf(medianMs: number, durationMs: number): string {
  const percent = Math.floor((medianMs * 100) / durationMs);
  return t(m.medianOf, { length: formatDuration(medianMs / 1_000), percent });
}
