import { learningEndpoints } from '@kizuna/shared/contracts/learning.endpoints';
import { ask } from './ask.ts';
import type { ColdVisit } from './cold-page.ts';

/** The pages that residents open first: home, a course, and those of a learner. */
export async function coldVisits(
  origin: string,
  learner: { cookie: string; enrolmentId: string },
): Promise<Map<string, ColdVisit>> {
  const { cookie, enrolmentId } = learner;
  const course = await ask({ origin, headers: { cookie } }, learningEndpoints.getLearningCourse, {
    params: { enrolmentId },
  });
  const coursePath = `/my/courses/${enrolmentId}`;
  const lesson = (kind: 'video' | 'material' | 'quiz') => {
    const found = course.lessons.find((each) => each.lesson.kind === kind);
    if (!found) throw new Error(`the course has no ${kind}`);
    return `${coursePath}/lessons/${found.lesson.lessonId}`;
  };
  return new Map<string, ColdVisit>([
    ['home', { address: origin }],
    ['public-course', { address: `${origin}/courses/introductory` }],
    ['my', { address: `${origin}/my`, cookie }],
    ['course', { address: origin + coursePath, cookie }],
    ['film', { address: origin + lesson('video'), cookie }],
    ['text', { address: origin + lesson('material'), cookie }],
    ['quiz', { address: origin + lesson('quiz'), cookie }],
  ]);
}
