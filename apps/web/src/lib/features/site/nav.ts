import type { Role } from '@kizuna/shared/vocabulary/roles';
import { site } from '#lib/i18n/messages/ja/site.ts';

export interface NavItem {
  href: string;
  label: string;
  /** subpages whose paths do not start with this one */
  also?: readonly string[];
}

/** Pages open to everyone. */
export const publicNav: readonly NavItem[] = [
  { href: '/courses', label: site.navCourses },
  { href: '/videos', label: site.navVideos },
  { href: '/materials', label: site.navMaterials },
  { href: '/verify', label: site.navVerify },
];

/** The areas of a signed-in person, by role; a person with several roles sees all of theirs. */
export function navOf(roles: readonly Role[]): readonly NavItem[] {
  const items: NavItem[] = [];
  if (roles.includes('learner')) items.push({ href: '/my', label: site.navMyPage });
  if (roles.includes('instructor')) items.push({ href: '/instructor', label: site.navToday });
  if (roles.includes('instructor') || roles.includes('organiser'))
    items.push({ href: '/viewings', label: site.navViewings });
  if (roles.includes('office') || roles.includes('admin'))
    items.push({ href: '/office', label: site.navOfficeHome });
  return items;
}

/** The side navigation of the office. */
export function officeNav(roles: readonly Role[]): readonly NavItem[] {
  const items = [
    { href: '/office', label: site.navOfficeHome },
    { href: '/office/applications', label: site.navOfficeApplications },
    { href: '/office/runs', label: site.navOfficeRuns },
    { href: '/viewings', label: site.navViewings },
    { href: '/office/videos', label: site.navVideos },
    { href: '/office/materials', label: site.navMaterials },
    { href: '/office/people', label: site.navOfficePeople },
    { href: '/office/certificates', label: site.navOfficeCertificates },
    { href: '/office/supporters', label: site.navOfficeSupporters },
    { href: '/office/notifications', label: site.navOfficeNotifications },
    {
      href: '/office/settings',
      label: site.navOfficeSettings,
      also: ['/office/certificate-templates'],
    },
  ];
  return roles.includes('admin') ? [...items, { href: '/office/staff', label: site.navOfficeStaff }] : items;
}

/** Whether an entry links to the current page or to a page above it. */
export function isCurrent(item: NavItem, path: string, exact = false): boolean {
  if (path === item.href) return true;
  return !exact && [item.href, ...(item.also ?? [])].some((place) => `${path}/`.startsWith(`${place}/`));
}

/** The entry for the current page: the most specific match. */
export function currentItem(items: readonly NavItem[], path: string): NavItem | undefined {
  const leading = items.filter((item) => isCurrent(item, path));
  return leading.sort((a, b) => b.href.length - a.href.length)[0];
}

/** The navigation of a learner; a person with a second role gets links to its area too. */
export function learnerNav(roles: readonly Role[]): readonly NavItem[] {
  return [
    { href: '/my', label: site.navMyPage },
    { href: '/my/certificates', label: site.navCertificates },
    { href: '/my/profile', label: site.navAccount },
    { href: '/courses', label: site.navCourses },
    ...navOf(roles).filter((item) => item.href !== '/my'),
  ];
}

/** The navigation of an instructor. */
export function instructorNav(roles: readonly Role[]): readonly NavItem[] {
  return [
    { href: '/instructor', label: site.navToday },
    { href: '/instructor/videos', label: site.navInsight },
    { href: '/my/profile', label: site.navAccount },
    ...navOf(roles).filter((item) => item.href !== '/instructor'),
  ];
}

/** The navigation for people who hold group viewings. */
export function viewingsNav(roles: readonly Role[]): readonly NavItem[] {
  return [
    { href: '/viewings', label: site.navViewings },
    ...navOf(roles).filter((item) => item.href !== '/viewings'),
    { href: '/my/profile', label: site.navAccount },
  ];
}
