/**
 * Texts for checking a digital certificate, for anyone who has received one. The other languages have the same
 * structure.
 */
export const credentialCheck = {
  checkTitle: 'デジタルの証明の確認',
  checkLead: '修了証のデジタルの証明が本物で、いまも有効かを確かめます。',
  checkFile: '証明のファイル',
  checkHint: '.png .svg .json .jwt のどれか。250KBまで。欄の上に置くこともできます。',
  checkPrivacy: 'ファイルは確かめるためだけに送ります。保存はしません。',
  check: 'この証明を確かめる',
  checkAnother: '別の証明を確かめる',
  toCertificateCheck: '紙やPDFの修了証を確かめる',
  words: { valid: '有効', replaced: '失効', revoked: '取消' },
  headings: {
    valid: 'この証明は有効です',
    replaced: 'この証明は失効しています',
    revoked: 'この証明は取り消されています',
    refused: 'この証明は確認できません',
  },
  bodies: {
    valid: '発行したときのまま、変わっていません。下のお名前が、ご本人と同じか確かめてください。',
    replaced: '修了証が再交付されました。新しい修了証の証明をお求めください。',
    revoked: '発行した社協が取り消しました。修了の証明には使えません。',
  },
  reasons: {
    unreadable: '証明が入っていないか、読み取れないファイルです。',
    form: 'この社協が発行する証明の形ではありません。',
    issuer: 'この社協が発行した証明ではありません。',
    key: 'この社協のものではない鍵で、署名されています。',
    unknown: 'この証明を発行した記録が、ありません。',
    altered: '発行したときの内容から、書き換えられています。',
    signature: '署名が正しくありません。',
  },
  refusedHelp: '有効な証明として扱わないでください。受け取ったままのファイルで、もう一度お試しください。',
  contents: '証明に書かれている内容',
  name: '氏名',
  number: '修了証の番号',
  achievement: '講座',
  awardedOn: '修了した日',
  issuer: '発行者',
  checkedAt: '確認した日時',

  errors: {
    'credentials.required': '確かめるファイルを選んでください。',
    'credentials.too_large': 'ファイルが大きすぎます。250KBまでのファイルを選んでください。',
  },
} as const;
