import { signedInLearners } from './signed-in.ts';

/** Requests of signed-in learners for their home, course and lesson pages. */
export async function learnerPages(origin: string, databaseUrl: string) {
  const learners = await signedInLearners(databaseUrl, 16);
  const requests: { path: string; headers: Record<string, string> }[] = [];
  for (const { cookie, enrolmentId } of learners) {
    const headers = { cookie };
    const answer = await fetch(`${origin}/api/me/enrolments/${enrolmentId}`, { headers });
    const course = (await answer.json()) as { lessons: { lesson: { lessonId: string; kind: string } }[] };
    const material = course.lessons.find(({ lesson }) => lesson.kind === 'material')!.lesson;
    const home = `/my/courses/${enrolmentId}`;
    for (const target of ['/my', home, `${home}/lessons/${material.lessonId}`])
      requests.push({ path: target, headers });
  }
  return requests;
}
