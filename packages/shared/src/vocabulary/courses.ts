/** The stages of the series. A stage is data on the course; more may follow (応用, レベルアップ). */
export const courseStages = ['introductory', 'applied', 'practical', 'advanced'] as const;
export type CourseStage = (typeof courseStages)[number];

/** The kinds of lesson (学習項目). */
export const lessonKinds = ['video', 'material', 'quiz', 'training_day'] as const;
export type LessonKind = (typeof lessonKinds)[number];

/** The states of a course run (開講回): a draft is visible to the office only; a cancelled run keeps its records. */
export const courseRunStatuses = ['draft', 'published', 'cancelled'] as const;
export type CourseRunStatus = (typeof courseRunStatuses)[number];

/** Whether one can apply now, derived from the window, the seats and the state. */
export const applicationWindows = ['not_yet', 'open', 'waiting_list', 'closed'] as const;
export type ApplicationWindow = (typeof applicationWindows)[number];
