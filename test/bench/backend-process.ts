import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { authorize } from '../backend/support/authorize.ts';
import { Site } from '../backend/support/site.ts';
import { startStack } from '../backend/support/stack.ts';

/**
 * The backend with its embedded database on disk and one authorized company. The mock ANAF that the authorization needs is
 * stopped before the measurement. Prints one line of JSON.
 */
const folder = mkdtempSync(join(tmpdir(), 'spv-bench-'));
const stack = await startStack({ storage: { dataFolder: folder }, rateLimits: { apiPerMinute: 1e9 } });
const site = await Site.open(stack);
await authorize(stack, site);
await stack.mock.stop();
console.log(JSON.stringify({ statusUrl: `${stack.publicUrl}/v1/authorization`, session: site.session }));
process.once('SIGINT', () => {
  void stack.stop().finally(() => rmSync(folder, { recursive: true, force: true }));
});
