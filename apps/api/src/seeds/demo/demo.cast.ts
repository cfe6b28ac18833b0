import type { NestFastifyApplication } from '@nestjs/platform-fastify';

import { PeopleReader, AccountSetupService } from '../../modules/people/index.js';
import type { DemoResidentContent } from '../content/content.types.js';
import { demoResidents, demoStaff } from '../content/demo-people.js';
import type { DistrictIds } from '../curriculum.js';

/** Published in the documentation, and therefore only ever used in the demo. */
export const demoPassword = 'kizuna-demo-2026';

/** The people of the demo by content key. */
export class DemoCast {
  private readonly staffIds = new Map<string, string>();
  private readonly byKey = new Map(demoResidents.map((resident) => [resident.key, resident]));

  constructor(
    private readonly app: NestFastifyApplication,
    private readonly districts: DistrictIds,
  ) {}

  /** Whether this database already contains the demo. */
  async isPlayed(): Promise<boolean> {
    const { items } = await this.app.get(PeopleReader).listStaff();
    const demo = new Set(demoStaff.map(({ email }) => email));
    return items.some(({ email }) => email !== null && demo.has(email));
  }

  async hireStaff(): Promise<void> {
    const setup = this.app.get(AccountSetupService);
    for (const { key, role, name, kana, email } of demoStaff) {
      this.staffIds.set(
        key,
        await setup.addStaffWithPassword({ name, kana, email, roles: [role] }, demoPassword),
      );
    }
  }

  staffId(key: string): string {
    const id = this.staffIds.get(key);
    if (id === undefined) throw new Error(`the demo has no staff ${key}`);
    return id;
  }

  /** Groups of residents: those named for each, filled up with others; nobody is in two groups. */
  groups<K extends string>(
    wanted: Record<K, { count: number; named: string[] }>,
  ): Record<K, DemoResidentContent[]> {
    const lists = Object.entries<{ count: number; named: string[] }>(wanted);
    const taken = new Set(lists.flatMap(([, { named }]) => named));
    const others = demoResidents.map(({ key }) => key).filter((key) => !taken.has(key));
    const groups = lists.map(([name, { count, named }]) => {
      const keys = [...named, ...others.splice(0, count - named.length)];
      return [name, keys.map((key) => this.resident(key))] as const;
    });
    return Object.fromEntries(groups) as Record<K, DemoResidentContent[]>;
  }

  /** Some districts, in the order of the list. */
  firstDistrictIds(count: number): string[] {
    return [...this.districts.values()].slice(0, count);
  }

  private resident(key: string): DemoResidentContent {
    const resident = this.byKey.get(key);
    if (!resident) throw new Error(`the demo has no resident ${key}`);
    return resident;
  }

  /** The resident's answers in the application form. */
  answersOf(resident: DemoResidentContent) {
    const { name, kana, bornOn, phone, postalCode, address, email, wishes, wishNote } = resident;
    const districtId = this.districts.get(resident.districtKey);
    return {
      name,
      kana,
      bornOn,
      phone,
      postalCode,
      address,
      wishes,
      ...(email ? { email } : {}),
      ...(districtId ? { districtId } : {}),
      ...(wishNote ? { wishNote } : {}),
      applicantIs: 'self' as const,
      replyBy: email ? ('mail' as const) : ('letter' as const),
      consent: true as const,
    };
  }
}
