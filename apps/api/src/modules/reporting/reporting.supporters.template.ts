import type { SupporterFilter } from '@kizuna/shared/contracts/supporters';
import type {
  SupporterContact,
  SupporterReach,
  SupporterSlot,
  SupporterState,
} from '@kizuna/shared/vocabulary/supporters';

/** The words in the list of supporters, as the office writes them. */
export const supporterStateWords: Record<SupporterState, string> = {
  applied: '申請中',
  active: '登録中',
  on_leave: '休止中',
  ended: '退会',
  expired: '期限切れ',
};

export const supporterReachWords: Record<SupporterReach, string> = {
  on_foot: '歩いて',
  by_bicycle: '自転車で',
  whole_city: '市内どこでも',
};

export const supporterContactWords: Record<SupporterContact, string> = {
  phone: '電話',
  mail: 'メール',
  letter: '手紙',
};

const days = { mon: '月', tue: '火', wed: '水', thu: '木', fri: '金', sat: '土', sun: '日' } as const;

/** 「月午前」 */
export function supporterSlotWord(slot: SupporterSlot): string {
  const [day, half] = slot.split('_') as [keyof typeof days, 'am' | 'pm'];
  return `${days[day]}${half === 'am' ? '午前' : '午後'}`;
}

export const supporterFileName = '活動登録者名簿';

const cardWords = { any: '登録証あり', due: '登録証未印刷' } as const;

/** The filters of a list in words, in the order of the screen. */
export function supporterFilterWords(
  filter: SupporterFilter,
  names: { activity: string | null; district: string | null },
): string[] {
  return [
    filter.q,
    filter.state && supporterStateWords[filter.state],
    names.activity,
    filter.slot && supporterSlotWord(filter.slot),
    names.district,
    filter.renewalDue && '更新の時期',
    filter.card && cardWords[filter.card],
  ].filter((word) => typeof word === 'string' && word !== '') as string[];
}

export const supporterHeadings = [
  '登録番号',
  '状態',
  '氏名',
  'ふりがな',
  '電話',
  'メール',
  '住所',
  '地区',
  '行政区',
  'したい活動',
  '曜日と時間',
  '行ける範囲',
  '手伝える地区',
  '連絡の方法',
  'ペア',
  '申請日',
  '登録日',
  '有効期限',
  '休止の始まり',
  '休止の終わり',
  '退会日',
  '誓約の版',
  '備考',
] as const;
