import type { AdminApi } from '../api/admin-api.ts';
import type {
  ClockAnswer,
  CompaniesAnswer,
  HealthAnswer,
  LifetimesAnswer,
  PeopleAnswer,
  ScenariosAnswer,
} from '../api/answers.ts';
import type { ConsoleState } from './console-state.ts';

/** Reads everything except the journal from the admin port. */
export async function readState(api: AdminApi): Promise<Partial<ConsoleState>> {
  const [clock, { companies }, { personas, passphrase }, { active, catalogue }, lifetimes, { urls }] =
    await Promise.all([
      api.read<ClockAnswer>('GET', '/clock'),
      api.read<CompaniesAnswer>('GET', '/companies'),
      api.read<PeopleAnswer>('GET', '/personas'),
      api.read<ScenariosAnswer>('GET', '/scenario'),
      api.read<LifetimesAnswer>('GET', '/lifetimes'),
      api.read<HealthAnswer>('GET', '/healthz'),
    ]);
  return {
    clock: {
      now: clock.now,
      readAtMs: performance.now(),
      isFrozen: clock.frozen,
      aheadSeconds: clock.now - Date.now() / 1000,
    },
    companies,
    people: personas,
    passphrase,
    active,
    catalogue,
    lifetimes,
    loginUrl: urls.login ?? '',
  };
}
