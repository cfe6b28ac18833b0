import type { QuizContent } from '../content.types.js';

/** 入門編の確認テスト. Every explanation also says why the other choices do not fit. */
export const introductoryQuiz: QuizContent = {
  key: 'intro-quiz',
  title: '入門編 確認テスト',
  passPercent: 70,
  maxAttempts: null,
  questions: [
    {
      key: 'intro-q01',
      kind: 'single',
      text: '「地域力」の説明に、いちばん近いものはどれですか。',
      choices: [
        { key: 'a', text: '地域にある建物や設備の数', correct: false },
        { key: 'b', text: '専門の人だけが、住民の困りごとを解決する力', correct: false },
        { key: 'c', text: '「お互いさま」の気持ちで助け合う、地域の絆', correct: true },
        { key: 'd', text: '地域に住む人の数の多さ', correct: false },
      ],
      explanation:
        '地域力は、困ったときに協力して助け合う「地域の絆」です。建物や人の数が多くても、つながりがなければ生まれません。専門の人だけでなく、住民もいっしょに支えます。',
    },
    {
      key: 'intro-q02',
      kind: 'single',
      text: '隣の家の新聞が、二日分たまっています。「我が事」としてとらえた行動はどれですか。',
      choices: [
        { key: 'a', text: '声をかけ、返事がなければ民生委員などに相談する', correct: true },
        { key: 'b', text: 'よその家のことなので、そのままにしておく', correct: false },
        { key: 'c', text: '心配なので、すぐに窓を開けて、ひとりで中に入る', correct: false },
        { key: 'd', text: 'ご近所に、うわさとして広める', correct: false },
      ],
      explanation:
        '気づいたら声をかけ、だれかに相談するのが我が事の一歩です。そのままにすると、助けが遅れるかもしれません。ひとりで入るのは危なく、うわさは相手を傷つけます。',
    },
    {
      key: 'intro-q03',
      kind: 'multiple',
      text: 'この事業が立ち上げを支える活動は、どれですか。当てはまるものをすべて選んでください。',
      choices: [
        { key: 'a', text: '気軽に集まる居場所づくり（サロン）', correct: true },
        { key: 'b', text: '病気の診断や治療', correct: false },
        { key: 'c', text: '手助けの要る人の見守り', correct: true },
        { key: 'd', text: '買い物、ごみ出し、外出の手伝い', correct: true },
        { key: 'e', text: '生活のためのお金の貸し出し', correct: false },
      ],
      explanation:
        'サロン、見守り、生活支援の三つです。診断や治療は医師の仕事です。お金の相談を受けたときは、自分で貸さずに社協へつなぎます。',
    },
    {
      key: 'intro-q04',
      kind: 'single',
      text: '「お互いさまの支え合い」に、いちばん合う考え方はどれですか。',
      choices: [
        { key: 'a', text: '助けてもらったら、必ず同じ値段の品を返す', correct: false },
        { key: 'b', text: 'だれにも、できることと頼みたいことがある', correct: true },
        { key: 'c', text: '元気な人が、いつも助ける側の役を引き受ける', correct: false },
        { key: 'd', text: '迷惑になるので、だれにも頼らない', correct: false },
      ],
      explanation:
        '助ける人と助けられる人は、入れかわるものです。役を決めつけると、続けることが苦しくなります。お礼は「ありがとう」で十分です。頼ることも、相手の出番をつくります。',
    },
    {
      key: 'intro-q05',
      kind: 'single',
      text: '重い荷物を持った人に会いました。最初のひと言として、よいものはどれですか。',
      choices: [
        { key: 'a', text: '「貸しなさい。全部わたしが運びます」', correct: false },
        { key: 'b', text: '「その年で無理をしてはいけませんよ」', correct: false },
        { key: 'c', text: '「どうして家族に頼まないのですか」', correct: false },
        { key: 'd', text: '「お手伝いできることはありますか」', correct: true },
      ],
      explanation:
        '手助けは、たずねてから行います。先回りして全部引き受けると、その人の力をうばいます。年齢を理由にした注意や「どうして」は、責める響きになります。',
    },
    {
      key: 'intro-q06',
      kind: 'single',
      text: 'ご近所の人が、うつむいて「だいじょうぶです」と言いました。よい受け止め方はどれですか。',
      choices: [
        { key: 'a', text: '言葉のとおりなので、気にしない', correct: false },
        { key: 'b', text: '表情も気にかけて、ていねいにたずねる', correct: true },
        { key: 'c', text: '「うそでしょう」と問いつめる', correct: false },
        { key: 'd', text: '理由が分かるまで、家族のことも聞き出す', correct: false },
      ],
      explanation:
        '言葉と表情が食い違うときは、ていねいに聞いてみます。言葉だけでは、気持ちを見落とすことがあります。問いつめたり聞き出したりすると、話せなくなります。',
    },
    {
      key: 'intro-q07',
      kind: 'multiple',
      text: '聞こえにくい人と話すときの工夫はどれですか。当てはまるものをすべて選んでください。',
      choices: [
        { key: 'a', text: '顔の見える位置で話す', correct: true },
        { key: 'b', text: '短い文に区切り、ゆっくり話す', correct: true },
        { key: 'c', text: '高い大声で、早口で話す', correct: false },
        { key: 'd', text: '数字や場所を紙に書いて見せる', correct: true },
        { key: 'e', text: '本人を飛ばして、家族とだけ話す', correct: false },
      ],
      explanation:
        '口元が見え、文が短く、紙に書いてあると伝わりやすくなります。高い大声や早口は、かえって聞き取りにくいものです。本人を飛ばすと、気持ちを傷つけます。',
    },
    {
      key: 'intro-q08',
      kind: 'single',
      text: '「夜になると寂しくてね」と言われました。傾聴の返し方はどれですか。',
      choices: [
        { key: 'a', text: '「気の持ちようですよ。元気を出して」', correct: false },
        { key: 'b', text: '「わたしのほうが、もっと寂しいですよ」', correct: false },
        { key: 'c', text: '「犬を飼えば解決しますよ」', correct: false },
        { key: 'd', text: '「夜になると、寂しくなるのですね」', correct: true },
      ],
      explanation:
        '相手の言葉をそっと返すと、話の続きが出てきます。励ましは、話を終わらせることがあります。自分の話や急いだ助言は、主役を取ってしまいます。',
    },
    {
      key: 'intro-q09',
      kind: 'multiple',
      text: '傾聴で起こることとして、当てはまるものをすべて選んでください。',
      choices: [
        { key: 'a', text: '話した人の気持ちが軽くなることがある', correct: true },
        { key: 'b', text: 'どんな困りごとも、必ず解決する', correct: false },
        { key: 'c', text: '話すうちに、考えが整理されることがある', correct: true },
        { key: 'd', text: 'ひとりではないと感じられることがある', correct: true },
      ],
      explanation:
        '聴くだけで、気持ちや考えが整うことがあります。けれども、必ず解決するわけではありません。助けが要るときは、本人の同意をもらって相談先へつなぎます。',
    },
    {
      key: 'intro-q10',
      kind: 'multiple',
      text: '孤立に早く気づく手がかりはどれですか。当てはまるものをすべて選んでください。',
      choices: [
        { key: 'a', text: '郵便物がたまっている', correct: true },
        { key: 'b', text: '雨戸が何日も閉まったままである', correct: true },
        { key: 'c', text: 'ひとりで暮らしている', correct: false },
        { key: 'd', text: '集まりに急に来なくなった', correct: true },
      ],
      explanation:
        'いつもと違う様子が、気づきの手がかりです。ひとり暮らしというだけでは、孤立とは言えません。楽しみや話し相手のある人も大勢います。',
    },
    {
      key: 'intro-q11',
      kind: 'single',
      text: 'お茶会に誘ったら「人の集まる所は苦手で」と断られました。その後の対応でよいものはどれですか。',
      choices: [
        { key: 'a', text: '集まりに来てくれるまで、毎日のように誘う', correct: false },
        { key: 'b', text: 'もう関わらないようにする', correct: false },
        { key: 'c', text: 'これまでどおり、あいさつや立ち話を続ける', correct: true },
        { key: 'd', text: '来ない理由を、ご近所に聞いて回る', correct: false },
      ],
      explanation:
        '集まりに出ることだけが、つながりではありません。誘いすぎると負担になり、離れると縁が細くなります。聞いて回ることは、見守りではなく見張りになります。',
    },
    {
      key: 'intro-q12',
      kind: 'single',
      text: 'サロンを始めるとき、はじめにするとよいことはどれですか。',
      choices: [
        { key: 'a', text: '仲間を見つけ、ご近所の声を聞く', correct: true },
        { key: 'b', text: 'ひとりで全部の準備を済ませる', correct: false },
        { key: 'c', text: '毎日開くことを約束する', correct: false },
        { key: 'd', text: '大きな催しのために道具を買いそろえる', correct: false },
      ],
      explanation:
        '仲間がいれば、休むことができて長続きします。ひとりの準備や毎日の約束は、疲れのもとです。道具よりも、来やすいことを大切にしましょう。',
    },
    {
      key: 'intro-q13',
      kind: 'multiple',
      text: '個人情報として、大切に扱うものはどれですか。当てはまるものをすべて選んでください。',
      choices: [
        { key: 'a', text: '氏名と電話番号', correct: true },
        { key: 'b', text: '市が発表した人口の数', correct: false },
        { key: 'c', text: 'サロンで撮った、顔の分かる写真', correct: true },
        { key: 'd', text: '名前はないが、だれのことか分かる話', correct: true },
      ],
      explanation:
        'だれのことかが分かるものは、どれも個人情報です。写真や、名前を伏せた話も含まれます。市の人口の数からは、ひとりひとりのことは分かりません。',
    },
    {
      key: 'intro-q14',
      kind: 'single',
      text: '守秘の約束について、正しいものはどれですか。',
      choices: [
        { key: 'a', text: '活動を退いたら、話してもよい', correct: false },
        { key: 'b', text: '家族になら、何でも話してよい', correct: false },
        { key: 'c', text: '名前を言わなければ、だれに話してもよい', correct: false },
        { key: 'd', text: '命に危険があるときは、すぐに知らせる', correct: true },
      ],
      explanation:
        '命や体に危険があるときは、守秘よりも安全が先です。それ以外の約束は、家族に対しても、退いたあとも続きます。名前を伏せても、分かってしまうことがあります。',
    },
  ],
};
