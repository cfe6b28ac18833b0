import type { VerificationWords } from '../verification-words.ts';

/**
 * やさしい日本語: short sentences, spaces between words, readings for kanji. `{漢字|かんじ}` is drawn with the reading
 * above it (RubyText); labels of fields and buttons have none.
 */
export const verification: VerificationWords = {
  languageNav: 'ことば',
  verifyTitle: 'しゅうりょうしょうの かくにん',
  verifyLead: 'この {紙|かみ}が {本物|ほんもの}か、{今|いま}も {使|つか}えるかを {調|しら}べます。',
  verifyHow: '{紙|かみ}の QRコードを スマホで {読|よ}むと、{早|はや}く わかります。',
  number: 'ばんごう(番号)',
  numberHint: 'かみの みぎうえに あります。「12」だけ かいても いいです。',
  code: 'かくにんコード(確認コード)',
  codeHint: 'QRコードの したに ある 10この もじです。ABCDE-12345 の ような ものです。',
  verify: 'しらべる',
  notVerifiedHelp: 'ばんごうと コードを もう いちど みて ください。ちいさい もじでも いいです。',

  resultTitle: 'しらべた けっか',
  states: { valid: 'つかえます', replaced: 'つかえません', revoked: 'つかえません' },
  stateHeadings: {
    valid: 'この {紙|かみ}は {本物|ほんもの}です。{今|いま}も {使|つか}えます。',
    replaced: 'この {紙|かみ}は {古|ふる}いです。もう {使|つか}えません。',
    revoked: 'この {紙|かみ}は {使|つか}えません。',
  },
  stateBodies: {
    valid: '{紙|かみ}と {下|した}の {文字|もじ}が {同|おな}じか、{見|み}てください。',
    replaced:
      '{since}に {新|あたら}しい {紙|かみ}が できました。{新|あたら}しい {紙|かみ}を {見|み}せて もらってください。',
    revoked: '{since}に {issuer}が この {紙|かみ}を やめました。',
  },
  asPrinted: '{紙|かみ}に {書|か}いてある こと',
  name: 'なまえ(氏名)',
  nameByBrush: '{紙|かみ}の なまえは、{筆|ふで}で {書|か}いて あります。',
  courseTitle: 'こうざ(講座)',
  body: 'ぶん(本文)',
  completedOn: 'おわった ひ(修了日)',
  issuedOn: 'つくった ひ(発行日)',
  issuer: 'つくった ところ(発行者)',
  copy: 'もう いちど つくった かみ(再交付)',
  copyOf: '{copy}まいめ',
  checkedAt: 'しらべた とき',
  recheck: '{今|いま}の ことは、ここで わかります。',
  print: 'この けっかを プリントする',
  another: 'ほかの かみを しらべる',
  least: '{紙|かみ}に ない ことは、ここに {書|か}きません。',

  unknownSummary: 'この かみは わかりません',
  unknownTitle: 'この {紙|かみ}は わかりません',
  unknownBody: 'この ばんごうや コードの {紙|かみ}は、{社協|しゃきょう}の ノートに ありません。',
  unknownNotValid: '{本物|ほんもの}だと {思|おも}わないで ください。',
  unknownRetry: '{打|う}ちまちがいかも しれません。もう いちど ためして ください。',
  tryAgain: 'ばんごうと コードで しらべる',

  limitedTitle: 'すこし {待|ま}って ください',
  limitedBody: 'まちがいが {多|おお}いので、{少|すこ}し {休|やす}んで います。',
  limitedHelp: '10{秒|びょう} {待|ま}ってから、もう いちど ためして ください。',
  again: 'もう いちど しらべる',
  failedTitle: '{今|いま}は しらべられません',
  failedBody:
    'しらべる {機械|きかい}が {止|と}まって います。この {紙|かみ}が だめだと いう ことでは ありません。',
  failedHelp: 'すこし {待|ま}ってから、もう いちど ためして ください。',

  fileHeading: 'PDFの ファイルで しらべる',
  fileLabel: 'しゅうりょうしょうの PDF',
  fileHint: '1MBまで。ここに ファイルを おいても いいです。',
  filePrivacy:
    'ファイルは この {機械|きかい}の {中|なか}で {調|しら}べます。できない ときは {送|おく}って {調|しら}べますが、{残|のこ}しません。',
  fileVerify: 'この PDFを しらべる',
  toCredentialCheck: 'デジタルの しゅうりょうしょうを しらべる',
  fileTitle: 'PDFを しらべた けっか',
  fileStates: { signed: 'ノートに ない', altered: 'かわっている', foreign: 'ちがう ファイル' },
  fileHeadings: {
    signed: '{社協|しゃきょう}の しるしは あります。ノートには ありません。',
    altered: 'この PDFは、{作|つく}った ときと ちがいます。',
    foreign: 'この PDFは、{社協|しゃきょう}の ファイルでは ありません。',
  },
  fileBodies: {
    signed: '{本物|ほんもの}だと {思|おも}わないで ください。{社協|しゃきょう}に {聞|き}いて ください。',
    altered: 'だれかが {変|か}えたかも しれません。{本物|ほんもの}だと {思|おも}わないで ください。',
    foreign: '{本物|ほんもの}だと {思|おも}わないで ください。',
  },
  fileHelp: {
    signed: '{社協|しゃきょう}が {調|しら}べます。{電話|でんわ}を して ください。',
    altered: 'もらった ままの ファイルで、もう いちど ためして ください。',
    foreign: '{紙|かみ}の QRコードを つかって ください。',
  },
  errors: {
    'verification.number_invalid': 'ばんごうを かいて ください。「12」だけでも いいです。',
    'verification.code_invalid': 'コードを かいて ください。かみに あります。',
    'verification.file_required': 'PDFを えらんで ください。',
    'verification.file_too_large': 'ファイルが おおきすぎます。1MBまでの PDFを えらんで ください。',
    'verification.file_not_pdf': 'PDFでは ありません。PDFを えらんで ください。',
    'verification.not_verified': 'この ばんごうの かみは わかりません。',
    'verification.limited': 'まちがいが おおいです。{retryAfterSeconds}びょう まってから ためして ください。',
  },
};
