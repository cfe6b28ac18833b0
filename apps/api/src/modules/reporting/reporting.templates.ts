import type {
  AccommodationWish,
  ApplicationChannel,
  EnrolmentStatus,
} from '@kizuna/shared/vocabulary/enrolment';
import type { LedgerState } from '@kizuna/shared/vocabulary/ledger';

/** The words in exports, as the office knows them from its own lists. */
export const statusWords: Record<EnrolmentStatus, string> = {
  applied: '申込済',
  waitlisted: '補欠',
  selected: '当選',
  confirmed: '受講決定',
  declined: '不承認',
  cancelled: '取消',
  withdrawn: '辞退',
  completed: '修了',
};

export const channelWords: Record<ApplicationChannel, string> = {
  web: 'Web',
  phone: '電話',
  fax: 'FAX',
  counter: '窓口',
  post: '郵送',
  email: 'メール',
};

export const wishWords: Record<AccommodationWish, string> = {
  sign_language: '手話通訳',
  note_taking: '要約筆記',
  wheelchair: '車いす',
  large_print: '大きな文字の資料',
  hearing_loop: '補聴援助',
  front_seat: '前の席',
  companion: '付き添い',
};

export const ledgerStateWords: Record<LedgerState, string> = {
  valid: '有効',
  replaced: '再交付により無効',
  revoked: '取消',
  recorded: '紙の台帳から転記',
  struck: '転記の取消',
};

export const headings = {
  applications: [
    '受付番号',
    '申込日',
    '経路',
    '講座',
    '開講回',
    '状態',
    '補欠順',
    '氏名',
    'ふりがな',
    '生年月日',
    '電話',
    'メール',
    '郵便番号',
    '住所',
    '地区',
    '行政区',
    '配慮の希望',
    '返事の方法',
  ],
  roster: ['番号', '氏名', 'ふりがな', '電話', '地区', '行政区', '配慮の希望', '状態'],
  ledger: ['年度', '番号', '通数', '氏名', 'ふりがな', '講座', '開講回', '修了日', '発行日', '状態', '備考'],
  viewings: [
    '開催日',
    '行政自治会',
    '地区・行政区',
    '会場',
    '動画',
    '種別',
    '状態',
    '予定人数',
    '参加人数',
    '名簿の人数',
    '受講者(視聴を記録)',
    '名簿にない方',
    '世話役',
  ],
  progress: ['氏名', 'ふりがな', '状態', '必修のうち済', '必修', 'テスト最高点', '出席日数', '修了まで'],
} as const;

export const viewingStateWords = {
  planned: '予定',
  held: '開催',
  interrupted: '途中まで',
  cancelled: '中止',
} as const;

export const filmVersionWords = { long: 'ロングバージョン', digest: 'ダイジェスト版' } as const;

export const missingWords = {
  lessons: (left: number) => `学習項目あと${left}つ`,
  quiz: () => '確認テストの合格',
  attendance: (left: number) => `出席あと${left}回`,
  complete: '要件を満たしています',
};

export const fileNames = {
  applications: '受講申込一覧',
  roster: '受講者名簿',
  ledger: '修了者台帳',
  progress: '学習状況',
  viewings: '学習会一覧',
} as const;

export const replyWords = { mail: 'メール', letter: '手紙' } as const;
