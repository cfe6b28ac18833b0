import type { ThrowAwayProduct } from '@kizuna/infra/local/testing/throw-away-product.ts';
import { learningEndpoints } from '@kizuna/shared/contracts/learning.endpoints';
import pg from 'pg';
import { ask } from '../measuring/ask.ts';
import { measureBlankPage, ofBlank } from '../measuring/blank-page.ts';
import type { Measuring } from '../measuring/command.ts';
import { noteCpu, withCpu } from '../measuring/cpu-time.ts';
import { startQuietProduct } from '../measuring/quiet-product.ts';
import { signedInLearners, type Learner } from '../measuring/signed-in.ts';

const answersPerAttempt = 10;
const learnersAtOnce = 32;

/**
 * [quiz] Whole attempts (start, ten answers, submit, graded), through the API and through the pages; their processor
 * time compared with that of the blank page.
 */
export default async function quiz({ figures, seconds }: Measuring): Promise<void> {
  const blank = await measureBlankPage({ connections: learnersAtOnce, seconds });
  const product = await startQuietProduct();
  try {
    const learners = await signedInLearners(product.databaseUrl, learnersAtOnce);
    const throughApi = new Takers(product, seconds);
    const api = await throughApi.run(learners, (learner, lessonId) =>
      throughApi.takeByApi(learner, lessonId),
    );
    figures.note('quiz.api', api.perSecond, 'attempts/s', blank.perSecond);
    const apiShare = ofBlank(noteCpu(figures, 'quiz.api', api.cpu, api.finished), blank);
    if (apiShare !== null) figures.atMost('quiz.api.cpu-of-blank', apiShare, 60, 'ratio', blank.cpu);
    const throughPages = new Takers(product, seconds);
    const pages = await throughPages.run(learners, (learner, lessonId) =>
      throughPages.takeByPages(learner, lessonId),
    );
    figures.note('quiz.pages', pages.perSecond, 'attempts/s', blank.perSecond);
    const pagesShare = ofBlank(noteCpu(figures, 'quiz.pages', pages.cpu, pages.finished), blank);
    if (pagesShare !== null) figures.atMost('quiz.pages.cpu-of-blank', pagesShare, 150, 'ratio', blank.cpu);
    const lost = (await throughApi.lost()) + (await throughPages.lost());
    figures.exactly('quiz.answers-lost', lost, 0, 'count');
    figures.exactly('quiz.errors', api.errors + pages.errors, 0, 'count');
  } finally {
    await product.stop();
  }
}

/** Learners who take the quiz repeatedly until the time is over. */
class Takers {
  readonly #finished: string[] = [];
  readonly #product: ThrowAwayProduct;
  readonly #seconds: number;

  constructor(product: ThrowAwayProduct, seconds: number) {
    this.#product = product;
    this.#seconds = seconds;
  }

  async run(learners: Learner[], take: (learner: Learner, lessonId: string) => Promise<string>) {
    const lessons = await Promise.all(learners.map((learner) => this.#quizLessonOf(learner)));
    const startedAt = performance.now();
    const until = startedAt + this.#seconds * 1000;
    let errors = 0;
    const takeInTurn = async (learner: Learner, index: number) => {
      while (performance.now() < until) {
        try {
          this.#finished.push(await take(learner, lessons[index]!));
        } catch {
          errors += 1;
        }
      }
    };
    const { cpu } = await withCpu(this.#product, () => Promise.all(learners.map(takeInTurn)));
    const finished = this.#finished.length;
    // the last attempts end after the time is over
    return { perSecond: (finished * 1000) / (performance.now() - startedAt), finished, cpu, errors };
  }

  async takeByApi(learner: Learner, lessonId: string): Promise<string> {
    const at = this.#at(learner);
    const { attemptId, questions } = await ask(at, learningEndpoints.startAttempt, {
      params: { enrolmentId: learner.enrolmentId, lessonId },
    });
    for (const { questionKey, choices } of questions.slice(0, answersPerAttempt)) {
      await ask(at, learningEndpoints.saveAnswer, {
        params: { attemptId, questionKey },
        body: { choiceKeys: [choices[0]!.key] },
      });
    }
    const graded = await ask(at, learningEndpoints.submitAttempt, { params: { attemptId }, body: {} });
    if (graded.state !== 'submitted') throw new Error('not graded');
    return attemptId;
  }

  /** The same as a browser without JavaScript does it: with pages and form posts. */
  async takeByPages(learner: Learner, lessonId: string): Promise<string> {
    const lesson = `/my/courses/${learner.enrolmentId}/lessons/${lessonId}`;
    const started = await this.#form(learner, `${lesson}?/start`, {});
    const target = new URL(started.headers.get('location')!, this.#product.origin).pathname;
    const attemptId = target.split('/').at(-1)!;
    const attempt = await ask(this.#at(learner), learningEndpoints.getAttempt, { params: { attemptId } });
    for (const [index, question] of attempt.questions.slice(0, answersPerAttempt).entries()) {
      const fields = { questionKey: question.questionKey, choiceKeys: question.choices[0]!.key };
      await this.#form(learner, `${target}?/answer&q=${index + 1}`, fields);
    }
    await this.#form(learner, `${target}/review`, {});
    return attemptId;
  }

  /** Number of answers of finished attempts that are not in the database. */
  async lost(): Promise<number> {
    const client = new pg.Client({ connectionString: this.#product.databaseUrl });
    await client.connect();
    const { rows } = await client.query<{ count: number }>(
      'SELECT count(*)::int AS count FROM attempt_answers WHERE attempt_id = ANY($1::uuid[])',
      [this.#finished],
    );
    await client.end();
    return this.#finished.length * answersPerAttempt - rows[0]!.count;
  }

  async #quizLessonOf(learner: Learner): Promise<string> {
    const course = await ask(this.#at(learner), learningEndpoints.getLearningCourse, {
      params: { enrolmentId: learner.enrolmentId },
    });
    return course.lessons.find(({ lesson }) => lesson.kind === 'quiz')!.lesson.lessonId;
  }

  #at({ cookie }: Learner) {
    return { origin: this.#product.origin, headers: { cookie } };
  }

  async #form(learner: Learner, path: string, fields: Record<string, string>): Promise<Response> {
    const answer = await fetch(`${this.#product.origin}${path}`, {
      method: 'POST',
      redirect: 'manual',
      // without it SvelteKit responds with JSON, as to its own script
      headers: { cookie: learner.cookie, origin: this.#product.origin, accept: 'text/html' },
      body: new URLSearchParams(fields),
    });
    await answer.arrayBuffer();
    if (answer.status >= 400) throw new Error(`POST ${path} → ${answer.status}`);
    return answer;
  }
}
