import type { CompletionView } from '@kizuna/shared/contracts/completion';
import type { LearningSummary } from '@kizuna/shared/contracts/learning';
import { formatDuration } from '#lib/i18n/format.ts';
import { my } from '#lib/i18n/messages/ja/my.ts';
import { t } from '#lib/i18n/t.ts';

/** The single next step as text; `action` is absent if the person can only wait. */
export interface NextStepWords {
  title: string;
  lead: string;
  action?: { href: string; label: string; file?: boolean };
}

/** Text and link for the learner's next step in a course. The API has decided which step it is. */
export function nextStepWords(
  summary: LearningSummary,
  completion: Pick<CompletionView, 'certificateId'> | undefined,
): NextStepWords {
  const { nextStep } = summary;
  if (nextStep.kind === 'lesson' || nextStep.kind === 'training_day') return lessonWords(summary);
  if (nextStep.kind === 'wait_for_confirmation') return { title: my.nextWait, lead: my.nextWaitLead };
  if (nextStep.kind === 'none') return { title: my.nextNone, lead: my.nextNoneLead };
  const certificateId = completion?.certificateId;
  if (nextStep.kind === 'download_certificate' && certificateId) {
    const action = { href: `/my/certificates/${certificateId}/file`, label: my.nextDownload, file: true };
    return { title: my.nextDownload, lead: my.nextDownloadLead, action };
  }
  return { title: my.nextWaitCertificate, lead: my.nextWaitCertificateLead };
}

function lessonWords({ enrolmentId, nextStep }: LearningSummary): NextStepWords {
  const { lesson, resumeMs, classSession } = nextStep;
  if (!lesson) return { title: my.nextNone, lead: my.nextNoneLead };
  const action = { href: lessonHref(enrolmentId, lesson.lessonId), label: '' };
  const resumes = (resumeMs ?? 0) > 0;
  const labels = {
    video: resumes ? my.nextVideoResume : my.nextVideoStart,
    material: my.nextMaterial,
    quiz: my.nextQuiz,
    training_day: my.nextTraining,
  };
  action.label = labels[lesson.kind];
  if (lesson.kind === 'training_day')
    return { title: lesson.title, lead: classSession ? my.nextTrainingLead : my.nextTrainingUndated, action };
  const lead = resumes
    ? t(my.nextVideoAt, { time: formatDuration((resumeMs ?? 0) / 1000) })
    : t(my.lessonMinutes, { minutes: lesson.minutes });
  return { title: lesson.title, lead, action };
}

/** Path of a lesson of one's own course. */
export function lessonHref(enrolmentId: string, lessonId: string): string {
  return `${courseHref(enrolmentId)}/lessons/${lessonId}`;
}

/** Path of one's own course. */
export function courseHref(enrolmentId: string): string {
  return `/my/courses/${enrolmentId}`;
}
