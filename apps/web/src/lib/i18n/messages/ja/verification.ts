/** Texts for checking a certificate, for anyone who is shown a 修了証. The other languages have the same structure. */
export const verification = {
  languageNav: '表示のことば',
  verifyTitle: '修了証の確認',
  verifyLead: '修了証が本物で、いまも有効かを確かめます。サインインはいりません。',
  verifyHow: 'QRコードを読み取ると、入力せずに確認できます。',
  number: '修了証の番号',
  numberHint: '例:令和8年度 入門 第12号。「第12号」だけでもかまいません。',
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
    replaced:
      '{since}に再交付されたため、この紙は使えません。ご本人に、新しい修了証を見せてもらってください。',
    revoked: '{since}に、発行した{issuer}が取り消しました。修了の証明には使えません。',
  },
  asPrinted: '修了証に書かれている内容',
  name: '氏名',
  nameByBrush: 'この修了証の氏名は、紙に筆で書かれています。',
  courseTitle: '講座',
  body: '本文',
  completedOn: '修了した日',
  issuedOn: '発行した日',
  issuer: '発行者',
  copy: '再交付',
  copyOf: '{copy}通目',
  checkedAt: '確認した日時',
  recheck: 'いまの状態は、つぎのアドレスで確かめられます。',
  print: 'この結果を印刷する',
  another: '別の修了証を確認する',
  least: '紙に書かれていない個人情報は、ここには表示しません。',

  /** the same for the heading above the form, without readings */
  unknownSummary: 'この修了証は確認できません',
  unknownTitle: 'この修了証は確認できません',
  unknownBody: 'この番号やコードの修了証は、社協の台帳にありません。',
  unknownNotValid: '有効な修了証として扱わないでください。',
  unknownRetry: '読み取りや入力のまちがいかもしれません。番号とコードで、もう一度お試しください。',
  tryAgain: '番号とコードで確認する',

  limitedTitle: 'すこしお待ちください',
  limitedBody: '確認できない修了証が続いたため、しばらく休んでいます。',
  limitedHelp: '10秒ほど待ってから、もう一度お試しください。お急ぎのときは、お電話ください。',
  again: 'もう一度確かめる',
  failedTitle: 'いまは確認できません',
  failedBody: '確認の仕組みが止まっています。修了証が無効だという意味ではありません。',
  failedHelp: 'すこし待ってから、もう一度お試しください。お急ぎのときは、お電話ください。',

  fileHeading: 'PDFファイルで確かめる',
  fileLabel: '修了証のPDFファイル',
  fileHint: '1MBまで。欄の上にファイルを置くこともできます。',
  filePrivacy:
    'ファイルはこの端末の中で調べ、照合番号だけを送ります。調べられない端末では、ファイルを送って調べますが、保存しません。',
  fileVerify: 'このPDFを確かめる',
  toCredentialCheck: 'デジタルの証明(画像やデータのファイル)を確かめる',
  fileTitle: 'PDFファイルの確認の結果',
  fileStates: { signed: '台帳になし', altered: '改変あり', foreign: '発行元がちがいます' },
  fileHeadings: {
    signed: '社協の電子署名はありますが、台帳にありません',
    altered: 'このPDFは、発行したときのままではありません',
    foreign: 'このPDFは、社協の修了証のファイルではありません',
  },
  fileBodies: {
    signed: '有効な修了証として扱わないでください。お手数ですが、社協にお問い合わせください。',
    altered: '社協の修了証に見えますが、中身が変わっています。有効な修了証として扱わないでください。',
    foreign: '社協の電子署名がなく、台帳の控えとも一致しません。有効な修了証として扱わないでください。',
  },
  fileHelp: {
    signed:
      'ファイルそのものは、社協の鍵で署名されたときのままです。台帳に記録がない理由は、社協が調べます。',
    altered: '保存し直したファイルも、こうなります。受け取ったままのファイルで、もう一度お試しください。',
    foreign:
      '紙を読み取ったPDFや、印刷し直したPDFは確かめられません。紙のQRコードか、番号とコードをお使いください。',
  },
  errors: {
    'verification.number_invalid': '修了証の番号をご確認ください。例:令和8年度 第12号',
    'verification.code_invalid': '確認コードをご確認ください。修了証に書いてあります。',
    'verification.file_required': '修了証のPDFファイルを選んでください。',
    'verification.file_too_large': 'ファイルが大きすぎます。1MBまでのPDFを選んでください。',
    'verification.file_not_pdf': 'PDFではないようです。修了証のPDFファイルを選んでください。',
    'verification.not_verified': 'この番号の修了証は確認できませんでした。',
    'verification.limited':
      'まちがいが続いたため、すこしお待ちください。{retryAfterSeconds}秒ほどで、また確かめられます。',
  },
} as const;
