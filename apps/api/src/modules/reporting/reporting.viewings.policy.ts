import type { GroupViewingReportRow } from '@kizuna/shared/contracts/reporting';
import type { GroupViewingSummary } from '@kizuna/shared/contracts/viewings';

type Figures = Omit<GroupViewingReportRow, 'label'>;

/** The label of a showing, by which it is grouped; null if it has none. */
export type LabelOf = (viewing: GroupViewingSummary) => string | null;

/** The figures for some showings: only those recorded as held count people; stopped ones are counted separately. */
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

/** The figures by label, largest number of people first. */
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
