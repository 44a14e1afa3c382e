import type { ApiHost } from './api-host.ts';
import { forbidden } from './refusals.ts';

/** `webservicesp.anaf.ro`: answers every caller without identifying it. */
export const publicHost: ApiHost<undefined> = { identify: async () => ({ caller: undefined }), refuse: forbidden };
