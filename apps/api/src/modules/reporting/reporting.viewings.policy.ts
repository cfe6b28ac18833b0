import type { GroupViewingReportRow } from '@kizuna/shared/contracts/reporting';
import type { GroupViewingSummary } from '@kizuna/shared/contracts/viewings';

type Figures = Omit<GroupViewingReportRow, 'label'>;

/** Names of a group, in the order in which they are listed; null where a showing has none. */
export type LabelOf = (viewing: GroupViewingSummary) => string | null;

/** The figures of some showings: only what was recorded as held counts people; what was stopped is a number apart. */
export function figuresOf(viewings: readonly GroupViewingSummary[]): Figures {
  const held = viewings.filter(({ state }) => state === 'held');
  const sum = (of: (viewing: GroupViewingSummary) => number) =>
    held.reduce((total, viewing) => total + of(viewing), 0);
  const people = sum(({ attendeeCount, othersCount }) => attendeeCount + (othersCount ?? 0));
  const credited = sum(({ creditedCount }) => creditedCount);
  return {
    showings: held.length,
    interrupted: viewings.filter(({ state }) => state === 'interrupted').length,
    people,
    credited,
    notCredited: people - credited,
  };
}

/** The figures by a label, the largest number of people first. */
export function figuresBy(
  viewings: readonly GroupViewingSummary[],
  labelOf: LabelOf,
): GroupViewingReportRow[] {
  const groups = new Map<string | null, GroupViewingSummary[]>();
  for (const viewing of viewings) {
    const label = labelOf(viewing);
    groups.set(label, [...(groups.get(label) ?? []), viewing]);
  }
  return [...groups]
    .map(([label, some]) => ({ label, ...figuresOf(some) }))
    .toSorted((a, b) => b.people - a.people || ((a.label ?? '') < (b.label ?? '') ? -1 : 1));
}
