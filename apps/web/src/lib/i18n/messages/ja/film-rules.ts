/** Words of what a course asks of its films. */
export const filmRules = {
  link: '動画の見おわりの決まり',
  title: '「{course}」の動画の見おわりの決まり',
  lead: '動画をどこまで見ると「見おわり」になるかを決めます。この講座のすべての開講回で使います。',
  digest: 'ダイジェスト版でも、見おわりになる',
  digestHint:
    '選ばないときは、ロングバージョンを見ると見おわりになります。ダイジェスト版を見た記録は、別に残ります。',
  lessons: '動画ごとの割合',
  lessonsHint: '50〜99の数字で入力します。終わりの黒い画面で困らないよう、100%にはできません。',
  threshold: '{number}.{title}',
  percent: '%を見ると、見おわり',
  noLessons: 'この講座には、動画の学習項目がありません。',
  effect: '割合を下げると、すでにそこまで見た方も見おわりになります。上げても、見おわった方はそのままです。',
  save: 'この決まりで保存する',
  saved: '動画の見おわりの決まりを保存しました。',
  back: '開講回の一覧にもどる',
} as const;
