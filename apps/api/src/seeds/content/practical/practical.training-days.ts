import type { TrainingDayContent } from '../content.types.js';

/** Both days belong to the completion rule of 実践編 (2 of 2). */
export const practicalTrainingDays: TrainingDayContent[] = [
  {
    key: 'practical-training-day-1',
    title: '集合研修 1日目「聴く」',
    minutes: 120,
    summary: '傾聴の基本技法を、二人一組で練習します。うなずきや沈黙を、体で確かめます。',
    programme: [
      { title: '受付・自己紹介', minutes: 15 },
      { title: '聴いてもらう体験', minutes: 20 },
      { title: 'うなずき・相づち・くり返し', minutes: 30 },
      { title: '休けい', minutes: 10 },
      { title: '沈黙と開かれた質問', minutes: 30 },
      { title: '振り返り', minutes: 15 },
    ],
    bring: ['受講カード（お持ちの方）', '筆記用具', '飲み物', '眼鏡や補聴器など、ふだん使う物'],
  },
  {
    key: 'practical-training-day-2',
    title: '集合研修 2日目「つなぐ」',
    minutes: 120,
    summary: '台本を使って、三人一組で練習します。困りごとを受け止め、同意を得るところまで行います。',
    programme: [
      { title: '受付・前回の振り返り', minutes: 15 },
      { title: '台本を使ったロールプレイ', minutes: 40 },
      { title: '休けい', minutes: 10 },
      { title: '同意をもらう会話の練習', minutes: 25 },
      { title: '記録の書き方', minutes: 15 },
      { title: 'まとめ・これからの活動', minutes: 15 },
    ],
    bring: [
      '受講カード（お持ちの方）',
      '印刷した台本（会場にもあります）',
      '筆記用具',
      '飲み物',
      '眼鏡や補聴器など、ふだん使う物',
    ],
  },
];
