import type { ApplicationView, DuplicateList } from '@kizuna/shared/contracts/enrolment';
import { enrolmentEndpoints } from '@kizuna/shared/contracts/enrolment.endpoints';
import { pagesOfficeEndpoints } from '@kizuna/shared/contracts/pages.office.endpoints';
import type { PersonView } from '@kizuna/shared/contracts/people';
import { peopleEndpoints } from '@kizuna/shared/contracts/people.endpoints';
import { civilDateOf, civilTimeOf } from '@kizuna/shared/rules/civil-date';
import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { enrolmentOffice as m } from '#lib/i18n/messages/ja/enrolment-office.ts';
import { call } from '#lib/server/api-client.ts';
import { ApiError } from '#lib/server/api-error.ts';
import { errorsOf, loading, textOf, valuesOf, type FormValues } from '#lib/server/form-helper.ts';
import type { FieldError } from '#lib/ui/field-error.ts';
import { bodyOf, receivedAtOf, valuesOfPerson } from './entry.server.ts';
import type { Actions, PageServerLoad } from './$types';

interface Answer {
  values: FormValues;
  errors: FieldError[];
  /** people with the same reading or number; null as long as nobody was looked for */
  found: DuplicateList['items'] | null;
  /** whose record was put into the form */
  filledFrom: string | null;
}

/** `?courseRunId=&channel=` go on with the next form of a pile, `?person=` begins with somebody's record. */
export const load: PageServerLoad = async (event) => {
  const params = event.url.searchParams;
  const now = new Date();
  const query = { person: params.get('person') };
  const { person, runs, districts } = await loading(event, () =>
    call(event, pagesOfficeEndpoints.getApplicationEntryPage, { query }),
  );
  return {
    title: m.newTitle,
    key: crypto.randomUUID(),
    today: civilDateOf(now),
    time: civilTimeOf(now),
    runs,
    districts,
    start: {
      ...(person ? valuesOfPerson(person) : {}),
      courseRunId: params.get('courseRunId') ?? '',
      channel: params.get('channel') ?? 'phone',
    } as FormValues,
    startName: person?.name ?? null,
  };
};

export const actions: Actions = {
  lookup: async (event) => {
    const form = await event.request.formData();
    const query = { kana: textOf(form, 'kana'), phone: textOf(form, 'phone') };
    const values = valuesOf(form);
    try {
      const { items } = await call(event, enrolmentEndpoints.listDuplicates, { query });
      return { ...answer(values, []), found: items } satisfies Answer;
    } catch (problem) {
      return refuse(problem, values);
    }
  },
  fill: async (event) => {
    const form = await event.request.formData();
    const values = valuesOf(form);
    try {
      const person = await personOf(event, textOf(form, 'fill'));
      const filled = { ...values, ...valuesOfPerson(person) };
      return { values: filled, errors: [], found: null, filledFrom: person.name } satisfies Answer;
    } catch (problem) {
      return refuse(problem, values);
    }
  },
  save: async (event) => {
    const form = await event.request.formData();
    const values = valuesOf(form);
    const received = receivedAtOf(form);
    if ('wrong' in received) {
      const message = received.wrong === 'receivedTime' ? m.receivedTimeInvalid : m.receivedInvalid;
      return fail(400, answer(values, [{ field: received.wrong, message }]));
    }
    let view: ApplicationView;
    try {
      view = await call(event, enrolmentEndpoints.enterApplication, {
        body: bodyOf(form, received.at),
        idempotencyKey: textOf(form, 'key'),
      });
    } catch (problem) {
      return refuse(problem, values);
    }
    redirect(303, `/office/applications/${view.applicationId}/entered`);
  },
};

function personOf(event: RequestEvent, personId: string): Promise<PersonView> {
  return call(event, peopleEndpoints.getPerson, { params: { personId } });
}

function answer(values: FormValues, errors: FieldError[]): Answer {
  return { values, errors, found: null, filledFrom: null };
}

function refuse(problem: unknown, values: FormValues) {
  if (!(problem instanceof ApiError)) throw problem;
  const errors = errorsOf(problem).map((error) =>
    error.field === 'receivedAt' ? { field: 'receivedOn', message: m.receivedInvalid } : error,
  );
  return fail(problem.status, answer(values, errors));
}
