import type { ApiHost } from './api-host.ts';
import { forbidden } from './refusals.ts';

/** `webservicesp.anaf.ro`: answers everybody, without identifying them. */
export const publicHost: ApiHost<undefined> = { identify: async () => ({ caller: undefined }), refuse: forbidden };
