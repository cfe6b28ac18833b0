import type { SupporterStep, SupporterView } from '@kizuna/shared/contracts/supporters';
import { supporterSlots, type SupporterSlot } from '@kizuna/shared/vocabulary/supporters';
import { formatDate, formatPhone } from '#lib/i18n/format.ts';
import { supporters as m } from '#lib/i18n/messages/ja/supporters.ts';
import { t } from '#lib/i18n/t.ts';

type Day = keyof typeof m.days;
const dayOfSlot = (slot: SupporterSlot) => slot.slice(0, 3) as Day;
const halfOfSlot = (slot: SupporterSlot) => (slot.endsWith('am') ? m.am : m.pm);

/** 「月曜日 午前」 */
export function slotWord(slot: SupporterSlot): string {
  return `${m.days[dayOfSlot(slot)]} ${halfOfSlot(slot)}`;
}

/** 「月(午前・午後)、水(午前)」: half-days by day, short, in the order of the week. */
export function slotsLine(slots: readonly SupporterSlot[]): string {
  const byDay = new Map<Day, string[]>();
  for (const slot of supporterSlots.filter((each) => slots.includes(each)))
    byDay.set(dayOfSlot(slot), [...(byDay.get(dayOfSlot(slot)) ?? []), halfOfSlot(slot)]);
  return [...byDay].map(([day, halves]) => `${m.days[day].slice(0, 1)}(${halves.join('・')})`).join('、');
}

/** The days of the week with their two halves, for a form. */
export const week = (Object.keys(m.days) as Day[]).map((day) => ({
  day,
  label: m.days[day],
  halves: [
    { slot: `${day}_am` as SupporterSlot, label: m.am },
    { slot: `${day}_pm` as SupporterSlot, label: m.pm },
  ],
}));

/** The dates of a leave as a sentence; null without a leave. */
export function leaveLine(leave: SupporterView['leave']): string | null {
  if (!leave) return null;
  const from = formatDate(leave.fromOn);
  return leave.untilOn
    ? t(m.leaveFromTo, { from, until: formatDate(leave.untilOn) })
    : t(m.leaveFrom, { from });
}

/** Name and number of the emergency contact on one line. */
export function emergencyLine(name: string | null, phone: string | null): string | null {
  return name && phone ? `${name} ${formatPhone(phone)}` : null;
}

/** One registered answer. `step` is the page on which it can be changed. */
export interface SupporterFact {
  key: string;
  term: string;
  value: string | null;
  step?: SupporterStep;
}

/** All answers, for a list of terms; empty ones are left out. */
export function supporterFacts(view: SupporterView): SupporterFact[] {
  return [...standingFacts(view), ...answerFacts(view), ...applicationFacts(view)].filter(hasValue);
}

/** The same for people who can change the answers: empty ones are included. */
export function changeableFacts(view: SupporterView): SupporterFact[] {
  return [...standingFacts(view).filter(hasValue), ...answerFacts(view), ...applicationFacts(view)];
}

/** The keys of the answers that have changed. */
export function changedKeys(before: SupporterView, after: SupporterView): string[] {
  const old = new Map(answerFacts(before).map(({ key, value }) => [key, value]));
  return answerFacts(after)
    .filter(({ key, value }) => (old.get(key) || null) !== (value || null))
    .map(({ key }) => key);
}

function hasValue({ value }: SupporterFact): boolean {
  return value !== null && value !== '';
}

function standingFacts(view: SupporterView): SupporterFact[] {
  return [
    { key: 'number', term: m.number, value: view.number },
    { key: 'validUntil', term: m.validUntil, value: view.validUntil && formatDate(view.validUntil) },
    { key: 'leave', term: m.leavePeriod, value: leaveLine(view.leave) },
  ];
}

function applicationFacts(view: SupporterView): SupporterFact[] {
  return [{ key: 'appliedOn', term: m.appliedOn, value: formatDate(view.appliedOn) }];
}

/** The answers to the pages of the form. */
export function answerFacts(view: SupporterView): SupporterFact[] {
  return [
    {
      step: 'wishes',
      key: 'wishes',
      term: m.wishes,
      value: view.activities.map(({ name }) => name).join('、'),
    },
    { step: 'wishes', key: 'note', term: m.note, value: view.note },
    { step: 'times', key: 'times', term: m.times, value: slotsLine(view.slots) },
    { step: 'places', key: 'reach', term: m.reach, value: m.reaches[view.reach] },
    {
      step: 'places',
      key: 'districts',
      term: m.districts,
      value: view.districts.map(({ name }) => name).join('、'),
    },
    { step: 'contact', key: 'contactBy', term: m.contactBy, value: m.contacts[view.contactBy] },
    {
      step: 'contact',
      key: 'emergency',
      term: m.emergency,
      value: emergencyLine(view.emergencyName, view.emergencyPhone),
    },
  ];
}
