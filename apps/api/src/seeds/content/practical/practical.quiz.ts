import type { QuizContent } from '../content.types.js';

/** 実践編の確認テスト. Every explanation also says why the other choices do not fit. */
export const practicalQuiz: QuizContent = {
  key: 'practical-quiz',
  title: '実践編 確認テスト',
  passPercent: 70,
  maxAttempts: null,
  questions: [
    {
      key: 'practical-q01',
      kind: 'single',
      text: '傾聴で、何をどこまで話すかを決めるのはだれですか。',
      choices: [
        { key: 'a', text: '聴き手', correct: false },
        { key: 'b', text: '話し手', correct: true },
        { key: 'c', text: '話し手の家族', correct: false },
        { key: 'd', text: '社協の職員', correct: false },
      ],
      explanation:
        '傾聴の主役は、話す人です。どこまで話すか、いつやめるかも話し手が決めます。聴き手やまわりの人は、先に立って引っぱらないようにします。',
    },
    {
      key: 'practical-q02',
      kind: 'single',
      text: '「娘は、わたしの作った煮物を食べない」と言われました。受け止める返事はどれですか。',
      choices: [
        { key: 'a', text: '「今の若い人は、そういうものですよ」', correct: false },
        { key: 'b', text: '「娘さんにも好みがありますから」', correct: false },
        { key: 'c', text: '「次は、もう少し薄味にしてみたらどうですか」', correct: false },
        { key: 'd', text: '「心をこめて作ったのに、と思われたのですね」', correct: true },
      ],
      explanation:
        '気持ちを受け止めることは、賛成や反対とは違います。決めつけや娘さんの弁護は、話し手の気持ちを置き去りにします。助言は、求められてからで間に合います。',
    },
    {
      key: 'practical-q03',
      kind: 'multiple',
      text: '傾聴ボランティアがしないことはどれですか。当てはまるものをすべて選んでください。',
      choices: [
        { key: 'a', text: '病名を見立てて伝える', correct: true },
        { key: 'b', text: '品物やお金を受け取る', correct: true },
        { key: 'c', text: '話を聴いて、いっしょに時間を過ごす', correct: false },
        { key: 'd', text: '団体や商品への加入を勧める', correct: true },
        { key: 'e', text: '本人の同意を得て、相談先につなぐ', correct: false },
      ],
      explanation:
        '見立て、物やお金のやりとり、勧誘はしません。安心して話せる間柄が、くずれるからです。聴いて時間を過ごすことと、つなぐことは大切な役目です。',
    },
    {
      key: 'practical-q04',
      kind: 'multiple',
      text: 'うなずきと相づちの使い方で、よいものはどれですか。当てはまるものをすべて選んでください。',
      choices: [
        { key: 'a', text: '「はいはいはい」と速く重ねる', correct: false },
        { key: 'b', text: '話の区切りで、ゆっくりうなずく', correct: true },
        { key: 'c', text: '「それから」と、続きを待つ言葉を使う', correct: true },
        { key: 'd', text: 'どの話にも「たしかに」だけで返す', correct: false },
      ],
      explanation:
        'ゆっくりしたうなずきと、続きを待つ言葉は安心を伝えます。速い相づちは、急かされているように聞こえます。同じ言葉ばかりでは、聴いていないように感じられます。',
    },
    {
      key: 'practical-q05',
      kind: 'single',
      text: '「先月、長年飼った猫が死んでね」への「くり返し」はどれですか。',
      choices: [
        { key: 'a', text: '「長年飼った猫を、亡くされたのですね」', correct: true },
        { key: 'b', text: '「また新しい猫を飼えばいいですよ」', correct: false },
        { key: 'c', text: '「わたしは犬のほうが好きです」', correct: false },
        { key: 'd', text: '「死因は何だったのですか」', correct: false },
      ],
      explanation:
        'くり返しは、大切な言葉を短く返す技法です。代わりを勧めると、悲しみが軽く扱われたと感じます。自分の好みや細かな質問は、話の流れを変えてしまいます。',
    },
    {
      key: 'practical-q06',
      kind: 'single',
      text: '話し手が「本当は……」と言って黙りました。はじめにするとよいことはどれですか。',
      choices: [
        { key: 'a', text: '明るい話題に変える', correct: false },
        { key: 'b', text: '「本当は何ですか」と続きを急ぐ', correct: false },
        { key: 'c', text: '穏やかな顔で、少し待つ', correct: true },
        { key: 'd', text: '自分の体験を話して間をつなぐ', correct: false },
      ],
      explanation:
        '沈黙は、考えたり迷ったりしている大切な時間です。話題を変えたり急いだりすると、言葉が引っこみます。困った様子なら「ゆっくりで大丈夫ですよ」と伝えます。',
    },
    {
      key: 'practical-q07',
      kind: 'multiple',
      text: '「開かれた質問」はどれですか。当てはまるものをすべて選んでください。',
      choices: [
        { key: 'a', text: '「旅行では、どんなことが心に残りましたか」', correct: true },
        { key: 'b', text: '「旅行は楽しかったですか」', correct: false },
        { key: 'c', text: '「このごろ、お体の具合はいかがですか」', correct: true },
        { key: 'd', text: '「朝ご飯は食べましたか」', correct: false },
      ],
      explanation:
        '自由に答えられるのが、開かれた質問です。「はい」「いいえ」で終わるのは、閉じた質問です。閉じた質問も、疲れている人には答えやすい大切な聞き方です。',
    },
    {
      key: 'practical-q08',
      kind: 'multiple',
      text: 'ロールプレイの約束として、よいものはどれですか。当てはまるものをすべて選んでください。',
      choices: [
        { key: 'a', text: 'つらくなったら、途中でやめてよい', correct: true },
        { key: 'b', text: '本当の深い悩みを題材にする', correct: false },
        { key: 'c', text: '練習で聞いた話も、外では話さない', correct: true },
        { key: 'd', text: '人柄ではなく、見えた行動について伝える', correct: true },
      ],
      explanation:
        '安心して練習できることが、何より大切です。深い悩みを使うと、話し手が傷つくことがあります。好きな料理など、負担のない話題を選びましょう。',
    },
    {
      key: 'practical-q09',
      kind: 'single',
      text: '訪ねるたびに、同じ昔話をする人がいます。よい聴き方はどれですか。',
      choices: [
        { key: 'a', text: '「前にも聞きました」と伝える', correct: false },
        { key: 'b', text: '大切な話と受け止め、角度を変えて聴く', correct: true },
        { key: 'c', text: '認知症だと考え、家族に知らせる', correct: false },
        { key: 'd', text: '聴いているふりをして、別のことを考える', correct: false },
      ],
      explanation:
        'くり返す話には、その人の大切な思いがあります。指摘されると、話す気持ちがしぼみます。同じ話だけで病気とは言えず、病名の見立ても役目ではありません。',
    },
    {
      key: 'practical-q10',
      kind: 'single',
      text: '一年前に夫を亡くした人が、涙ぐみました。よい態度はどれですか。',
      choices: [
        { key: 'a', text: '「もう一年もたつのですから」と励ます', correct: false },
        { key: 'b', text: '「もっとつらい人もいますよ」と慰める', correct: false },
        { key: 'c', text: '見なかったことにして、帰りじたくをする', correct: false },
        { key: 'd', text: '急がせず、涙もいっしょに受け止める', correct: true },
      ],
      explanation:
        '悲しみに、決まった期限はありません。急がせたり比べたりする言葉は、人を傷つけます。涙を受け止めて静かにそばにいることが、支えになります。',
    },
    {
      key: 'practical-q11',
      kind: 'multiple',
      text: '「つながりカード」を使うときに守ることはどれですか。当てはまるものをすべて選んでください。',
      choices: [
        { key: 'a', text: '書いてよいか、だれに渡すかを本人に確かめる', correct: true },
        { key: 'b', text: '本人の話した言葉を大切にして書く', correct: true },
        { key: 'c', text: '社協または地域包括支援センターに渡す', correct: true },
        { key: 'd', text: '仲間に見せて、みんなで解決策を考える', correct: false },
        { key: 'e', text: '本人に知らせずに書いて、あとで伝える', correct: false },
      ],
      explanation:
        'カードは、本人の同意を得て相談機関へつなぐものです。仲間に見せる約束はしていないので、見せません。あとで知らせるのでは、信頼を失ってしまいます。',
    },
    {
      key: 'practical-q12',
      kind: 'single',
      text: '「腰のことは伝えていいけれど、息子のことは言わないで」と言われました。命の心配はありません。どうしますか。',
      choices: [
        { key: 'a', text: '腰のことだけを相談先に伝える', correct: true },
        { key: 'b', text: '役に立つと思うので、両方とも伝える', correct: false },
        { key: 'c', text: '一部だけの同意はできないので、何も伝えない', correct: false },
        { key: 'd', text: '先に息子さんに電話をして確かめる', correct: false },
      ],
      explanation:
        '伝えてよい範囲は、本人が決めます。善意でも、断られたことを伝えると約束を破ることになります。同意のある部分だけで、支援につなげられます。',
    },
    {
      key: 'practical-q13',
      kind: 'single',
      text: '「だれにも言わないでね」と言われました。よい返事はどれですか。',
      choices: [
        { key: 'a', text: '「何があっても、絶対に言いません」', correct: false },
        { key: 'b', text: '「命や安全に関わるときだけは、相談させてください」', correct: true },
        { key: 'c', text: '「それなら、話さないでください」', correct: false },
        { key: 'd', text: '「うちの家族には話しますが、よろしいでしょうか」', correct: false },
      ],
      explanation:
        '守秘には、命や安全に関わる例外があります。絶対の約束をすると、いざというときに動けません。断れば話せなくなり、自分の家族に話すことは守秘に反します。',
    },
    {
      key: 'practical-q14',
      kind: 'multiple',
      text: '活動の記録に書くとよいことはどれですか。当てはまるものをすべて選んでください。',
      choices: [
        { key: 'a', text: '訪ねた日時と場所', correct: true },
        { key: 'b', text: '近所で聞いたうわさ', correct: false },
        { key: 'c', text: '見たままの様子', correct: true },
        { key: 'd', text: '「たぶん認知症だと思う」という推測', correct: false },
        { key: 'e', text: '次に会う約束', correct: true },
      ],
      explanation:
        '記録には、事実を短く書きます。うわさや病名の推測は、本人を傷つけ、次の人を誤らせます。本人が読んでも困らない言葉を選びましょう。',
    },
  ],
};
