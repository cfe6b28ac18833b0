import type { CourseRunView } from '@kizuna/shared/contracts/courses';
import { courses } from '#lib/i18n/messages/ja/courses.ts';
import { t } from '#lib/i18n/t.ts';

/** The conditions of a run as terms and values: from which age, at what fee, what to bring. What is not set is left out. */
export function conditionsOf(
  run: Pick<CourseRunView, 'minimumAge' | 'fee' | 'bring'>,
  feeTerm: string = courses.fee,
) {
  return [
    ...(run.minimumAge === null
      ? []
      : [
          { key: 'age', term: courses.minimumAge, value: t(courses.minimumAgeFrom, { age: run.minimumAge }) },
        ]),
    { key: 'fee', term: feeTerm, value: run.fee ?? courses.feeFree },
    ...(run.bring ? [{ key: 'bring', term: courses.bring, value: run.bring }] : []),
  ];
}
