import type { LessonKind } from '@kizuna/shared/vocabulary/courses';
import type { AccommodationWish } from '@kizuna/shared/vocabulary/enrolment';

/**
 * Shapes of the written content of the two supporter courses and of the demo scenario.
 * Plain data on purpose: the seeder maps it to the modules' own builders, so the texts
 * can be proof-read and replaced without knowing a single table.
 */

/** A video under its name in the film build; the seeder finds the media by this slug. Its digest is included. */
export type VideoSlug = 'kizuna-long';

export interface LessonContent {
  key: string;
  title: string;
  kind: LessonKind;
  /** Minutes a learner should plan for, reading or watching at leisure. */
  minutes: number;
  required: boolean;
  summary: string;
  /** Exactly one of the four references is set, the one that belongs to `kind`. */
  videoSlug?: VideoSlug;
  materialKey?: string;
  quizKey?: string;
  trainingDayKey?: string;
  /** Where and how the lesson takes place, if it is not done on screen. */
  takesPlaceNote?: string;
}

export interface MaterialSection {
  heading: string;
  paragraphs: string[];
  points?: string[];
  tryThis?: string;
}

export interface GlossaryTerm {
  term: string;
  reading: string;
  meaning: string;
}

export interface MaterialContent {
  key: string;
  title: string;
  minutes: number;
  sections: MaterialSection[];
  glossary?: GlossaryTerm[];
}

export interface QuizChoice {
  key: string;
  text: string;
  correct: boolean;
}

export interface QuizQuestion {
  key: string;
  kind: 'single' | 'multiple';
  text: string;
  choices: QuizChoice[];
  explanation: string;
}

export interface QuizContent {
  key: string;
  title: string;
  passPercent: number;
  /** null: unlimited. */
  maxAttempts: number | null;
  questions: QuizQuestion[];
}

export interface TrainingDayContent {
  key: string;
  title: string;
  minutes: number;
  summary: string;
  programme: { title: string; minutes: number }[];
  bring: string[];
}

/** The completion rule as data; evaluated by the completion policy, never here. */
export interface CompletionRuleContent {
  lessons: 'all_required';
  quizPassPercent: number;
  attendance: { need: number; of: number };
}

/** Wording of the 修了証. Our own draft; `{{…}}` is filled in when the certificate is issued. */
export interface CertificateContent {
  heading: string;
  /** The label in the number: 入門 in 「入門 第1号」. */
  numberLabel: string;
  /** Placeholders: {{fiscalYear}} such as 令和8年度, {{courseTitle}}. */
  body: string;
  issuerOrganisation: string;
  issuerPost: string;
  /** Clearly fictional; the office sets the real name in its settings. */
  demoIssuerName: string;
}

export interface CourseContent {
  slug: string;
  stage: 'introductory' | 'practical';
  title: string;
  shortTitle: string;
  tagline: string;
  summary: string;
  audience: string;
  outcomes: string[];
  faq: { question: string; answer: string }[];
  lessons: LessonContent[];
  materials: MaterialContent[];
  quizzes: QuizContent[];
  trainingDays: TrainingDayContent[];
  completionRule: CompletionRuleContent;
  certificate: CertificateContent;
}

/** 地区 (level 1) or a place below it (level 2). Names are not unique; the key is. */
export interface DistrictContent {
  key: string;
  name: string;
  reading: string;
  level: 1 | 2;
  parentKey: string | null;
}

export interface DemoResidentContent {
  key: string;
  /** Family and given name with one space; kept exactly as written, variant selectors included. */
  name: string;
  /** ふりがな in hiragana, in the same order as the name. */
  kana: string;
  /** Civil date, YYYY-MM-DD, Asia/Tokyo. */
  bornOn: string;
  phone: string;
  postalCode: string;
  address: string;
  districtKey: string;
  email: string | null;
  wishes: AccommodationWish[];
  wishNote: string | null;
}

export interface DemoStaffContent {
  key: string;
  role: 'office' | 'admin' | 'instructor';
  name: string;
  kana: string;
  email: string;
}
