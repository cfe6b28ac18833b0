import { PersonDetails } from '@kizuna/shared/contracts/people';
import { accommodationWishes } from '@kizuna/shared/vocabulary/enrolment';
import { describe, expect, it } from '@jest/globals';

import type { CourseContent, LessonContent } from './content.types.js';
import { courseContents } from './courses.js';
import { demoResidents, demoStaff } from './demo-people.js';
import { districtContents } from './districts.js';

/** Rule 10 for screens: a sentence of more than 40 characters is hard to follow. */
const longestSentence = 40;
const japanese = /[\u3041-\u30ff\u4e00-\u9fff]/;
/** House style: full-width brackets and marks inside Japanese text. */
const halfWidthMark = /[()?!%:;,]/;

const duplicates = (keys: readonly string[]): string[] => keys.filter((key, at) => keys.indexOf(key) !== at);

/** Every Japanese string within a value, whatever its shape. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return japanese.test(value) ? [value] : [];
  if (value !== null && typeof value === 'object') return Object.values(value).flatMap(textsOf);
  return [];
}

const sentencesOf = (text: string): string[] => text.split(/[。！？]/).map((part) => part.replace(/^」/, ''));

/** The texts that people read as prose; certificates follow their own custom. */
const proseOf = (course: CourseContent): string[] => textsOf({ ...course, certificate: null });

function referenceOf(lesson: LessonContent): string | undefined {
  return {
    video: lesson.videoSlug,
    material: lesson.materialKey,
    quiz: lesson.quizKey,
    training_day: lesson.trainingDayKey,
  }[lesson.kind];
}

describe.each(courseContents.map((course) => [course.title, course] as const))('%s', (_title, course) => {
  it('has keys that are used once', () => {
    const { lessons, materials, quizzes, trainingDays } = course;
    for (const list of [lessons, materials, quizzes, trainingDays]) {
      expect(duplicates(list.map((item) => item.key))).toEqual([]);
    }
  });

  it('has, for every lesson, exactly the one reference of its kind, and the thing it points at', () => {
    const known = {
      video: ['kizuna-long'],
      material: course.materials.map((material) => material.key),
      quiz: course.quizzes.map((quiz) => quiz.key),
      training_day: course.trainingDays.map((day) => day.key),
    };
    for (const lesson of course.lessons) {
      const references = [lesson.videoSlug, lesson.materialKey, lesson.quizKey, lesson.trainingDayKey];
      expect(references.filter((reference) => reference !== undefined)).toHaveLength(1);
      expect(known[lesson.kind]).toContain(referenceOf(lesson));
    }
  });

  it('leaves no material, quiz or training day without a lesson', () => {
    const used = course.lessons.map(referenceOf);
    for (const item of [...course.materials, ...course.quizzes, ...course.trainingDays]) {
      expect(used).toContain(item.key);
    }
  });

  it('counts minutes that are whole, positive and add up', () => {
    for (const item of [...course.lessons, ...course.materials, ...course.trainingDays]) {
      expect(Number.isInteger(item.minutes) && item.minutes > 0).toBe(true);
    }
    for (const material of course.materials) {
      expect(course.lessons.find((lesson) => lesson.materialKey === material.key)?.minutes).toBe(
        material.minutes,
      );
    }
    for (const day of course.trainingDays) {
      expect(day.programme.reduce((sum, part) => sum + part.minutes, 0)).toBe(day.minutes);
    }
  });

  it('asks for as many training days as there are', () => {
    const { need, of } = course.completionRule.attendance;
    expect(of).toBe(course.lessons.filter((lesson) => lesson.kind === 'training_day').length);
    expect(need).toBeGreaterThan(0);
    expect(need).toBeLessThanOrEqual(of);
  });

  it('names the number of questions and the pass mark that hold', () => {
    for (const quiz of course.quizzes) {
      expect(quiz.passPercent).toBe(course.completionRule.quizPassPercent);
      const lesson = course.lessons.find((candidate) => candidate.quizKey === quiz.key);
      expect(lesson?.summary).toContain(`${quiz.questions.length}問`);
      expect(lesson?.summary).toContain(`${quiz.passPercent}％`);
    }
  });

  it('answers at least six questions people ask', () => {
    expect(course.faq.length).toBeGreaterThanOrEqual(6);
  });

  it('speaks in sentences of at most 40 characters', () => {
    const tooLong = proseOf(course)
      .flatMap(sentencesOf)
      .filter((sentence) => [...sentence].length > longestSentence);
    expect(tooLong).toEqual([]);
  });

  it('uses full-width marks in Japanese text', () => {
    expect(proseOf(course).filter((text) => halfWidthMark.test(text))).toEqual([]);
  });

  it('has a certificate text with both placeholders and no other', () => {
    const placeholders = course.certificate.body.match(/\{\{\w+\}\}/g);
    expect(placeholders?.toSorted()).toEqual(['{{courseTitle}}', '{{fiscalYear}}']);
  });

  it.each(course.materials.map((material) => [material.key, material] as const))(
    'teaches in %s: 600 to 1,300 characters, several sections, something to try',
    (_key, material) => {
      const length = textsOf(material.sections).join('').length;
      expect(length).toBeGreaterThanOrEqual(600);
      expect(length).toBeLessThanOrEqual(1300);
      expect(material.sections.length).toBeGreaterThanOrEqual(3);
      expect(material.sections.some((section) => section.tryThis !== undefined)).toBe(true);
      const taught = textsOf(material.sections).join('');
      for (const { term } of material.glossary ?? []) expect(taught).toContain(term);
    },
  );
});

const quizCases = courseContents.flatMap((course) =>
  course.quizzes.map((quiz) => [quiz.title, quiz] as const),
);

describe.each(quizCases)('%s', (_title, quiz) => {
  it('has at least ten questions, of both kinds, with keys used once', () => {
    expect(quiz.questions.length).toBeGreaterThanOrEqual(10);
    expect(new Set(quiz.questions.map((question) => question.kind))).toEqual(new Set(['single', 'multiple']));
    expect(duplicates(quiz.questions.map((question) => question.key))).toEqual([]);
  });

  it.each(quiz.questions.map((question) => [question.key, question] as const))(
    '%s can be answered',
    (_key, question) => {
      const correct = question.choices.filter((choice) => choice.correct).length;
      expect(question.choices.length).toBeGreaterThanOrEqual(4);
      expect(duplicates(question.choices.map((choice) => choice.key))).toEqual([]);
      expect(duplicates(question.choices.map((choice) => choice.text))).toEqual([]);
      expect(correct).toBeLessThan(question.choices.length);
      if (question.kind === 'single') expect(correct).toBe(1);
      else expect(correct).toBeGreaterThanOrEqual(2);
      expect(question.text.includes('すべて選んで')).toBe(question.kind === 'multiple');
      expect(question.explanation.length).toBeGreaterThanOrEqual(40);
    },
  );

  it('puts the right answer of single questions in every place', () => {
    const places = quiz.questions
      .filter((question) => question.kind === 'single')
      .map((question) => question.choices.findIndex((choice) => choice.correct));
    expect(new Set(places).size).toBe(4);
  });
});

describe('districts', () => {
  it('form a tree of two levels', () => {
    expect(duplicates(districtContents.map((district) => district.key))).toEqual([]);
    const areas = districtContents.filter((district) => district.level === 1);
    expect(areas.map((area) => area.name)).toEqual(['古河', '総和', '三和']);
    for (const district of districtContents.filter((candidate) => candidate.level === 2)) {
      expect(areas.map((area) => area.key)).toContain(district.parentKey);
    }
  });
});

describe('people of the demo scenario', () => {
  it('have keys, phones and addresses of mail that are used once', () => {
    const mails = [...demoResidents, ...demoStaff].flatMap((person) => person.email ?? []);
    expect(duplicates(mails)).toEqual([]);
    expect(duplicates([...demoResidents, ...demoStaff].map((person) => person.key))).toEqual([]);
    expect(duplicates(demoResidents.map((resident) => resident.phone))).toEqual([]);
    expect(mails.filter((mail) => !mail.endsWith('@example.jp'))).toEqual([]);
  });

  it('are 60, born 1938 to 1990, about 60 % with mail', () => {
    expect(demoResidents).toHaveLength(60);
    expect(demoResidents.filter((r) => r.bornOn < '1938-01-01' || r.bornOn > '1990-12-31')).toEqual([]);
    const withMail = demoResidents.filter((resident) => resident.email !== null).length / 60;
    expect(withMail).toBeGreaterThan(0.5);
    expect(withMail).toBeLessThan(0.7);
  });

  it('pass the contract of a person and live where their district is', () => {
    for (const resident of demoResidents) {
      const { email, name, kana, bornOn, phone, postalCode, address } = resident;
      const details = {
        name,
        kana,
        bornOn,
        phone,
        postalCode,
        address,
        ...(email === null ? {} : { email }),
      };
      expect(PersonDetails.parse(details)).toEqual(details);
      const district = districtContents.find((candidate) => candidate.key === resident.districtKey);
      expect(district?.level).toBe(2);
      expect(address).toContain(district?.name);
      for (const wish of resident.wishes) expect(accommodationWishes).toContain(wish);
    }
  });

  it('include names that put systems to the test', () => {
    const names = demoResidents.map((resident) => resident.name).join('\n');
    for (const part of ['𠮷田', '髙﨑', '渡邉\u{E0102}', 'ドス・サントス']) expect(names).toContain(part);
  });

  it('have two office workers, one administrator and two instructors', () => {
    expect(demoStaff.map((staff) => staff.role).toSorted()).toEqual([
      'admin',
      'instructor',
      'instructor',
      'office',
      'office',
    ]);
  });
});
