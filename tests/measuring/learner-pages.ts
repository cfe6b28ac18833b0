import { learningEndpoints } from '@kizuna/shared/contracts/learning.endpoints';
import { ask } from './ask.ts';
import { signedInLearners } from './signed-in.ts';

/** Requests of signed-in learners for their home, course and lesson pages. */
export async function learnerPages(origin: string, databaseUrl: string) {
  const learners = await signedInLearners(databaseUrl, 16);
  const requests: { path: string; headers: Record<string, string> }[] = [];
  for (const { cookie, enrolmentId } of learners) {
    const headers = { cookie };
    const course = await ask({ origin, headers }, learningEndpoints.getLearningCourse, {
      params: { enrolmentId },
    });
    const material = course.lessons.find(({ lesson }) => lesson.kind === 'material')!.lesson;
    const home = `/my/courses/${enrolmentId}`;
    for (const target of ['/my', home, `${home}/lessons/${material.lessonId}`])
      requests.push({ path: target, headers });
  }
  return requests;
}
