import type { SupporterActivityView, SupporterView } from '@kizuna/shared/contracts/supporters';
import type { AnswerProps } from './answer-props.ts';

/** The answers of a registration as form values. */
export function keptAnswers(view: SupporterView): AnswerProps['kept'] {
  return {
    wishes: { activityIds: view.activities.map(({ id }) => id), note: view.note ?? undefined },
    times: { slots: view.slots },
    places: { reach: view.reach, districtIds: view.districts.map(({ id }) => id) },
    contact: {
      contactBy: view.contactBy,
      emergencyName: view.emergencyName ?? undefined,
      emergencyPhone: view.emergencyPhone ?? undefined,
    },
  };
}

/**
 * The activities that a supporter can choose: those on offer, and retired ones that the supporter has chosen already.
 */
export function offeredTo(
  activities: readonly SupporterActivityView[],
  view: SupporterView,
): SupporterActivityView[] {
  const kept = new Set(view.activities.map(({ id }) => id));
  return activities
    .filter(({ activityId, retired }) => !retired || kept.has(activityId))
    .map((each) => ({ ...each, retired: false }));
}
