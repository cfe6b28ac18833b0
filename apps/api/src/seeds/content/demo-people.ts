import type { DemoResidentContent, DemoStaffContent } from './content.types.js';
import { districtContents } from './districts.js';
import { kogaResidents } from './people/koga-residents.js';
import type { ResidentRow } from './people/resident-row.js';
import { sanwaResidents } from './people/sanwa-residents.js';
import { sowaResidents } from './people/sowa-residents.js';

const districtNames = new Map(districtContents.map((district) => [district.key, district.name]));

/**
 * No real person can be reached: an exchange number beginning with 0 is never assigned, example.jp is reserved for
 * examples, and the lot numbers are above any in use.
 */
function toResident(row: ResidentRow, index: number): DemoResidentContent {
  const [key, name, kana, bornOn, districtKey, mail, wishes = [], wishNote = null] = row;
  return {
    key,
    name,
    kana,
    bornOn,
    phone: `0280-00-${String(index + 1).padStart(4, '0')}`,
    postalCode: '306-0000',
    address: `茨城県古河市${districtNames.get(districtKey) ?? ''}${9901 + index}番地`,
    districtKey,
    email: mail === 'mail' ? `${key}@example.jp` : null,
    wishes: [...wishes],
    wishNote,
  };
}

/** Sixty fictional residents of the demo scenario; a name that also belongs to someone real does so by chance. */
export const demoResidents: readonly DemoResidentContent[] = [
  ...kogaResidents,
  ...sowaResidents,
  ...sanwaResidents,
].map(toResident);

/** Fictional staff of the demo scenario. The seeder creates accounts and passwords, never this file. */
export const demoStaff: readonly DemoStaffContent[] = [
  { key: 'office-1', role: 'office', name: '小森 美咲', kana: 'こもり みさき', email: 'office@example.jp' },
  { key: 'office-2', role: 'office', name: '堀 健太', kana: 'ほり けんた', email: 'office2@example.jp' },
  { key: 'admin-1', role: 'admin', name: '田村 誠', kana: 'たむら まこと', email: 'admin@example.jp' },
  {
    key: 'instructor-1',
    role: 'instructor',
    name: '野口 由美子',
    kana: 'のぐち ゆみこ',
    email: 'instructor@example.jp',
  },
  {
    key: 'instructor-2',
    role: 'instructor',
    name: '上杉 修',
    kana: 'うえすぎ おさむ',
    email: 'instructor2@example.jp',
  },
];
