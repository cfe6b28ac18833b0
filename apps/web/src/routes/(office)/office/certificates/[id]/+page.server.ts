import type { CertificateView } from '@kizuna/shared/contracts/certification';
import { certificationEndpoints } from '@kizuna/shared/contracts/certification.endpoints';
import type { DeliveryBody } from '@kizuna/shared/contracts/ledger';
import { ledgerEndpoints } from '@kizuna/shared/contracts/ledger.endpoints';
import { pagesOfficeEndpoints } from '@kizuna/shared/contracts/pages.office.endpoints';
import { civilDateOf } from '@kizuna/shared/rules/civil-date';
import { redirect } from '@sveltejs/kit';
import { call } from '#lib/server/api-client.ts';
import { failFrom, loading, optionalTextOf, textOf, valuesOf } from '#lib/server/form-helper.ts';
import type { Actions, PageServerLoad } from './$types';

/** A valid certificate comes with what its next copy would say, so that the difference is seen before it is confirmed. */
export const load: PageServerLoad = async (event) => {
  const page = await loading(event, () =>
    call(event, pagesOfficeEndpoints.getCertificatePage, { params: { certificateId: event.params.id } }),
  );
  const done = (['revoked', 'reissued', 'delivered'] as const).find((word) =>
    event.url.searchParams.has(word),
  );
  const keys = { reissue: crypto.randomUUID() as string, delivery: crypto.randomUUID() as string };
  return { ...page, title: page.certificate.number, keys, today: civilDateOf(new Date()), done };
};

export const actions: Actions = {
  revoke: async (event) => {
    const form = await event.request.formData();
    try {
      await call(event, certificationEndpoints.revokeCertificate, {
        params: { certificateId: event.params.id },
        body: { reason: textOf(form, 'reason') },
      });
    } catch (problem) {
      return failFrom(problem, valuesOf(form));
    }
    redirect(303, `/office/certificates/${event.params.id}?revoked`);
  },
  deliver: async (event) => {
    const form = await event.request.formData();
    const body = {
      kind: textOf(form, 'kind') as DeliveryBody['kind'],
      deliveredOn: textOf(form, 'deliveredOn'),
      note: optionalTextOf(form, 'note'),
    };
    try {
      await call(event, ledgerEndpoints.recordDelivery, {
        params: { certificateId: event.params.id },
        body,
        idempotencyKey: textOf(form, 'deliveryKey'),
      });
    } catch (problem) {
      return failFrom(problem, valuesOf(form));
    }
    redirect(303, `/office/certificates/${event.params.id}?delivered`);
  },
  reissue: async (event) => {
    const form = await event.request.formData();
    let copy: CertificateView;
    try {
      copy = await call(event, certificationEndpoints.reissueCertificate, {
        params: { certificateId: event.params.id },
        body: { reason: optionalTextOf(form, 'reason'), name: textOf(form, 'name') },
        idempotencyKey: textOf(form, 'key'),
      });
    } catch (problem) {
      return failFrom(problem, valuesOf(form));
    }
    redirect(303, `/office/certificates/${copy.certificateId}?reissued`);
  },
};
