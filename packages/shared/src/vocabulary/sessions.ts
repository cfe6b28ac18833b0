/** present 出席, late 遅刻, left_early 早退, absent 欠席, excused 公欠, made_up 補講. */
export const attendanceStatuses = ['present', 'late', 'left_early', 'absent', 'excused', 'made_up'] as const;
export type AttendanceStatus = (typeof attendanceStatuses)[number];

/** The states that count as one attendance for the completion rule. */
export const attendingStatuses = ['present', 'late', 'left_early', 'made_up'] as const;
