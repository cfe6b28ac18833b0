import type { ResidentRow } from './resident-row.js';

/**
 * Fictional residents of 古河地区. Includes rare kanji and variant selectors, so that problems with them show early.
 */
export const kogaResidents: readonly ResidentRow[] = [
  ['sato-kazuko', '佐藤 和子', 'さとう かずこ', '1943-05-12', 'koga-honcho', 'mail'],
  ['yoshida-hajime', '𠮷田 一', 'よしだ はじめ', '1941-01-03', 'koga-chuocho', 'none', ['wheelchair']],
  ['takahashi-setsuko', '髙橋 節子', 'たかはし せつこ', '1946-11-23', 'koga-honcho', 'mail'],
  // 邉 + U+E0102: a variant that the certificate fonts lack, so issuing is refused and names the character.
  ['watanabe-isamu', '渡邉\u{E0102} 勇', 'わたなべ いさむ', '1944-08-30', 'koga-yokoyamacho', 'none'],
  [
    'hayashi-ume',
    '林 ウメ',
    'はやし うめ',
    '1938-02-11',
    'koga-chuocho',
    'none',
    ['hearing_loop', 'front_seat'],
  ],
  ['suzuki-kiyoshi', '鈴木 清', 'すずき きよし', '1949-04-01', 'koga-konosu', 'mail'],
  ['suzuki-kiyoshi-2', '鈴木 清', 'すずき きよし', '1952-12-24', 'koga-nakada', 'mail'],
  ['ishikawa-mitsuko', '石川 光子', 'いしかわ みつこ', '1947-07-07', 'koga-keyakidaira', 'mail'],
  ['seki-megumi', '関 恵', 'せき めぐみ', '1968-03-15', 'koga-keyakidaira', 'mail'],
  ['onuki-tadashi', '大貫 正', 'おおぬき ただし', '1945-10-10', 'koga-nakada', 'none'],
  ['nguyen-thi-hoa', 'グエン・ティ・ホア', 'ぐえん・てぃ・ほあ', '1988-09-02', 'koga-higashihoncho', 'mail'],
  [
    'saito-yoshie',
    '齋藤 芳江',
    'さいとう よしえ',
    '1948-06-18',
    'koga-higashihoncho',
    'mail',
    ['large_print'],
  ],
  ['saito-minoru', '齊藤 實', 'さいとう みのる', '1940-04-29', 'koga-yokoyamacho', 'none'],
  ['kimura-teruo', '木村 輝夫', 'きむら てるお', '1951-02-28', 'koga-konosu', 'mail'],
  ['arai-sachiko', '新井 幸子', 'あらい さちこ', '1953-08-08', 'koga-nakada', 'mail'],
  ['hara-kaoru', '原 薫', 'はら かおる', '1957-01-20', 'koga-honcho', 'mail'],
  ['nakayama-fusae', '中山 ふさ江', 'なかやま ふさえ', '1942-12-31', 'koga-chuocho', 'none', ['companion']],
  ['matsumoto-hiroko', '松本 弘子', 'まつもと ひろこ', '1955-05-05', 'koga-keyakidaira', 'mail'],
  ['okada-shoji', '岡田 昭二', 'おかだ しょうじ', '1944-02-29', 'koga-konosu', 'none'],
  ['kikuchi-naomi', '菊池 直美', 'きくち なおみ', '1972-10-17', 'koga-higashihoncho', 'mail'],
];
