/** The roles of a person's account. One person may hold several (an instructor who also learns). */
export const roles = ['learner', 'organiser', 'instructor', 'office', 'admin'] as const;
export type Role = (typeof roles)[number];

/** The roles that an administrator gives; being a learner comes with the first application. */
export const staffRoles = ['organiser', 'instructor', 'office', 'admin'] as const satisfies readonly Role[];

/** What a role may do at the door of the API. Ownership ("is it yours?") is decided in the services. */
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
  /** 学習会の世話役, a 区長 for instance: holds showings of a film, sees nobody's record. */
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
