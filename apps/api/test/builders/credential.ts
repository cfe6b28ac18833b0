import { randomUUID } from 'node:crypto';

import type { Claim } from '../../src/modules/credentials/index.js';

/** A claim about somebody, of a course of its own. */
export function aClaim(about: Partial<Claim> = {}): Claim {
  return {
    sourceId: randomUUID(),
    achievement: {
      id: '01890000-0000-7000-8000-00000000c001',
      name: '地域サポーター養成講座 入門',
      description: '見守りと傾聴を学ぶ講座です。',
      criteria: '課程を修了したことを証します。',
    },
    issuerName: '社会福祉協議会',
    recipientName: '佐藤 和子',
    number: '令和8年度 入門 第1号',
    awardedOn: '2026-06-10',
    validFrom: new Date('2026-06-10T01:00:00Z'),
    ...about,
  };
}
