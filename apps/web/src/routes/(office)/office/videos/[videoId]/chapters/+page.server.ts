import { videoEndpoints } from '@kizuna/shared/contracts/video.endpoints';
import { parseCueTime, type Cue } from '@kizuna/shared/rules/captions';
import { fail, redirect } from '@sveltejs/kit';
import { editTime } from '#lib/features/video/office/edit-time.ts';
import { videoOffice as m } from '#lib/i18n/messages/ja/video-office.ts';
import { t } from '#lib/i18n/t.ts';
import { call } from '#lib/server/api-client.ts';
import { failFrom, textOf } from '#lib/server/form-helper.ts';
import type { FieldError } from '#lib/ui/field-error.ts';
import { filmOf } from '../film.server.ts';
import type { Actions, PageServerLoad } from './$types';

interface Row {
  from: string;
  name: string;
}
const spareRows = 3;
const empty: Row = { from: '', name: '' };

/** The film's chapters as rows, with some free ones. */
export const load: PageServerLoad = async (event) => {
  const film = await filmOf(event);
  const rows = film.chapters.map(({ fromMs, text }) => ({ from: editTime(fromMs), name: text }));
  return {
    title: t(m.chaptersTitle, { title: film.title }),
    film,
    rows: [...rows, ...Array.from({ length: spareRows }, () => empty)],
  };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const names = form.getAll('name').map((name) => String(name).trim());
    const rows = form.getAll('from').map((from, index) => ({ from: String(from), name: names[index] ?? '' }));
    try {
      const film = await call(event, videoEndpoints.getVideo, {
        params: { videoId: event.params.videoId ?? '' },
      });
      const { chapters, errors } = chaptersOf(rows, film.durationMs);
      if (errors.length > 0) return fail(400, { values: { rows }, errors });
      const revision = Number(textOf(form, 'revision'));
      await call(event, videoEndpoints.saveChapters, {
        params: { videoId: event.params.videoId ?? '' },
        body: { revision, chapters },
      });
    } catch (problem) {
      return failFrom(problem, { rows });
    }
    redirect(303, `/office/videos/${event.params.videoId}?done=chapters`);
  },
};

/** Rows as chapters: each lasts until the next one begins, the last until the end. Rows without a name vanish. */
function chaptersOf(
  rows: readonly Row[],
  durationMs: number | null,
): { chapters: Cue[]; errors: FieldError[] } {
  const errors: FieldError[] = [];
  const wrong = (index: number, field: 'from' | 'name', message: string) =>
    errors.push({ field: `${field}.${index}`, message });
  const starts: { fromMs: number; text: string }[] = [];
  rows.forEach((row, index) => {
    const number = index + 1;
    const fromMs = parseCueTime(row.from.normalize('NFKC'));
    if (row.name === '')
      return row.from.trim() === '' ? undefined : wrong(index, 'name', t(m.chapterNameMissing, { number }));
    if (fromMs === null) return wrong(index, 'from', t(m.chapterTimeWrong, { number }));
    if (durationMs !== null && fromMs >= durationMs)
      return wrong(index, 'from', t(m.chapterAfterEnd, { number }));
    if (starts.some((each) => each.fromMs === fromMs))
      return wrong(index, 'from', t(m.chapterTwice, { number }));
    starts.push({ fromMs, text: row.name });
  });
  const ordered = starts.toSorted((a, b) => a.fromMs - b.fromMs);
  const chapters = ordered.map((each, index) => ({
    ...each,
    toMs: ordered[index + 1]?.fromMs ?? durationMs ?? each.fromMs + 1_000,
  }));
  return { chapters, errors };
}
