import { certificateWording } from './certificate-wording.js';
import type { CourseContent } from './content.types.js';
import { bridgingMaterial } from './practical/bridging.material.js';
import { confidentialityMaterial } from './practical/confidentiality.material.js';
import { olderPeopleMaterial } from './practical/older-people.material.js';
import { practicalLessons } from './practical/practical.lessons.js';
import { practicalQuiz } from './practical/practical.quiz.js';
import { practicalTrainingDays } from './practical/practical.training-days.js';
import { rolePlayScriptMaterial } from './practical/role-play-script.material.js';
import { rolePlayMaterial } from './practical/role-play.material.js';
import { techniquesMaterial } from './practical/techniques.material.js';
import { whatIsListeningMaterial } from './practical/what-is-listening.material.js';

/** 実践編 傾聴ボランティア養成講座. */
export const practicalCourse: CourseContent = {
  slug: 'practical',
  stage: 'practical',
  title: '実践編 傾聴ボランティア養成講座',
  shortTitle: '実践編',
  tagline: '聴くことは、だれかの力になります。',
  summary:
    '「傾聴」は、耳と心を傾けて話を聴くことです。家で基本を学び、会場では二日間、役を決めて練習します。話す人の気持ちに寄りそう力を育てます。',
  audience:
    '古河市にお住まいで、傾聴の活動に関心のある方です。入門編で学んだ内容を知っていると、より分かりやすくなります。',
  outcomes: [
    '話す人を主役にして、落ち着いて聴けます。',
    'うなずき、くり返し、言い換えなどの技法を使えます。',
    '年を重ねた人の気持ちを、決めつけずに想像できます。',
    '困りごとを受け止め、同意を得て相談先へつなげます。',
    '秘密を守り、事実を短く記録できます。',
  ],
  faq: [
    {
      question: '話すのが苦手でも、参加できますか。',
      answer:
        'はい。傾聴では、上手に話す力よりも、ゆっくり聴く姿勢が大切です。練習は、短い会話から始めます。',
    },
    {
      question: 'ロールプレイとは何ですか。人前で演じるのですか。',
      answer:
        '役を決めて、会話を練習することです。三人ほどの小さな組で行います。演じるのがつらいときは、見守り役もできます。',
    },
    {
      question: 'メールアドレスがなくても申し込めますか。',
      answer:
        'はい、申し込めます。お返事は、郵便か電話でお伝えします。学習を始めるときは、お渡しする「受講カード」を使えます。',
    },
    {
      question: '集合研修は、二日とも出席が必要ですか。',
      answer: 'はい、二日とも出席すると修了できます。都合が悪くなったときは、早めに社協へお電話ください。',
    },
    {
      question: '確認テストに合格できるか心配です。',
      answer: '70％以上の正解で合格です。何度でも受けられます。答えを送ると、解説を読めます。',
    },
    {
      question: '耳や足に心配があります。',
      answer:
        '申込のときに、ご希望をお書きください。手話通訳、要約筆記、車いすなどを選べます。用意できるかどうかは、社協からお返事します。',
    },
    {
      question: '修了したら、すぐに一人で訪ねるのですか。',
      answer: 'いいえ。活動は、二人一組が基本です。登録するかどうかも、ご自分で決められます。',
    },
  ],
  lessons: practicalLessons,
  materials: [
    whatIsListeningMaterial,
    techniquesMaterial,
    rolePlayMaterial,
    rolePlayScriptMaterial,
    olderPeopleMaterial,
    bridgingMaterial,
    confidentialityMaterial,
  ],
  quizzes: [practicalQuiz],
  trainingDays: practicalTrainingDays,
  completionRule: { lessons: 'all_required', quizPassPercent: 70, attendance: { need: 2, of: 2 } },
  certificate: { ...certificateWording, numberLabel: '実践' },
};
