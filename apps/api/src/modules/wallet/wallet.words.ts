/** What a wallet shows about a credential before it has one. */
export const walletWords = {
  credential: '修了証',
  description: '社会福祉協議会の養成講座を修了したことの証明です。',
} as const;
