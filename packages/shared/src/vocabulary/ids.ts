import { z } from 'zod';

const idOf = <B extends string>() => z.uuid({ error: 'platform.id_invalid' }).brand<B>();

/** Branded ids: a PersonId cannot be passed where an EnrolmentId is asked for. */
export const personId = idOf<'PersonId'>();
export const districtId = idOf<'DistrictId'>();
export const cardId = idOf<'CardId'>();
export const courseId = idOf<'CourseId'>();
export const courseRunId = idOf<'CourseRunId'>();
export const lessonId = idOf<'LessonId'>();
export const classSessionId = idOf<'ClassSessionId'>();
export const videoId = idOf<'VideoId'>();
export const materialId = idOf<'MaterialId'>();
export const quizId = idOf<'QuizId'>();
export const attemptId = idOf<'AttemptId'>();
export const applicationId = idOf<'ApplicationId'>();
export const enrolmentId = idOf<'EnrolmentId'>();
export const certificateId = idOf<'CertificateId'>();
export const templateId = idOf<'TemplateId'>();
export const templateVersionId = idOf<'TemplateVersionId'>();
export const templateImageId = idOf<'TemplateImageId'>();
export const certificateBatchId = idOf<'CertificateBatchId'>();
export const notificationId = idOf<'NotificationId'>();
export const uploadId = idOf<'UploadId'>();
export const groupViewingId = idOf<'GroupViewingId'>();

export type PersonId = z.infer<typeof personId>;
export type DistrictId = z.infer<typeof districtId>;
export type CardId = z.infer<typeof cardId>;
export type CourseId = z.infer<typeof courseId>;
export type CourseRunId = z.infer<typeof courseRunId>;
export type LessonId = z.infer<typeof lessonId>;
export type ClassSessionId = z.infer<typeof classSessionId>;
export type VideoId = z.infer<typeof videoId>;
export type MaterialId = z.infer<typeof materialId>;
export type QuizId = z.infer<typeof quizId>;
export type AttemptId = z.infer<typeof attemptId>;
export type ApplicationId = z.infer<typeof applicationId>;
export type EnrolmentId = z.infer<typeof enrolmentId>;
export type CertificateId = z.infer<typeof certificateId>;
export type TemplateId = z.infer<typeof templateId>;
export type TemplateVersionId = z.infer<typeof templateVersionId>;
export type TemplateImageId = z.infer<typeof templateImageId>;
export type CertificateBatchId = z.infer<typeof certificateBatchId>;
export type NotificationId = z.infer<typeof notificationId>;
export type UploadId = z.infer<typeof uploadId>;
export type GroupViewingId = z.infer<typeof groupViewingId>;
