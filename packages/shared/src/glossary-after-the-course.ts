import type { GlossaryRows } from './glossary-row.js';

/** Terms of what comes after the certificate. */
export const wordsAfterTheCourse: GlossaryRows = {
  'After the course': [
    [
      'Supporter',
      '活動登録者',
      'かつどうとうろくしゃ',
      'a person with a valid certificate who is registered to help in the neighbourhood',
      'Learner, Organiser',
    ],
    [
      'SupporterRegistration',
      '活動登録',
      'かつどうとうろく',
      'applied for online or on paper, confirmed by the office, valid for two fiscal years, renewable',
      'Application, Enrolment',
    ],
    [
      'Pledge',
      '守秘の誓約',
      'しゅひのせいやく',
      'the promise to keep confidential what one learns on a visit; its text has versions, and it holds after the end',
      'Consent',
    ],
    [
      'SupporterCard',
      '登録証',
      'とうろくしょう',
      'a supporter’s card, with number, last day and a QR code that shows whether it is valid',
      'Certificate, LearnerCard',
    ],
    [
      'Leave',
      '休止',
      'きゅうし',
      'days on which a supporter is not asked to help; the registration continues',
      'Ending',
    ],
    ['Ending', '退会', 'たいかい', 'the end of a registration; the pledge stays in force', 'Withdrawal'],
    ['Renewal', '更新', 'こうしん', 'the pledge is given again and the registration continues'],
    ['Pair', 'ペア', 'ぺあ', 'two supporters who make visits together; the office decides'],
    [
      'PairCandidate',
      'ペアの候補',
      'ぺあのこうほ',
      'a person with an activity, a half-day and a district in common with a supporter',
    ],
    [
      'FollowUpMeeting',
      'フォローアップの集い',
      'ふぉろーあっぷのつどい',
      'a meeting to which active supporters are invited',
      'ClassSession, GroupViewing',
    ],
  ],
};
