import type { NotificationKind } from '@kizuna/shared/vocabulary/notifications';

import type { Message, MessageFacts, MessageText } from './notifications.message.js';
import { sessionLines } from './notifications.session.template.js';
import { supporterTexts } from './notifications.supporter.template.js';

/** Replaces one-time links and codes in stored texts. */
export const blot = '●●●●●●';

const office = {
  name: '古河市社会福祉協議会 地域福祉課 きずな講座 担当',
  phone: '0280-48-0808',
  hours: '平日 午前8時30分〜午後5時15分',
};
const closing = `お困りのときは、お電話ください。\n${office.name}\n電話 ${office.phone}(${office.hours})`;

const courseOf = (f: MessageFacts) => `「${f.courseTitle ?? ''}」${f.runName ? `(${f.runName})` : ''}`;

const secretLines = (f: MessageFacts) =>
  f.secret
    ? `次のページを開いて、パスワードを決めてください。\n${f.secret.link}\n\nページを開けないときは、この6けたの番号を入れてください。\n番号 ${f.secret.code}\n\n番号とページは、${f.secret.minutes >= 120 ? `${Math.round(f.secret.minutes / 60)}時間` : `${f.secret.minutes}分`}使えます。`
    : '';

const texts: Record<NotificationKind, (f: MessageFacts) => MessageText> = {
  ...supporterTexts,
  application_received: (f) => ({
    subject: '受講のお申し込みを受け付けました',
    lines: [
      `${courseOf(f)}のお申し込みを受け付けました。`,
      `受付番号は ${f.receptionNumber ?? ''} です。`,
      '職員が内容を確かめて、受講の決定をお知らせします。',
      'いまは、ほかにしていただくことはありません。',
    ],
  }),
  application_waitlisted: (f) => ({
    subject: '補欠として受け付けました',
    lines: [
      `${courseOf(f)}は定員になりました。`,
      `補欠として受け付けました。いまの順番は ${f.waitingPosition ?? ''} 番です。`,
      `受付番号は ${f.receptionNumber ?? ''} です。`,
      '席が空きましたら、順番にお知らせします。',
    ],
  }),
  seat_offered: (f) => ({
    subject: '席が空きました(補欠からのくり上げ)',
    lines: [
      `${courseOf(f)}の席が空き、補欠からくり上がりました。`,
      '職員が内容を確かめて、受講の決定をお知らせします。',
      'ご都合が悪くなったときは、お早めにお電話ください。',
    ],
  }),
  enrolment_confirmed: (f) => ({
    subject: '受講が決まりました',
    lines: [
      `${courseOf(f)}の受講が決まりました。`,
      `集合研修の日程\n${sessionLines(f.sessions)}`,
      f.hasCardOnly
        ? '動画や教材は、同封の受講カードでご覧になれます。当日も受講カードをお持ちください。'
        : `動画や教材は、マイページからご覧になれます。\n${f.publicOrigin}/my`,
    ],
  }),
  enrolment_declined: (f) => ({
    subject: '受講のお申し込みについて',
    lines: [
      `${courseOf(f)}は、今回はご受講いただけないことになりました。`,
      ...(f.reason ? [`理由: ${f.reason}`] : []),
      'またの機会に、ぜひお申し込みください。',
    ],
  }),
  enrolment_cancelled: (f) => ({
    subject: '受講の取消しについて',
    lines: [`${courseOf(f)}の受講を取り消しました。`, ...(f.reason ? [`理由: ${f.reason}`] : [])],
  }),
  enrolment_withdrawn: (f) => ({
    subject: '受講の辞退を承りました',
    lines: [`${courseOf(f)}の受講の辞退を承りました。`, 'またの機会に、ぜひお申し込みください。'],
  }),
  password_reset: (f) => ({
    subject: 'パスワードの再設定',
    lines: [
      'パスワードの再設定のお申し込みがありました。',
      secretLines(f),
      'お心当たりのないときは、このメールを捨ててください。パスワードは変わりません。',
    ],
  }),
  invitation: (f) => ({
    subject: 'きずな講座のマイページのご案内',
    lines: ['きずな講座のマイページを使えるようになりました。', secretLines(f)],
  }),
  certificate_issued: (f) => ({
    subject: '修了証を発行しました',
    lines: [
      `${courseOf(f)}の修了、おめでとうございます。`,
      `修了証(${f.certificateNumber ?? ''})を発行しました。`,
      f.hasCardOnly
        ? '修了証は、社会福祉協議会の窓口または郵送でお渡しします。'
        : `マイページから修了証を受け取れます。\n${f.publicOrigin}/my`,
    ],
  }),
  certificate_reissued: (f) => ({
    subject: '修了証を再交付しました',
    lines: [
      `${courseOf(f)}の修了証(${f.certificateNumber ?? ''})を再交付しました。番号は変わりません。`,
      'これまでの修了証と、そのデジタルの証明は、使えなくなりました。',
      f.hasCardOnly
        ? '新しい修了証は、社会福祉協議会の窓口または郵送でお渡しします。'
        : `新しいものは、マイページから受け取れます。\n${f.publicOrigin}/my/certificates`,
      'お心あたりのないときは、社会福祉協議会へお知らせください。',
    ],
  }),
};

/** The message of a kind, in plain polite Japanese, the same for mail and letter. */
export function composeMessage(kind: NotificationKind, facts: MessageFacts): Message {
  const { subject, lines } = texts[kind](facts);
  const body = [`${facts.name} 様`, ...lines.filter((line) => line !== ''), closing].join('\n\n');
  return { subject: `【きずな講座】${subject}`, body: `${body}\n` };
}

/** The same message with its one-time link and code redacted, for everything that is stored. */
export function composeBlotted(kind: NotificationKind, facts: MessageFacts): Message {
  if (!facts.secret) return composeMessage(kind, facts);
  return composeMessage(kind, { ...facts, secret: { ...facts.secret, link: blot, code: blot } });
}
