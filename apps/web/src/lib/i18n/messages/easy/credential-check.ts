import type { CredentialCheckWords } from '../credential-check-words.ts';

/**
 * やさしい日本語, like easy/verification.ts: `{漢字|かんじ}` is drawn with the reading above it, labels are in kana
 * only.
 */
export const credentialCheck: CredentialCheckWords = {
  checkTitle: 'デジタルの しゅうりょうしょうの かくにん',
  checkLead: 'この ファイルが {本物|ほんもの}か、{今|いま}も {使|つか}えるかを {調|しら}べます。',
  checkFile: 'ファイル',
  checkHint: '.png .svg .json .jwt の どれか。250KBまで。ここに ファイルを おいても いいです。',
  checkPrivacy: 'ファイルは {調|しら}べる ためだけに {送|おく}ります。{残|のこ}しません。',
  check: 'しらべる',
  checkAnother: 'ほかの ファイルを しらべる',
  toCertificateCheck: 'かみや PDFの しゅうりょうしょうを しらべる',
  words: { valid: 'つかえます', replaced: 'つかえません', revoked: 'つかえません' },
  headings: {
    valid: 'これは {本物|ほんもの}です。{今|いま}も {使|つか}えます。',
    replaced: 'これは {古|ふる}いです。もう {使|つか}えません。',
    revoked: 'これは {使|つか}えません。',
    refused: 'これは わかりません',
  },
  bodies: {
    valid:
      '{作|つく}った ときと {同|おな}じです。{下|した}の なまえが {本人|ほんにん}と {同|おな}じか、{見|み}てください。',
    replaced: '{新|あたら}しい ものが できました。{新|あたら}しい ものを もらってください。',
    revoked: '{社協|しゃきょう}が これを やめました。',
  },
  reasons: {
    unreadable: '{中|なか}に しゅうりょうしょうが ないか、{読|よ}めません。',
    form: '{社協|しゃきょう}の ファイルの {形|かたち}では ありません。',
    issuer: '{社協|しゃきょう}が {作|つく}った ものでは ありません。',
    key: '{社協|しゃきょう}の しるしでは ありません。',
    unknown: '{社協|しゃきょう}の ノートに ありません。',
    altered: '{作|つく}った ときと ちがいます。だれかが {変|か}えたかも しれません。',
    signature: 'しるしが ちがいます。',
  },
  refusedHelp:
    '{本物|ほんもの}だと {思|おも}わないで ください。もらった ままの ファイルで、もう いちど ためして ください。',
  contents: '{書|か}いてある こと',
  name: 'なまえ(氏名)',
  number: 'ばんごう(番号)',
  achievement: 'こうざ(講座)',
  awardedOn: 'おわった ひ(修了日)',
  issuer: 'つくった ところ(発行者)',
  checkedAt: 'しらべた とき',
  errors: {
    'credentials.required': 'ファイルを えらんで ください。',
    'credentials.too_large': 'ファイルが おおきすぎます。250KBまでの ファイルを えらんで ください。',
  },
};
