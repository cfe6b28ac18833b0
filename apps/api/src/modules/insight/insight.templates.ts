/** The words in viewing exports, as the office knows them from its own lists. */
export const headings = {
  curve: ['ここから', 'ここまで', '見た人数', 'もう一度見られた回数', '止まっている人数'],
  watchers: [
    '氏名',
    'ふりがな',
    '状態',
    '見た割合(%)',
    '見た長さ',
    '見た部分',
    '学習会で見た日',
    '開いた回数',
    '最後の記録',
    '届くのが遅れた記録',
  ],
} as const;

export const fileNames = {
  curve: '動画の見られ方',
  watchers: '動画を見た人',
} as const;

export const watchStateWords = {
  not_started: 'まだ',
  in_progress: 'とちゅう',
  done: '視聴済み',
} as const;
