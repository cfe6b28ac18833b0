import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { aQuiz, importQuiz } from '../builders/learning.js';
import { startTestApi, type TestApi } from '../support/api.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

const versionsOf = (quizId: string) =>
  api.rows('SELECT number, title FROM quiz_versions WHERE quiz_id = $1 ORDER BY number', [quizId]);

describe('the question bank', () => {
  it('keeps one version of the same content, however often it is taken in', async () => {
    const quiz = aQuiz();
    const [first, ...others] = await Promise.all(Array.from({ length: 5 }, () => importQuiz(api, quiz)));
    expect(new Set([first, ...others]).size).toBe(1);
    expect(await versionsOf(first!)).toHaveLength(1);
  });

  it('makes a new version when the content changes, and never changes an old one', async () => {
    const quiz = aQuiz();
    const quizId = await importQuiz(api, quiz);
    expect(await importQuiz(api, { ...quiz, title: '新しい題' })).toBe(quizId);
    expect(await versionsOf(quizId)).toEqual([
      { number: 1, title: '確認テスト' },
      { number: 2, title: '新しい題' },
    ]);
    await expect(api.write('UPDATE quiz_versions SET title = $1', ['x'])).rejects.toThrow('append-only');
  });

  it('refuses content that cannot be graded', async () => {
    await expect(importQuiz(api, aQuiz({ questions: [] }))).rejects.toThrow('there is no question');
  });
});
