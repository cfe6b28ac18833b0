import { formatJapaneseDate } from '@kizuna/shared/rules/civil-date';
import type { NotificationKind } from '@kizuna/shared/vocabulary/notifications';

import type { MessageFacts, MessageText } from './notifications.message.js';
import { dayLine } from './notifications.session.template.js';

type SupporterKind = Extract<NotificationKind, `supporter_${string}`>;

const page = (f: MessageFacts) =>
  f.hasCardOnly ? '' : `マイページの「活動登録」からご覧になれます。\n${f.publicOrigin}/my/supporter`;
const until = (f: MessageFacts) => formatJapaneseDate(f.supporter?.validUntil ?? '2000-01-01');
const why = (f: MessageFacts) => (f.reason ? `理由: ${f.reason}` : '');
const pledgeHolds = '守秘の誓約は、退いたあとも続きます。活動で知ったことは、話さないでください。';

function leaveLine(f: MessageFacts): string {
  const leave = f.supporter?.leave;
  if (!leave) return '';
  return leave.untilOn
    ? `お休みの期間は、${formatJapaneseDate(leave.fromOn)}から${formatJapaneseDate(leave.untilOn)}までです。`
    : `お休みは、${formatJapaneseDate(leave.fromOn)}からです。`;
}

function meetingLines(f: MessageFacts): string[] {
  const meeting = f.supporter?.meeting;
  return meeting ? [`「${meeting.title}」`, dayLine(meeting), meeting.note ?? ''] : [];
}

/** Messages to supporters (活動登録). */
export const supporterTexts: Record<SupporterKind, (f: MessageFacts) => MessageText> = {
  supporter_applied: (f) => ({
    subject: '活動登録の申請を受け付けました',
    lines: [
      '地域サポーターの活動登録の申請を受け付けました。',
      '職員が内容を確かめて、登録の決定をお知らせします。',
      'いまは、ほかにしていただくことはありません。',
      page(f),
    ],
  }),
  supporter_confirmed: (f) => ({
    subject: '活動登録が決まりました',
    lines: [
      `活動登録が決まりました。登録番号は ${f.supporter?.number ?? ''} です。`,
      `有効期限は、${until(f)}です。期限が近づきましたら、更新のご案内をお送りします。`,
      '登録証は、活動のときにお持ちください。',
      f.hasCardOnly ? '登録証は、社会福祉協議会の窓口または郵送でお渡しします。' : page(f),
    ],
  }),
  supporter_renewal_due: (f) => ({
    subject: '活動登録の更新のお願い',
    lines: [
      `活動登録(${f.supporter?.number ?? ''})の有効期限は、${until(f)}です。`,
      f.hasCardOnly
        ? 'つづけてくださる方は、お電話か窓口で更新の手続きをしてください。'
        : `つづけてくださる方は、マイページで「更新する」を押してください。\n${f.publicOrigin}/my/supporter`,
      'つづけるのがむずかしい方も、ひとことお知らせください。',
    ],
  }),
  supporter_renewed: (f) => ({
    subject: '活動登録を更新しました',
    lines: [
      `活動登録(${f.supporter?.number ?? ''})を更新しました。`,
      `新しい有効期限は、${until(f)}です。`,
      f.hasCardOnly ? '新しい登録証は、社会福祉協議会の窓口または郵送でお渡しします。' : page(f),
    ],
  }),
  supporter_expired: (f) => ({
    subject: '活動登録の期限が切れました',
    lines: [
      `活動登録(${f.supporter?.number ?? ''})は、期限が切れました。`,
      'これまでのご協力、ありがとうございました。',
      'また活動をしてくださるときは、もう一度登録できます。',
      pledgeHolds,
    ],
  }),
  supporter_on_leave: (f) => ({
    subject: '活動のお休みを承りました',
    lines: [
      '活動のお休みを承りました。',
      leaveLine(f),
      f.supporter?.leave?.untilOn
        ? '期間が終わると、登録中にもどります。'
        : 'もどられるときは、お知らせください。',
    ],
  }),
  supporter_returned: (f) => ({
    subject: '活動のお休みが終わりました',
    lines: ['活動のお休みが終わり、登録中にもどりました。', 'また、よろしくお願いします。', page(f)],
  }),
  supporter_ended: (f) => ({
    subject: '活動登録について',
    lines: f.supporter?.number
      ? [
          `活動登録(${f.supporter.number})の退会を承りました。`,
          why(f),
          'これまでのご協力、ありがとうございました。',
          pledgeHolds,
        ]
      : ['活動登録の申請は、取りやめになりました。', why(f), pledgeHolds],
  }),
  supporter_meeting: (f) => ({
    subject: 'フォローアップの集いのご案内',
    lines: [
      '地域サポーターの集いを開きます。',
      ...meetingLines(f),
      f.hasCardOnly
        ? '出るか欠席するかを、お電話でお知らせください。'
        : `出るか欠席するかを、マイページでお知らせください。\n${f.publicOrigin}/my/supporter`,
    ],
  }),
  supporter_meeting_cancelled: (f) => ({
    subject: 'フォローアップの集いの中止',
    lines: ['次の集いは、中止になりました。', ...meetingLines(f), why(f)],
  }),
};
