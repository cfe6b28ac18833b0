import type { SupporterActivityView, SupporterView } from '@kizuna/shared/contracts/supporters';
import type { AnswerProps } from './answer-props.ts';

/** The answers of a registration as the fields of the form take them. */
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

/** What somebody may choose from: who has chosen an activity that is offered no longer may keep it. */
export function offeredTo(
  activities: readonly SupporterActivityView[],
  view: SupporterView,
): SupporterActivityView[] {
  const kept = new Set(view.activities.map(({ id }) => id));
  return activities
    .filter(({ activityId, retired }) => !retired || kept.has(activityId))
    .map((each) => ({ ...each, retired: false }));
}
