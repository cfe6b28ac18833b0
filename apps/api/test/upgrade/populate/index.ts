import { Jobs } from '../../../src/platform/jobs/index.js';
import { aCertifyingRun } from '../../builders/certificate.js';
import { aCourseRun } from '../../builders/course-run.js';
import { aLearningCourse } from '../../builders/learning.js';
import { aDistrict } from '../../builders/supporter.js';
import { startTestApi, type TestApi, type TestApiOptions } from '../../support/api.js';
import { openPdf } from '../../support/pdf.js';
import { populateFilms, populateMaterials, populateUploadInProgress, tinyFilm } from './films.js';
import { populateAttendance, populateLearning, populateViewings } from './learning.js';
import { populateCertificates, populateDesigns, populateNames, populatePaperRecords } from './papers.js';
import {
  populateNotifications,
  populatePendingEvents,
  populatePendingJobs,
  populateSupporterDraft,
} from './pending.js';
import { populateApplications, populateDrafts, populatePeople } from './people.js';
import { populateSupporters } from './supporters.js';
import { handOf, staff, type Held, type World } from './world.js';

export type { Held, KeptAnswer } from './world.js';

/** The moment at which the population begins: a Tuesday, 10:30 in Japan. */
export const populationNow = '2026-11-24T10:30:00+09:00';

/** The address that papers, credentials and mails of the population name. */
export const populationOrigin = 'http://localhost:4300';

const nothingHeld = (): Held => ({
  mailLinks: [],
  documents: {},
  signIns: {},
  draft: '',
  openAttemptId: '',
  openAttemptQuestions: [],
  answers: [],
  ids: {},
  addresses: {},
  walletOffer: '',
  passwordReset: { token: '' },
  card: { number: '', secret: '', address: '' },
  password: { email: '', password: '' },
  uploadInProgress: { uploadId: '', receivedBytes: 0, sizeBytes: 0 },
});

/** The schedules of the jobs are written by the first worker that starts. */
async function startWorkerOnce(options: TestApiOptions): Promise<void> {
  const api = await startTestApi({ ...options, keep: true });
  await api.get(Jobs).start();
  await api.close();
}

async function begin(api: TestApi): Promise<World> {
  const course = await aLearningCourse(api, { trainingDays: 1, digestMs: 20_000 });
  const instructor = await staff(api, '講師 教子', 'こうし きょうこ', 'instructor');
  const office = await staff(api, '事務 局子', 'じむ きょくこ', 'office');
  const admin = await staff(api, '管理 長子', 'かんり ちょうこ', 'admin');
  const run = await aCourseRun(api)
    .of(course)
    .withSeats(60)
    .heldOn('2026-11-24')
    .heldOn('2026-12-08')
    .taughtBy(instructor)
    .planned();
  const held = nothingHeld();
  Object.assign(held.signIns, { instructor: instructor.token, office: office.token, admin: admin.token });
  const certifying = await aCertifyingRun(api);
  const districtId = await aDistrict(api);
  return { api, office, admin, instructor, course, run, certifying, districtId, held };
}

/** Addresses on the papers of a certificate, as a camera and a verifier read them. */
async function readPapers({ api, office, run, course, held }: World): Promise<void> {
  const desk = handOf(api, office);
  for (const which of ['valid', 'replaced', 'revoked']) {
    const place = `/api/office/certificates/${held.ids[which]}`;
    const pdf = await openPdf((await api.as(office).get(`${place}/file`)).raw);
    const address = await pdf.qrIn({ page: 0, left: 100, top: 150, width: 105, height: 140 });
    pdf.close();
    if (!address) throw new Error('the certificate has no QR code that can be read');
    held.addresses[`certificate.${which}`] = address;
    const view = await desk.get(place);
    held.addresses[`certificate.${which}.number`] = view.number;
    held.addresses[`certificate.${which}.code`] = view.verifyCode;
  }
  held.addresses['learnerCard'] = held.card.address;
  const film = await handOf(api, null).get('/api/videos/mimamori');
  held.addresses['film.poster'] = film.posterUrl;
  held.addresses['film.captions'] = film.captions[0].url;
  const links = api.mailbox.received.flatMap(({ text }) => text.match(/https?:\/\/\S+/g) ?? []);
  held.mailLinks = [...new Map(links.map((link) => [new URL(link).pathname, link])).values()];
  Object.assign(held.ids, { run: run.courseRunId, course: course.courseId, courseSlug: course.slug });
  held.ids['classSession'] = run.classSessionIds[1]!;
}

/** The end of a population. */
export interface Population {
  held: Held;
  now: Date;
  /** Keys of the blobs that people go on to ask for. */
  blobs: string[];
}

async function blobsOf({ api, held }: World): Promise<string[]> {
  const rows = await api.rows<{ key: string }>(
    `SELECT file_key AS key FROM certificates WHERE id = ANY ($1)
     UNION ALL SELECT (film ->> 'scope') || '/' || (film ->> 'poster') FROM videos WHERE id = $2
     UNION ALL SELECT blob_key FROM caption_tracks WHERE video_id = $2`,
    [[held.ids['valid'], held.ids['replaced']], held.ids['film']],
  );
  return rows.map(({ key }) => key);
}

/**
 * Lives in a database for a day: everything that is stored under a name or printed occurs at least once. Answers what
 * people hold at its end. `keep` leaves database and files to the caller.
 */
export async function populate(options: TestApiOptions): Promise<Population> {
  const given = { ...options, env: { PUBLIC_ORIGIN: populationOrigin, ...options.env } };
  await startWorkerOnce(given);
  const api = await startTestApi({ ...given, now: populationNow, keep: true });
  try {
    const film = tinyFilm();
    const world = await begin(api);
    for (const part of [
      ...[populatePeople, populateApplications, populateDesigns, populateLearning, populateMaterials],
      ...[populateAttendance, populateViewings, populateCertificates, populatePaperRecords, populateNames],
      populateSupporters,
    ])
      await part(world);
    await populateFilms(world, film);
    await populateNotifications(world);
    await populatePendingEvents(world, film);
    await populateSupporterDraft(world);
    await populateDrafts(world);
    await populateUploadInProgress(world);
    await populatePendingJobs(world, film);
    await readPapers(world);
    const graduate = { token: world.held.signIns['graduate']! };
    const offers = `/api/me/certificates/${world.held.ids['valid']}/wallet-offers`;
    world.held.walletOffer = (await handOf(api, graduate).post(offers)).offerUri;
    return { held: world.held, now: api.clock.now(), blobs: await blobsOf(world) };
  } finally {
    await api.close();
  }
}
