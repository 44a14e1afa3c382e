import type { MockParts } from '../../../parts.ts';
import { json } from '../../../wire/http/answer.ts';
import { type AdminRoute, route } from '../admin-route.ts';
import * as operations from './chaos-operations.ts';

/** Light faults by seeded chance, on and off. */
export function chaosRoutes(parts: MockParts): readonly AdminRoute[] {
  const answer = (reason: string) => json(200, { chaos: parts.chaos.settings ?? null }, reason);
  return [
    route(operations.readChaos, () => answer('the settings of chaos were read')),
    route(operations.startChaos, ({ body }) => {
      parts.chaos.start(body);
      return answer('chaos was started');
    }),
    route(operations.stopChaos, () => {
      parts.chaos.stop();
      return answer('chaos was stopped');
    }),
  ];
}
