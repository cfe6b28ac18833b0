/** The sentence for learner and office about what is still missing for completion (修了). */
export const completion = {
  done: '修了しました',
  complete: '修了の条件がすべてそろいました',
  left: 'あと{parts}で修了です',
  separator: '、',
  lessons: '動画・教材{left}つ',
  quiz: '確認テストの合格',
  attendance: '{left}回の出席',
} as const;
