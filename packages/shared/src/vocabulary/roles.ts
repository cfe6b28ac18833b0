/** The roles of a person's account. One person may hold several (an instructor who also learns). */
export const roles = ['learner', 'organiser', 'instructor', 'office', 'admin'] as const;
export type Role = (typeof roles)[number];

/** The roles that an administrator grants; the first application makes a person a learner. */
export const staffRoles = ['organiser', 'instructor', 'office', 'admin'] as const satisfies readonly Role[];

/** Permissions that API routes check. Ownership ("is it yours?") is checked in the services. */
export const permissions = [
  'account.self',
  'learning.self',
  'enrolment.self',
  'certificate.self',
  'notification.self',
  'supporter.self',
  'person.read',
  'person.edit',
  'card.issue',
  'staff.manage',
  'run.read',
  'run.edit',
  'application.read',
  'application.enter',
  'enrolment.decide',
  'session.read',
  'attendance.record',
  'progress.read',
  'completion.read',
  'certificate.issue',
  'certificate.read',
  'template.edit',
  'notification.read',
  'notification.send',
  'report.read',
  'video.read',
  'video.edit',
  'material.edit',
  'upload.create',
  'viewing.hold',
  'insight.read',
  'supporter.read',
  'supporter.manage',
] as const;
export type Permission = (typeof permissions)[number];

const self: Permission[] = [
  'account.self',
  'learning.self',
  'enrolment.self',
  'certificate.self',
  'notification.self',
  'supporter.self',
];
const office: Permission[] = [
  ...self,
  'person.read',
  'person.edit',
  'card.issue',
  'run.read',
  'run.edit',
  'application.read',
  'application.enter',
  'enrolment.decide',
  'session.read',
  'attendance.record',
  'progress.read',
  'completion.read',
  'certificate.issue',
  'certificate.read',
  'template.edit',
  'notification.read',
  'notification.send',
  'report.read',
  'video.read',
  'video.edit',
  'material.edit',
  'upload.create',
  'viewing.hold',
  'insight.read',
  'supporter.read',
  'supporter.manage',
];

const table: Record<Role, readonly Permission[]> = {
  learner: self,
  /** 学習会の世話役, a 区長 for instance: holds group viewings, cannot see other people's records. */
  organiser: [...self, 'viewing.hold'],
  instructor: [...self, 'session.read', 'attendance.record', 'progress.read', 'viewing.hold', 'insight.read'],
  office,
  admin: [...office, 'staff.manage'],
};

/** The permissions of a role. */
export function permissionsOf(role: Role): readonly Permission[] {
  return table[role];
}

/** Whether any of the roles grants the permission. */
export function hasPermission(held: readonly Role[], permission: Permission): boolean {
  return held.some((role) => table[role].includes(permission));
}
