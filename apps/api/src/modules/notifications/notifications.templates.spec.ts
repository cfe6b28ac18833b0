import { describe, expect, it } from '@jest/globals';
import { notificationKinds } from '@kizuna/shared/vocabulary/notifications';

import { blot, composeBlotted, composeMessage } from './notifications.templates.js';

const facts = {
  name: '𠮷田 花子',
  courseTitle: '入門編 地域サポーター養成講座',
  runName: '令和8年度 第1回',
  receptionNumber: 'R8-000001',
  waitingPosition: 3,
  sessions: [
    { heldOn: '2026-06-11', from: '13:30', to: '15:30', hall: '総和福祉センター', hallAddress: '古河市' },
  ],
  certificateNumber: '令和8年度 入門 第1号',
  supporter: {
    number: '令和8年度 第1号',
    validUntil: '2028-03-31',
    leave: { fromOn: '2026-07-01', untilOn: '2026-08-31' },
    meeting: {
      title: '夏の集い',
      heldOn: '2026-07-15',
      from: '10:00',
      to: '11:30',
      hall: '総和福祉センター',
      hallAddress: '古河市',
      note: null,
    },
  },
  publicOrigin: 'https://kizuna.example.jp',
  secret: { link: 'https://kizuna.example.jp/password/new?token=SECRET', code: '123456', minutes: 60 },
};

describe('messages', () => {
  it.each(notificationKinds)('%s addresses the person, names the office and leaves no gap', (kind) => {
    const { subject, body } = composeMessage(kind, facts);
    expect(subject).toMatch(/^【きずな講座】./);
    expect(body.startsWith('𠮷田 花子 様')).toBe(true);
    expect(body).toContain('0280-48-0808');
    expect(body).not.toMatch(/undefined|null|\n{3}/);
  });

  it('tells the day as people say it', () => {
    expect(composeMessage('enrolment_confirmed', facts).body).toContain(
      '令和8年6月11日(木) 午後1時30分〜午後3時30分',
    );
  });

  it('keeps neither link nor code', () => {
    expect(composeMessage('password_reset', facts).body).toContain('123456');
    const kept = composeBlotted('password_reset', facts).body;
    expect(kept).not.toMatch(/123456|SECRET/);
    expect(kept).toContain(blot);
  });
});
