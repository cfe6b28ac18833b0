/** Words of the certificate check, for anyone who is shown a 修了証. */
export const certification = {
  verifyTitle: '修了証の確認',
  verifyLead: '修了証が本物で、いまも有効かを確かめます。サインインはいりません。',
  verifyHow: 'QRコードを読み取ると、入力せずに確認できます。',
  number: '修了証の番号',
  numberHint: '例:令和8年度 入門 第12号',
  code: '確認コード',
  codeHint: '修了証のQRコードの下にある、10文字の英数字です。例:ABCDE-12345',
  verify: 'この修了証を確認する',
  notVerifiedHelp: '番号とコードを、もう一度お確かめください。小文字やハイフンのちがいは、かまいません。',

  resultTitle: '修了証の確認の結果',
  states: { valid: '有効', replaced: '失効', revoked: '取消' },
  stateHeadings: {
    valid: 'この修了証は有効です',
    replaced: 'この修了証は失効しています',
    revoked: 'この修了証は取り消されています',
  },
  stateBodies: {
    valid: '紙の修了証と、下の内容が同じことを確かめてください。',
    replaced: '再交付されたため、この紙は使えません。新しい修了証をお確かめください。',
    revoked: '発行した社協が取り消しました。修了の証明には使えません。',
  },
  asPrinted: '修了証に書かれている内容',
  name: '氏名',
  courseTitle: '講座',
  completedOn: '修了した日',
  issuedOn: '発行した日',
  issuer: '発行者',
  copy: '再交付',
  copyOf: '{copy}通目',
  checkedAt: '確認した日時',
  print: 'この結果を印刷する',
  another: '別の修了証を確認する',
  least: '紙に書かれていない個人情報は、ここには表示しません。',

  unknownTitle: 'この修了証は確認できません',
  unknownBody: 'この番号やコードの修了証は、社協の台帳にありません。',
  unknownNotValid: '有効な修了証として扱わないでください。',
  unknownRetry: '読み取りや入力のまちがいかもしれません。番号とコードで、もう一度お試しください。',
  tryAgain: '番号とコードで確認する',

  fileHeading: 'PDFファイルで確かめる',
  fileLabel: '修了証のPDFファイル',
  fileHint: '2MBまで。欄の上にファイルを置くこともできます。',
  filePrivacy:
    'ファイルの照合番号だけを、この端末で計算して送ります。計算できない端末では、ファイルを送って調べますが、保存しません。',
  fileTooLarge: 'ファイルが大きすぎます。2MBまでのPDFを選んでください。',
  fileVerify: 'このPDFを確かめる',
  fileUnknownTitle: 'このPDFは台帳の控えと一致しません',
  fileUnknownBody:
    '有効な修了証として扱わないでください。紙を読み取ったPDFや、保存し直したPDFも一致しません。',
  fileUnknownHelp:
    '受け取ったままのファイルで、もう一度お試しください。それでも一致しないときは、番号とコードで確かめるか、発行した社協にお問い合わせください。',

  plainHeading: 'やさしい日本語',
  plain: {
    valid: 'この紙は本物です。今も使えます。',
    replaced: 'この紙は古いです。もう使えません。新しい紙を見せてもらってください。',
    revoked: 'この紙は使えません。社協が取り消しました。',
  },
  /** Shown under lang="en", for whoever reads no Japanese. */
  english: {
    heading: 'In English',
    valid: 'This certificate is genuine and valid. Check that it says the same as below.',
    replaced: 'This copy is no longer valid. A newer copy has been issued; please ask for it.',
    revoked: 'This certificate has been revoked by its issuer. It proves nothing any more.',
  },
} as const;
