import type { GroupViewingView } from '@kizuna/shared/contracts/viewings';
import { civilTimeOf } from '@kizuna/shared/rules/civil-date';

/** The form of a group viewing as filled in: texts as typed. */
export interface ViewingDraft {
  videoId: string;
  association: string;
  districtId: string;
  place: string;
  heldOn: string;
  from: string;
  to: string;
  expectedCount: string;
  othersCount: string;
  reason: string;
}

/** An empty form. */
export const emptyDraft: ViewingDraft = {
  videoId: '',
  association: '',
  districtId: '',
  place: '',
  heldOn: '',
  from: '',
  to: '',
  expectedCount: '',
  othersCount: '',
  reason: '',
};

/** The form values of an existing showing. */
export function draftOf(viewing: GroupViewingView): ViewingDraft {
  return {
    videoId: viewing.film.videoId,
    association: viewing.association,
    districtId: viewing.districtId ?? '',
    place: viewing.place,
    heldOn: viewing.heldOn,
    from: civilTimeOf(new Date(viewing.startsAt)),
    to: civilTimeOf(new Date(viewing.endsAt)),
    expectedCount: String(viewing.expectedCount),
    othersCount: viewing.othersCount === null ? '' : String(viewing.othersCount),
    reason: '',
  };
}
