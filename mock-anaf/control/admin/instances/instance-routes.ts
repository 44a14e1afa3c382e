import { OptionsError } from '../../../configuration/options.ts';
import { limitsFromHttp } from '../../../engine/settings/settings.ts';
import { json } from '../../../wire/http/answer.ts';
import { PortBusyError } from '../../../wire/http/listen.ts';
import { type Instances, TooManyInstancesError } from '../../instances.ts';
import { readyObject } from '../../ready-object.ts';
import { AdminError } from '../admin-error.ts';
import { type AdminRoute, route } from '../admin-route.ts';
import { readInstances, startInstance, stopInstance } from './instance-operations.ts';

/** @param instances `undefined` for a mock that is an instance itself: it starts none */
export function instanceRoutes(instances: Instances | undefined): readonly AdminRoute[] {
  return [
    route(startInstance, async ({ body }) => {
      if (!instances) throw new AdminError(409, 'nested-instance', 'an instance starts no instances; ask its parent');
      const { clients, limits, ...others } = body;
      const registered = clients?.map((client) => ({ services: ['EFACTURA'] as const, ...client }));
      try {
        const { id, mock } = await instances.start({
          ...others,
          ...(limits && { limits: limitsFromHttp(limits) }),
          ...(registered && { clients: registered }),
        });
        return json(200, { id, ...readyObject(mock) }, 'an instance was started');
      } catch (error) {
        throw refusalOf(error);
      }
    }),
    route(readInstances, () => {
      const running = [...(instances?.running() ?? [])].map(([id, mock]) => ({ id, ...readyObject(mock) }));
      return json(200, { instances: running }, 'the instances were read');
    }),
    route(stopInstance, async ({ parameters: { id = '' } }) => {
      if (await instances?.stop(id)) return json(200, { done: true }, 'an instance was stopped');
      const known = [...(instances?.running().keys() ?? [])].join(', ') || 'none';
      throw new AdminError(404, 'unknown-instance', `there is no instance "${id}"; there are: ${known}`);
    }),
  ];
}

function refusalOf(error: unknown): unknown {
  if (error instanceof OptionsError) return new AdminError(400, 'bad-value', error.message);
  if (error instanceof PortBusyError) return new AdminError(409, 'port-busy', error.message);
  if (error instanceof TooManyInstancesError) return new AdminError(409, 'too-many-instances', error.message);
  return error;
}
