import type { CertificateView, ReissuePreview } from '@kizuna/shared/contracts/certification';
import type { CertificateHistory, DeliveryBody } from '@kizuna/shared/contracts/ledger';
import { civilDateOf } from '@kizuna/shared/rules/civil-date';
import { redirect } from '@sveltejs/kit';
import { api } from '#lib/server/api-client.ts';
import { failFrom, loading, optionalTextOf, textOf, valuesOf } from '#lib/server/form-helper.ts';
import type { Actions, PageServerLoad } from './$types';

const pathOf = (id: string) => `/api/office/certificates/${encodeURIComponent(id)}`;

/** A valid certificate comes with what its next copy would say, so that the difference is seen before it is confirmed. */
export const load: PageServerLoad = (event) =>
  loading(event, async () => {
    const [certificate, history] = await Promise.all([
      api(event).get<CertificateView>(pathOf(event.params.id)),
      api(event).get<CertificateHistory>(`${pathOf(event.params.id)}/history`),
    ]);
    const preview =
      certificate.state === 'valid'
        ? await api(event).get<ReissuePreview>(`${pathOf(event.params.id)}/reissue-preview`)
        : null;
    const done = (['revoked', 'reissued', 'delivered'] as const).find((word) =>
      event.url.searchParams.has(word),
    );
    const today = civilDateOf(new Date());
    const keys = { reissue: crypto.randomUUID() as string, delivery: crypto.randomUUID() as string };
    return { title: certificate.number, certificate, history, preview, keys, today, done };
  });

export const actions: Actions = {
  revoke: async (event) => {
    const form = await event.request.formData();
    try {
      await api(event).post<CertificateView>(`${pathOf(event.params.id)}/revocation`, {
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
      await api(event).post<CertificateHistory>(`${pathOf(event.params.id)}/deliveries`, {
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
      copy = await api(event).post<CertificateView>(`${pathOf(event.params.id)}/reissues`, {
        body: { reason: optionalTextOf(form, 'reason'), name: textOf(form, 'name') },
        idempotencyKey: textOf(form, 'key'),
      });
    } catch (problem) {
      return failFrom(problem, valuesOf(form));
    }
    redirect(303, `/office/certificates/${copy.certificateId}?reissued`);
  },
};
