import type { FrameWords } from '../frame-words.ts';

/** The frame around pages in やさしい日本語: kana with spaces between words. */
export const frame: FrameWords = {
  site: {
    name: 'きずな こうざ',
    owner: 'こがし しゃかいふくし きょうぎかい',
    ownerFull: 'こがし しゃかいふくし きょうぎかい(古河市社会福祉協議会)',
    programme: 'こがしの まちづくりの こうざ',
    mainNav: 'メニュー',
    footerNav: 'この サイトの こと',
    textSize: 'もじの おおきさ',
    textSizeNormal: 'ふつう',
    textSizeLarge: 'おおきい',
    textSizeXlarge: 'とても',
    signIn: 'サインイン',
    signOut: 'サインアウト',
    signedInAs: '{name} さん',
    help: 'つかいかた',
    accessibility: 'つかいやすさ',
    privacy: 'こじんの じょうほう',
    troubleLead: 'わからない ときは でんわ',
  },
  ui: {
    skip: 'ほんぶんへ いく',
    error: 'まちがい',
    errorSummaryTitle: 'もう いちど みて ください',
    errorSummaryLead: '{count}つ なおして ください。',
  },
  titleOf: '{page}|きずな こうざ',
  description: 'しゅうりょうしょうが ほんものか、いまも つかえるかを しらべます。',
  hours: 'げつようび〜きんようび 8:30〜17:15',
  rooms: {
    '/courses': 'こうざ',
    '/videos': 'どうが',
    '/materials': 'きょうざい',
    '/verify': 'しゅうりょうしょうの かくにん',
    '/my': 'マイページ',
    '/instructor': 'きょうの よてい',
    '/viewings': 'がくしゅうかい',
    '/office': 'きょうの しごと',
  },
  elsewhere: 'ほかの ページは ふつうの にほんごです。',
};
