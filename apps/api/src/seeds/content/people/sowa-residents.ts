import type { ResidentRow } from './resident-row.js';

/** Fictional residents of 総和地区. */
export const sowaResidents: readonly ResidentRow[] = [
  ['takasaki-eiko', '髙﨑 栄子', 'たかさき えいこ', '1947-03-03', 'sowa-shimoono', 'mail'],
  ['tsuji-masaru', '辻 勝', 'つじ まさる', '1946-09-15', 'sowa-isobe', 'none'],
  ['sato-kazuko-2', '佐藤 和子', 'さとう かずこ', '1950-05-21', 'sowa-kozutsumi', 'none'],
  ['hamada-tomiko', '濵田 富子', 'はまだ とみこ', '1943-06-06', 'sowa-sekido', 'none', ['note_taking']],
  ['kobayashi-susumu', '小林 進', 'こばやし すすむ', '1948-01-14', 'sowa-komahane', 'mail'],
  ['sakurai-yuriko', '櫻井 百合子', 'さくらい ゆりこ', '1951-04-10', 'sowa-mizuumi', 'mail'],
  ['mori-tsuru', '森 つる', 'もり つる', '1939-09-09', 'sowa-kuno', 'none', ['wheelchair', 'companion']],
  ['nemoto-akira', '根本 章', 'ねもと あきら', '1954-11-03', 'sowa-shimoono', 'mail'],
  ['teshigawara-mitsuyo', '勅使河原 美津代', 'てしがわら みつよ', '1949-07-25', 'sowa-sekido', 'mail'],
  ['tanaka-isao', '田中 功', 'たなか いさお', '1942-02-02', 'sowa-kozutsumi', 'none', ['hearing_loop']],
  [
    'dos-santos-maria',
    'マリア・クリスティーナ・ドス・サントス・オリヴェイラ',
    'まりあ・くりすてぃーな・どす・さんとす・おりゔぇいら',
    '1985-12-08',
    'sowa-komahane',
    'mail',
    [],
    'ふりがなのついた資料を希望します。',
  ],
  ['kurihara-nobuko', '栗原 信子', 'くりはら のぶこ', '1956-06-30', 'sowa-isobe', 'mail'],
  ['sugaya-takeo', '菅谷 武男', 'すがや たけお', '1945-03-28', 'sowa-kuno', 'none'],
  ['iijima-reiko', '飯島 玲子', 'いいじま れいこ', '1958-10-01', 'sowa-mizuumi', 'mail'],
  ['ochiai-hideo', '落合 秀雄', 'おちあい ひでお', '1950-08-15', 'sowa-shimoono', 'mail'],
  ['fukuda-chie', '福田 千恵', 'ふくだ ちえ', '1963-02-14', 'sowa-sekido', 'mail', ['sign_language']],
  ['akiyama-kiku', '秋山 キク', 'あきやま きく', '1938-11-11', 'sowa-kozutsumi', 'none'],
  ['nagashima-yutaka', '永島 豊', 'ながしま ゆたか', '1947-05-30', 'sowa-komahane', 'mail'],
  ['oyama-misako', '小山 美佐子', 'おやま みさこ', '1952-07-19', 'sowa-mizuumi', 'mail'],
  ['li-wei', 'リー・ウェイ', 'りー・うぇい', '1990-03-21', 'sowa-isobe', 'mail'],
];
