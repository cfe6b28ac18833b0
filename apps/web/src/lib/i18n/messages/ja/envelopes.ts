/** Texts of envelopes and labels for certificates sent by post. */
export const envelopes = {
  title: '郵送する方',
  count: '{count}名',
  lead: '手紙を希望した方と、メールアドレスのない方です。名簿の順に並んでいます。',
  nobody: '郵送する方はいません。',
  envelopes: '封筒のあて名(長形3号・縦)',
  labels: 'あて名ラベル(A4・12面)',
  byHandTitle: '{count}名のあて名に、手で書くところがあります',
  byHandLead: '印刷できない字の行は、空けて印刷します。',
  nameByHand: 'お名前(「{characters}」を印刷できません)',
  addressByHand: 'ご住所「{address}」(「{characters}」を印刷できません)',
  addressMissing: 'ご住所が登録されていません。封をする前に確かめてください。',
} as const;
