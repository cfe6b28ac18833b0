/** Texts for downloading certificates in digital form. */
export const credentials = {
  takeTitle: 'デジタルの証明(ほかのサービスで使う方へ)',
  takeLead: '修了証と同じ内容を、ほかのサービスでも確かめられる形にしたファイルです。',
  takeNotNeeded: '提出先から求められたときに、お使いください。ふだんは修了証(PDF)で足ります。',
  takeCareful: 'お名前と番号が入っています。見せてよい相手にだけ、お渡しください。',
  takeStandard: '国際規格「Open Badges 3.0」に沿っています。',
  forms: { png: '画像(PNG)', svg: '画像(SVG)', json: 'データ(JSON-LD)', jwt: 'データ(JWT)' },
  formNotes: {
    png: 'バッジの画像の中に、証明が入っています。迷ったときはこちら。',
    svg: '拡大しても、ぼやけない画像です。',
    json: '対応するアプリ(ウォレット)に取り込めます。',
    jwt: 'JWTの形を求められたときに使います。',
  },
  receive: '受け取る',
  wallet: '証明書アプリに入れる',
  walletNote: 'スマートフォンのアプリ(ウォレット)へ、直接渡します。',
} as const;
