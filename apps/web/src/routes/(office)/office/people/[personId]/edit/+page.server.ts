import type { ApplicationView } from '@kizuna/shared/contracts/enrolment';
import { pagesOfficeEndpoints } from '@kizuna/shared/contracts/pages.office.endpoints';
import type { DistrictList, PersonEditBody, PersonView } from '@kizuna/shared/contracts/people';
import { peopleEndpoints } from '@kizuna/shared/contracts/people.endpoints';
import { fail, redirect } from '@sveltejs/kit';
import { peopleOffice } from '#lib/i18n/messages/ja/people-office.ts';
import { t } from '#lib/i18n/t.ts';
import { call } from '#lib/server/api-client.ts';
import { ApiError } from '#lib/server/api-error.ts';
import { civilDateOfForm } from '#lib/server/date-field.ts';
import { errorsOf, loading, optionalTextOf, textOf, valuesOf } from '#lib/server/form-helper.ts';
import type { Actions, PageServerLoad } from './$types';

/** `?from=` names an application whose answers are offered, so that nothing is typed twice. */
export const load: PageServerLoad = async (event) => {
  const { personId } = event.params;
  const query = { from: event.url.searchParams.get('from') };
  const { person, districts, application } = await loading(event, () =>
    call(event, pagesOfficeEndpoints.getPersonFormPage, { params: { personId }, query }),
  );
  const { given } = application?.personId === person.personId ? application : { given: {} };
  return {
    title: t(peopleOffice.editTitle, { name: person.name }),
    person,
    /** The record, with what the application says instead. */
    start: {
      ...person,
      ...withoutEmpty(given),
      districtId: districtOf(given, districts) ?? person.districtId,
    },
    districts,
    reason: application ? t(peopleOffice.editReasonApplication, { number: application.receptionNumber }) : '',
  };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    try {
      await call(event, peopleEndpoints.editPerson, {
        params: { personId: event.params.personId },
        body: bodyOf(form),
      });
    } catch (problem) {
      if (!(problem instanceof ApiError)) throw problem;
      const stale = problem.code === 'people.changed_meanwhile';
      return fail(problem.status, {
        values: valuesOf(form),
        errors: stale ? [] : errorsOf(problem),
        stale,
      });
    }
    redirect(303, `/office/people/${event.params.personId}?saved`);
  },
};

function bodyOf(form: FormData) {
  return {
    name: textOf(form, 'name'),
    kana: textOf(form, 'kana'),
    bornOn: civilDateOfForm(form, 'bornOn') ?? '',
    phone: optionalTextOf(form, 'phone'),
    email: optionalTextOf(form, 'email'),
    postalCode: optionalTextOf(form, 'postalCode'),
    address: textOf(form, 'address'),
    districtId: optionalTextOf(form, 'districtId'),
    wishes: form.getAll('wishes').map(String),
    wishNote: optionalTextOf(form, 'wishNote'),
    version: Number(textOf(form, 'version')),
    reason: optionalTextOf(form, 'reason'),
  } satisfies Record<keyof PersonEditBody, unknown>;
}

function withoutEmpty(given: ApplicationView['given']) {
  const { districtName: _, ...details } = given;
  return Object.fromEntries(Object.entries(details).filter(([, value]) => value)) as Partial<PersonView>;
}

function districtOf(given: ApplicationView['given'], districts: DistrictList['items']) {
  return districts.find((each) => each.name === given.districtName)?.districtId;
}
