import pg from 'pg';
import { IssuingOffice } from '../measuring/batches.ts';
import type { Measuring } from '../measuring/command.ts';
import { noteCpu, withCpu } from '../measuring/cpu-time.ts';
import { startQuietProduct } from '../measuring/quiet-product.ts';
import { aRunOfGraduates } from '../measuring/graduates.ts';
import { learnerPages } from '../measuring/learner-pages.ts';
import { sendLoad } from '../measuring/load.ts';
import { cookieOfRole } from '../measuring/signed-in.ts';

/** Load of people browsing while certificates are issued. */
const browsing = { connections: 16, rate: 40 };

/**
 * [certificates] A batch, from the request until all of it is numbered, rendered, signed and in the ledger: once alone,
 * for the time of the batch and of the print file, and once while people browse at a constant rate, for the effect on
 * them. If fewer seconds are given than the ten of the rule, there are fewer certificates, and the limit for the time
 * shrinks in proportion.
 */
export default async function certificates({ figures, seconds }: Measuring): Promise<void> {
  const count = Math.min(1000, Math.max(20, Math.round(seconds * 100)));
  const product = await startQuietProduct();
  const client = new pg.Client({ connectionString: product.databaseUrl });
  await client.connect();
  try {
    const office = new IssuingOffice(product.origin, await cookieOfRole(product.databaseUrl, 'office'));
    const requests = await learnerPages(product.origin, product.databaseUrl);
    const issue = async (people: number) => {
      const { enrolmentIds } = await aRunOfGraduates(client, people);
      const begun = performance.now();
      const { result, cpu } = await withCpu(product, async () => {
        const { certificateBatchId } = await office.ask(enrolmentIds, `bench-${Math.round(begun)}`);
        return office.finished(certificateBatchId, 600);
      });
      const seconds = (performance.now() - begun) / 1000;
      return { batchId: result.certificateBatchId, issued: result.issued, seconds, cpu };
    };
    const browse = (until?: Promise<unknown>) =>
      sendLoad({ origin: product.origin, requests, ...browsing, seconds: until ? 600 : seconds, until });

    // The keys are created and the threads started with the very first certificates
    await issue(20);
    const alone = await issue(count);
    figures.exactly('certificates.issued', alone.issued, count, 'count');
    figures.atMost('certificates.time', alone.seconds, (30 * count) / 1000, 's');

    // Shows whether the issuing itself is slow or the machine is busy: two processors provide this much time
    if (alone.cpu) figures.atMost('certificates.cpu', alone.cpu.app, (60 * count) / 1000, 's');
    noteCpu(figures, 'certificates', alone.cpu, count);

    // The next step of the office: all of them for the printer, as one file
    const asked = performance.now();
    const pile = await office.pile(alone.batchId);
    figures.atMost('certificates.pile', (performance.now() - asked) / 1000, (30 * count) / 1000, 's');
    figures.atMost('certificates.pile-size', pile.length / 1e6, (60 * count) / 1000, 'MB');

    await browse();
    const calm = await browse();
    const beside = issue(count);
    const busy = await browse(beside);
    figures.exactly('certificates.issued-beside-browsing', (await beside).issued, count, 'count');
    figures.atMost('certificates.browsing-p99', busy.p99 / calm.p99, 1.5, 'ratio', calm.p99);
    figures.exactly('certificates.errors', calm.errors + busy.errors, 0, 'count');
    figures.exactly('certificates.ledger-broken', await office.wrongInLedger(), 0, 'count');
  } finally {
    await client.end();
    await product.stop();
  }
}
