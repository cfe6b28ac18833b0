/** The pages of the web by role, and what each of them asks of the API. */
import type { Endpoint } from '@kizuna/shared/contracts/endpoint';
import { activitiesEndpoints } from '@kizuna/shared/contracts/activities.endpoints';
import { certificationEndpoints } from '@kizuna/shared/contracts/certification.endpoints';
import { coursesEndpoints } from '@kizuna/shared/contracts/courses.endpoints';
import { insightEndpoints } from '@kizuna/shared/contracts/insight.endpoints';
import { materialsEndpoints } from '@kizuna/shared/contracts/materials.endpoints';
import { pagesEndpoints } from '@kizuna/shared/contracts/pages.endpoints';
import { pagesInstructorEndpoints } from '@kizuna/shared/contracts/pages.instructor.endpoints';
import { pagesOfficeEndpoints } from '@kizuna/shared/contracts/pages.office.endpoints';
import { peopleEndpoints } from '@kizuna/shared/contracts/people.endpoints';
import { reportingEndpoints } from '@kizuna/shared/contracts/reporting.endpoints';
import { sessionsEndpoints } from '@kizuna/shared/contracts/sessions.endpoints';
import { supportersEndpoints } from '@kizuna/shared/contracts/supporters.endpoints';
import { verificationEndpoints } from '@kizuna/shared/contracts/verification.endpoints';
import { videoEndpoints } from '@kizuna/shared/contracts/video.endpoints';
import { viewingsEndpoints } from '@kizuna/shared/contracts/viewings.endpoints';

/** Whose page it is. */
export type PageRole = 'learner' | 'supporter' | 'instructor' | 'office' | 'admin' | 'nobody';
/** Ids of the demo by their name in a path. */
export type Facts = Record<string, string>;

/** A page as the web asks for it. */
export interface AskedPage {
  name: string;
  role: PageRole;
  endpoint: Endpoint;
  input?: (facts: Facts) => { params?: object; query?: object };
  /** The most statements, with the one for the sign-in. */
  most: number;
}

const page = (role: PageRole, name: string, endpoint: Endpoint, input?: AskedPage['input']): AskedPage => ({
  name,
  role,
  endpoint,
  most: role === 'nobody' ? 4 : 8,
  ...(input ? { input } : {}),
});

/** The query of a list that is searched: the dearest one. */
const searched = () => ({ query: { q: '佐藤' } });
/** The parameters that the path names. */
const named = (facts: Facts, endpoint: Endpoint) => ({
  params: Object.fromEntries([...endpoint.path.matchAll(/:(\w+)/g)].map(([, name]) => [name, facts[name!]])),
});
const one = (role: PageRole, name: string, endpoint: Endpoint, query?: (facts: Facts) => object) =>
  page(role, name, endpoint, (facts) => ({
    ...named(facts, endpoint),
    ...(query ? { query: query(facts) } : {}),
  }));

/** Every page with more than the frame, by role. */
export const askedPages: AskedPage[] = [
  page('nobody', '/', pagesEndpoints.getFrontPage),
  page('nobody', '/courses', coursesEndpoints.listCourses),
  page('nobody', '/courses/[slug]', coursesEndpoints.getCourse, ({ slug }) => ({ params: { slug } })),
  page('nobody', '/videos', videoEndpoints.listPublicVideos),
  page('nobody', '/materials', materialsEndpoints.listPublicMaterials),
  one('nobody', '/apply/[courseRunId]', pagesEndpoints.getApplyPage),
  page('nobody', '/verify', verificationEndpoints.listSigners),
  page('learner', '/', pagesEndpoints.getFrontPage),
  page('learner', '/help', peopleEndpoints.getSignInState),
  page('learner', '/my', pagesEndpoints.getMyPage),
  page('supporter', '/my', pagesEndpoints.getMyPage),
  page('learner', '/my/courses/[enrolmentId]', pagesEndpoints.getMyCoursePage, ({ enrolmentId }) => ({
    params: { enrolmentId },
  })),
  ...['video', 'material', 'quiz', 'training_day'].map((kind) =>
    page(
      'learner',
      `/my/courses/[enrolmentId]/lessons/[${kind}]`,
      pagesEndpoints.getMyLessonPage,
      (facts) => ({
        params: { enrolmentId: facts['enrolmentId'], lessonId: facts[kind] },
      }),
    ),
  ),
  page('supporter', '/my/supporter', pagesEndpoints.getMySupporterPage),
  page('learner', '/my/supporter/register/[step]', pagesEndpoints.getMySupporterDraftPage),
  page('supporter', '/my/supporter/answers/[step]', pagesEndpoints.getMySupporterAnswersPage),
  page('learner', '/my/certificates', certificationEndpoints.listOwnCertificates),
  page('learner', '/my/profile', peopleEndpoints.getOwnProfile),
  page('instructor', '/instructor', sessionsEndpoints.listClassSessions),
  page('instructor', '/instructor/videos', insightEndpoints.listInsightFilms),
  page('instructor', '/viewings', viewingsEndpoints.listViewings),
  one('instructor', '/instructor/runs/[id]/progress', pagesInstructorEndpoints.getRunProgressPage),
  one('instructor', '/instructor/videos/[videoId]', pagesInstructorEndpoints.getFilmInsightPage),
  page('instructor', '/viewings/new', pagesInstructorEndpoints.getNewViewingPage),
  page('office', '/office', reportingEndpoints.getOfficeHome),
  page('office', '/office/people', peopleEndpoints.listPeople),
  page('office', '/office/runs', coursesEndpoints.listOfficeCourseRuns),
  page('office', '/office/materials', materialsEndpoints.listMaterials),
  page('office', '/office/videos', videoEndpoints.listVideos),
  page('admin', '/office/staff', peopleEndpoints.listStaff),
  page('office', '/office/people?q=', peopleEndpoints.listPeople, searched),
  one('office', '/office/people/[personId]', pagesOfficeEndpoints.getPersonPage),
  one(
    'office',
    '/office/people/[personId]/edit',
    pagesOfficeEndpoints.getPersonFormPage,
    ({ applicationId }) => ({
      from: applicationId,
    }),
  ),
  page('office', '/office/applications', pagesOfficeEndpoints.getApplicationsPage),
  page('office', '/office/applications?q=', pagesOfficeEndpoints.getApplicationsPage, searched),
  one('office', '/office/applications/[applicationId]', pagesOfficeEndpoints.getApplicationPage),
  one('office', '/office/applications/decide', pagesOfficeEndpoints.getChosenApplicationsPage, (facts) => ({
    id: [facts['applicationId']],
  })),
  page('office', '/office/applications/new', pagesOfficeEndpoints.getApplicationEntryPage),
  page('office', '/office/certificates', pagesOfficeEndpoints.getLedgerPage),
  page('office', '/office/certificates?q=', pagesOfficeEndpoints.getLedgerPage, searched),
  one('office', '/office/certificates/[id]', pagesOfficeEndpoints.getCertificatePage),
  one('office', '/office/certificates/paper/[id]', pagesOfficeEndpoints.getPaperRecordPage),
  page('office', '/office/certificate-templates', pagesOfficeEndpoints.getCertificateTemplatesPage),
  one('office', '/office/runs/[id]', pagesOfficeEndpoints.getRunPage),
  page('office', '/office/runs/new', pagesOfficeEndpoints.getNewRunPage),
  one('office', '/office/runs/[id]/edit', pagesOfficeEndpoints.getRunFormPage),
  one('office', '/office/runs/[id]/certificates', pagesOfficeEndpoints.getRunCertificatesPage),
  one('office', '/office/runs/[id]/certificates/confirm', pagesOfficeEndpoints.getRunCompletionsPage),
  one(
    'office',
    '/office/runs/[id]/certificates/batches/[batchId]',
    pagesOfficeEndpoints.getCertificateBatchPage,
  ),
  page('office', '/office/notifications', pagesOfficeEndpoints.getNotificationsPage),
  page('office', '/office/notifications/letters', pagesOfficeEndpoints.getLettersPage),
  page('office', '/office/supporters', pagesOfficeEndpoints.getSupportersPage),
  page('office', '/office/supporters?q=', pagesOfficeEndpoints.getSupportersPage, searched),
  one('office', '/office/supporters/[supporterId]', pagesOfficeEndpoints.getSupporterPage),
  one('office', '/office/supporters/[supporterId]/answers', pagesOfficeEndpoints.getSupporterFormPage),
  one('office', '/office/supporters/[supporterId]/pair', pagesOfficeEndpoints.getPairFormPage, (facts) => ({
    with: facts['otherSupporterId'],
  })),
  one('office', '/office/supporters/new', pagesOfficeEndpoints.getSupporterEntryPage),
  page('office', '/office/supporters/meetings/new', pagesOfficeEndpoints.getMeetingFormPage),
  one('office', '/office/videos/[videoId]/insight', pagesInstructorEndpoints.getFilmInsightPage),
  one('office', '/office/videos/[videoId]/edit', pagesOfficeEndpoints.getFilmFormPage),
  one('office', '/office/videos/[videoId]/captions/[language]', pagesOfficeEndpoints.getCaptionsPage),
  one('office', '/office/materials/[materialId]/edit', pagesOfficeEndpoints.getMaterialFormPage),
  page('office', '/office/supporters/meetings', activitiesEndpoints.listMeetings),
  page('office', '/office/supporters/pairs', activitiesEndpoints.listPairs),
  page('office', '/office/supporters/settings', supportersEndpoints.getSupporterSettings),
];
