/**
 * The single source of both films: narration, captions, chapters and the order of the scenes.
 *
 * A line is one sentence of at most 40 characters. `/` marks the line break of its caption (two rows of at most 20
 * full-width characters) and is not spoken. Pronunciations of difficult words are in readings.ts.
 */
export interface Shot {
  scene: string;
  lines: string[];
  /** Starts a chapter with this title. */
  chapter?: string;
  /** Seconds without speech before and after the lines. */
  before?: number;
  after?: number;
  voice?: 'neutral' | 'happy';
}

export interface FilmScript {
  key: 'long' | 'digest';
  title: string;
  summary: string;
  /** Shows a card before each chapter. */
  cards: boolean;
  shots: Shot[];
}

export const voiceCredit =
  '音声: HTS voice tohoku-f01 © 2015 Intelligent Communication Network (Ito-Nose) Laboratory, Tohoku University (CC BY 4.0, https://creativecommons.org/licenses/by/4.0/)。Open JTalk で合成し、話す速さを変えています。';

const title = 'ご近所の絆(きずな)— お互いさまで支え合うまち';

export const longFilm: FilmScript = {
  key: 'long',
  title,
  summary:
    '「地域力」とは何か、居場所づくり・見守り・生活支援、話の聴き方、地域の福祉相談窓口まで。支え合いの基本を約7分で学びます。',
  cards: true,
  shots: [
    { scene: 'opening', chapter: 'オープニング', lines: [], before: 6.5 },
    {
      scene: 'morning',
      lines: [
        '朝、ごみを出しに外へ出ます。',
        'となりの人と目が合って、/「おはようございます」。',
        '短いひと言ですが、/少し心があたたかくなります。',
        'きょうは、そんなご近所の/支え合いのお話です。',
      ],
    },
    {
      scene: 'distant',
      chapter: '薄れていくつながり',
      lines: [
        '古河市では、およそ十人に三人が/六十五歳以上です。',
        '人口が減り、/子どもも少なくなりました。',
        '制度が整い、一人でも/暮らしやすくなりました。',
        'その一方で、ご近所どうしが/顔を合わせる機会は減っています。',
      ],
    },
    {
      scene: 'alone',
      lines: [
        'けれども、制度だけでは/届かない困りごとがあります。',
        '電球を替えられない。/ごみの袋が重くて運べない。',
        '話し相手がいない。/どこに相談するのか分からない。',
        '小さな困りごとは、家の中に/かくれて見えにくいのです。',
      ],
    },
    {
      scene: 'ring',
      chapter: '「地域力」とは',
      lines: [
        'そこで大切になるのが、/「地域力」です。',
        'ご近所の人、自治会や行政区、/民生委員、ボランティア。',
        'そして、社会福祉協議会。/略して社協です。',
        'だれかが困っていると気づいたら、/みんなで力を合わせます。',
        '「お互いさま」で助け合える/地域の絆。それが地域力です。',
      ],
    },
    {
      scene: 'mutual',
      lines: [
        'きょう助ける人が、/あしたは助けられるかもしれません。',
        '助けることも、頼ることも、/どちらも立派な地域の力です。',
      ],
    },
    {
      scene: 'letterbox',
      chapter: '「他人事」から「我が事」へ',
      lines: [
        'となりの家の郵便受けに、/新聞がたまっています。',
        '「よその家のことだから」。/通り過ぎれば、他人事のままです。',
        '「どうされたのかな」。/立ち止まれば、我が事になります。',
        '我が事とは、自分のことのように/気にかけることです。',
      ],
    },
    {
      scene: 'programme',
      lines: [
        '地域力強化推進事業は、/その気持ちを後押しする取り組みです。',
        '主役は、自治会や行政区など、/地域で暮らす私たちです。',
        '古河市から任された社協が、/活動の立ち上げをお手伝いします。',
        'だれもが生きがいを持ち、/共に暮らせるまちを目指します。',
      ],
    },
    {
      scene: 'three',
      chapter: '三つの支え合い',
      lines: ['支え合いには、/大きく三つの形があります。'],
    },
    {
      scene: 'salon',
      lines: [
        '一つ目は、居場所づくりです。',
        '集会所などに気軽に集まる、/サロンを開きます。',
        'お茶を飲み、笑い、体を動かす。/それだけで元気がわいてきます。',
        '顔なじみが増えることが、/支え合いの土台になります。',
      ],
    },
    {
      scene: 'watching',
      lines: [
        '二つ目は、見守りです。',
        '手助けが必要な方、要支援者を、/さりげなく気にかけます。',
        '雨戸は開いたでしょうか。/夜に明かりはついたでしょうか。',
        'いつもと違うと感じたら、/声をかけ、早めに相談します。',
      ],
    },
    {
      scene: 'helping',
      lines: [
        '三つ目は、生活支援です。',
        '買い物の荷物を、/いっしょに運ぶ。',
        'ごみ出しの朝に、/ひと袋あずかる。',
        '病院や集まりへの外出に付き添う。',
        'できる人が、できるときに、/できることをします。',
        '無理をしないことが、/長く続けるこつです。',
      ],
    },
    {
      scene: 'listening',
      chapter: '耳を傾けて聴く',
      lines: ['もう一つ、だれにでもできる/支え合いがあります。', '相手の心に耳を傾けて聴く、/傾聴です。'],
    },
    {
      scene: 'tips',
      lines: [
        'まず、体を相手に向けて、/ゆっくりうなずきます。',
        '次に、話をさえぎらず、/最後まで待ちます。',
        'そして、答えを急がず、/気持ちを受け止めます。',
        '「それは心細かったですね」。/短い言葉で十分です。',
        '聴いたことは、/ほかの人に話しません。',
        'ただし、命や体が心配なときは、/すぐに相談機関へ知らせます。',
      ],
    },
    {
      scene: 'desk',
      chapter: '地域の福祉相談窓口',
      lines: [
        '自分たちだけでは難しい相談も、/もちろんあります。',
        '困ったときに頼れるのが、/「地域の福祉相談窓口」です。',
        'サロンなど、いつもの集まりの場が/窓口になります。',
        '目印は、こののぼり旗です。',
      ],
    },
    {
      scene: 'tie-card',
      lines: [
        '困りごとを聴いたら、/「つながりカード」に書きとめます。',
        'ご本人の了解を得て、社協や/地域包括支援センターへ渡します。',
        '知ったことは、活動を/やめたあとも、けっして話しません。',
      ],
    },
    {
      scene: 'whole',
      chapter: '「丸ごと」受け止める',
      lines: [
        'お金のこと、体のこと、家族のこと。/困りごとは重なるものです。',
        '社協と地域包括支援センターは、/それを「丸ごと」受け止めます。',
        '分野を超えて力を合わせ、/必要な支援につなげます。',
      ],
    },
    {
      scene: 'chain',
      lines: [
        'ですから、解決を一人で/背負わなくてよいのです。',
        '気づいて、聴いて、つなぐ。/それが私たちの役目です。',
      ],
    },
    {
      scene: 'greeting',
      chapter: 'はじめの一歩',
      voice: 'happy',
      lines: ['はじめの一歩は、あいさつです。', '「お変わりありませんか」と、/ひと声そえてみてください。'],
    },
    {
      scene: 'training',
      lines: [
        'もっと学びたい方には、/講座があります。',
        '入門編は、/地域サポーター養成講座。',
        '実践編は、/傾聴ボランティア養成講座です。',
        '仲間といっしょに、/支え合いの基本を学べます。',
      ],
    },
    {
      scene: 'phone',
      lines: ['お申し込みも、ご相談も、/社協までお電話ください。', '電話番号は、/0280-48-0808です。'],
      after: 1.6,
    },
    {
      scene: 'evening',
      voice: 'happy',
      lines: [
        '小さなひと声が、/人と人を結ぶ糸になります。',
        'その糸が重なって、/まちの絆になります。',
        '困ったときは、お互いさま。',
        'さあ、きょうのひと声から/始めましょう。',
      ],
      after: 1.2,
    },
    { scene: 'credits', chapter: 'おわりに', lines: [], before: 8 },
  ],
};

export const digestFilm: FilmScript = {
  key: 'digest',
  title: `${title} ダイジェスト`,
  summary: 'ご近所の支え合いと「地域の福祉相談窓口」を約1分で紹介します。',
  cards: false,
  shots: [
    { scene: 'opening', chapter: 'オープニング', lines: [], before: 3.6 },
    { scene: 'greeting', voice: 'happy', lines: ['となりの人と、/きょう、あいさつをしましたか。'] },
    {
      scene: 'ring',
      chapter: '「地域力」とは',
      lines: ['困ったとき「お互いさま」で/助け合える絆が、「地域力」です。'],
    },
    { scene: 'salon', chapter: '支え合いの形', lines: ['集まってお茶を飲む、/居場所づくり。'] },
    { scene: 'watching', lines: ['さりげなく気にかける、見守り。'] },
    { scene: 'helping', lines: ['買い物やごみ出し、外出を/手伝う生活支援。'] },
    { scene: 'listening', lines: ['相手の心に耳を傾ける、傾聴。'] },
    {
      scene: 'desk',
      chapter: '相談と講座',
      lines: ['困りごとは、のぼり旗が目印の/「地域の福祉相談窓口」へ。'],
    },
    { scene: 'whole', lines: ['社協と地域包括支援センターが、/「丸ごと」受け止めます。'] },
    { scene: 'training', lines: ['講座で学ぶこともできます。'] },
    { scene: 'phone', lines: ['社協の電話は、/0280-48-0808です。'], after: 0.8 },
    { scene: 'credits', lines: [], before: 4.5 },
  ],
};
