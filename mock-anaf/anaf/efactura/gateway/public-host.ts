import type { ApiHost } from './api-host.ts';
import { forbidden } from './refusals.ts';

/** `webservicesp.anaf.ro`: asks nobody who they are. */
export const publicHost: ApiHost<undefined> = { identify: async () => ({ caller: undefined }), refuse: forbidden };
