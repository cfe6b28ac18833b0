import { z } from 'zod';
import { CompletionView } from './completion.js';
import { FilmInsight, InsightPeople } from './insight.js';
import { RunProgressList } from './learning.js';
import { DistrictView } from './people.js';
import { CandidateList, GroupViewingView, ShowableFilm } from './viewings.js';

/** The pages of those who teach and of those who hold group viewings; the office sees them too. */
export const RunProgressPage = z
  .object({ progress: RunProgressList, completions: z.array(CompletionView) })
  .meta({ id: 'RunProgressPage' });
export type RunProgressPage = z.infer<typeof RunProgressPage>;

export const FilmInsightPage = z
  .object({ film: FilmInsight, people: InsightPeople })
  .meta({ id: 'FilmInsightPage' });
export type FilmInsightPage = z.infer<typeof FilmInsightPage>;

export const NewViewingPage = z
  .object({ films: z.array(ShowableFilm), districts: z.array(DistrictView) })
  .meta({ id: 'NewViewingPage' });
export type NewViewingPage = z.infer<typeof NewViewingPage>;

export const ViewingFormPage = NewViewingPage.extend({ viewing: GroupViewingView }).meta({
  id: 'ViewingFormPage',
});
export type ViewingFormPage = z.infer<typeof ViewingFormPage>;

export const ViewingRosterPage = z
  .object({
    viewing: GroupViewingView,
    /** Null where nobody may be looked up. */
    candidates: CandidateList.nullable(),
  })
  .meta({ id: 'ViewingRosterPage' });
export type ViewingRosterPage = z.infer<typeof ViewingRosterPage>;
