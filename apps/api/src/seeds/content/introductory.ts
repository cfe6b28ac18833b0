import { certificateWording } from './certificate-wording.js';
import type { CourseContent } from './content.types.js';
import { communicationMaterial } from './introductory/communication.material.js';
import { introductoryLessons } from './introductory/introductory.lessons.js';
import { introductoryQuiz } from './introductory/introductory.quiz.js';
import { isolationMaterial } from './introductory/isolation.material.js';
import { listeningMaterial } from './introductory/listening.material.js';
import { mutualSupportMaterial } from './introductory/mutual-support.material.js';
import { privacyMaterial } from './introductory/privacy.material.js';
import { regionalStrengthMaterial } from './introductory/regional-strength.material.js';
import { startingActivitiesMaterial } from './introductory/starting-activities.material.js';

/** 入門編 地域サポーター養成講座. */
export const introductoryCourse: CourseContent = {
  slug: 'introductory',
  stage: 'introductory',
  title: '入門編 地域サポーター養成講座',
  shortTitle: '入門編',
  tagline: 'ご近所の「お互いさま」を、はじめの一歩から。',
  summary:
    '地域の支え合いを、基礎から学ぶ講座です。家では動画と教材で学び、会場では一日、仲間と話し合います。「何か始めたい」と思う方を応援します。',
  audience: '古河市にお住まいで、支え合い・助け合いの活動に関心のある方です。経験や資格は要りません。',
  outcomes: [
    '「地域力」と「お互いさま」の意味を、自分の言葉で話せます。',
    'ご近所の小さな変化に気づき、声をかけられます。',
    '相手の話を、さえぎらずに聴けます。',
    'サロン、見守り、生活支援の始め方が分かります。',
    '活動で知ったことを守り、必要なときは相談先へつなげます。',
  ],
  faq: [
    {
      question: 'メールアドレスがなくても申し込めますか。',
      answer:
        'はい、申し込めます。お返事は、郵便か電話でお伝えします。学習を始めるときは、お渡しする「受講カード」を使えます。',
    },
    {
      question: 'インターネットが苦手でも申し込めますか。',
      answer:
        'はい。電話、FAX、郵送、窓口でも受け付けています。画面の操作に迷ったときは、社協へお電話ください。',
    },
    {
      question: '動画を何回かに分けて見てもよいですか。',
      answer: 'はい。見たところは記録されるので、続きから見られます。途中で閉じても、心配は要りません。',
    },
    {
      question: '確認テストに合格できるか心配です。',
      answer: '70％以上の正解で合格です。何度でも受けられます。答えを送ると、解説を読めます。',
    },
    {
      question: '集合研修の日に、都合が悪くなりました。',
      answer:
        '分かったときに、社協へお電話ください。同じ内容を、別の日にも開くことがあります。出席は、そのうち一日で足ります。',
    },
    {
      question: '定員を超えたときは、どうなりますか。',
      answer: '先着順で受け付けます。いっぱいのときは「補欠」として、空きをお待ちいただけます。',
    },
    {
      question: '手話通訳や車いすの席を頼めますか。',
      answer:
        '申込のときに、ご希望をお書きください。手話通訳、要約筆記、車いすなどを選べます。用意できるかどうかは、社協からお返事します。',
    },
    {
      question: '修了したら、必ず活動をするのですか。',
      answer:
        'いいえ。サポーターに登録するかどうかは、ご自分で決められます。学んだことは、毎日の暮らしでも役に立ちます。',
    },
  ],
  lessons: introductoryLessons,
  materials: [
    regionalStrengthMaterial,
    mutualSupportMaterial,
    communicationMaterial,
    listeningMaterial,
    isolationMaterial,
    startingActivitiesMaterial,
    privacyMaterial,
  ],
  quizzes: [introductoryQuiz],
  trainingDays: [
    {
      key: 'intro-training-day',
      title: '集合研修（入門編）',
      minutes: 120,
      summary: '学んだことを、会場で仲間と話し合います。あいさつと聴き方も、二人一組で練習します。',
      programme: [
        { title: '受付・あいさつ', minutes: 10 },
        { title: '動画を振り返る話し合い', minutes: 20 },
        { title: '声かけと聴き方の練習', minutes: 35 },
        { title: '休けい', minutes: 10 },
        { title: 'わたしたちの地域でできること', minutes: 35 },
        { title: 'まとめ・次の一歩', minutes: 10 },
      ],
      bring: ['受講カード（お持ちの方）', '筆記用具', '飲み物', '眼鏡や補聴器など、ふだん使う物'],
    },
  ],
  completionRule: { lessons: 'all_required', quizPassPercent: 70, attendance: { need: 1, of: 1 } },
  certificate: { ...certificateWording, numberLabel: '入門' },
};
