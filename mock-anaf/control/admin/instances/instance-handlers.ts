import { OptionsError } from '../../../configuration/options-error.ts';
import { limitsFromHttp } from '../../../engine/settings/settings.ts';
import { PortBusyError } from '../../../wire/http/listen.ts';
import { type InstanceOptions, type Instances, TooManyInstancesError } from '../../instances.ts';
import type { MockAnaf } from '../../mock-anaf.ts';
import { readyObject } from '../../ready-object.ts';
import { clientAnswerOf } from '../applications/application-answers.ts';
import { AdminError } from '../operation/admin-error.ts';
import type { HandlersOf } from '../operation/operation.ts';
import type { instanceOperations } from './instance-operations.ts';
import type { InstanceDescription } from './instance-schemas.ts';

/** Handlers that start, list and stop instances. @param instances `undefined` if the mock is an instance itself and cannot start others */
export function instanceHandlers(instances: Instances | undefined): HandlersOf<typeof instanceOperations> {
  const running = () => instances?.running() ?? new Map<string, MockAnaf>();
  return {
    startInstance: async ({ body: { limits, ...options } }) => {
      if (!instances) throw new AdminError('nested-instance', 'an instance cannot start instances; ask its parent');
      const { id, mock } = await start(instances, { ...options, ...(limits && { limits: limitsFromHttp(limits) }) });
      return describe(id, mock);
    },
    readInstances: () => ({ instances: [...running()].map(([id, mock]) => describe(id, mock)) }),
    stopInstance: async ({ parameters: { id } }) => {
      if (await instances?.stop(id)) return { done: true };
      const known = [...running().keys()].join(', ') || 'none';
      throw new AdminError('unknown-instance', `there is no instance "${id}"; there are: ${known}`);
    },
  };
}

async function start(instances: Instances, options: InstanceOptions) {
  try {
    return await instances.start(options);
  } catch (error) {
    if (error instanceof OptionsError) throw new AdminError('bad-value', error.message, { cause: error });
    if (error instanceof PortBusyError) throw new AdminError('port-busy', error.message, { cause: error });
    if (error instanceof TooManyInstancesError)
      throw new AdminError('too-many-instances', error.message, { cause: error });
    throw error;
  }
}

/** An allow-list: only the fields named here leave the admin port. */
function describe(id: string, mock: MockAnaf): InstanceDescription {
  const { loginUrl, loginAtHandshakeUrl, pickerUrl, ...ready } = readyObject(mock);
  const { apiUrl, apiPlainUrl, apiCertificateUrl, apiPublicUrl, adminUrl, proxyUrl, clients } = ready;
  return {
    id,
    loginUrl,
    loginAtHandshakeUrl,
    pickerUrl,
    apiUrl,
    apiPlainUrl,
    apiCertificateUrl,
    apiPublicUrl,
    adminUrl,
    proxyUrl,
    clients: clients.map(clientAnswerOf),
  };
}
