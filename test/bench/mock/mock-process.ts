import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startMockAnaf } from 'mock-anaf';
import type { Addresses } from './subject.ts';

/**
 * mock-anaf alone in a process, without limits on calls and with ten invoices to list. A second address collects garbage and returns
 * the memory in use.
 */
const cui = '90123459';
const unlimited = Number.POSITIVE_INFINITY;
const mock = await startMockAnaf({ limits: { callsPerMinute: unlimited, listsPerDay: unlimited } });
mock.addMessages({ cui, count: 10 });

const meter = createServer((_request, response) => {
  globalThis.gc?.();
  response.end(JSON.stringify(process.memoryUsage()));
});
meter.listen(0, '127.0.0.1', () => {
  const addresses: Addresses = {
    tokenUrl: `${mock.urls.picker}/anaf-oauth2/v1/token`,
    listUrl: `${mock.urls.apiPlain}/test/FCTEL/rest/listaMesajeFactura?zile=60&cif=${cui}`,
    newTokensUrl: `${mock.urls.admin}/tokens`,
    // A server that listens on TCP has an address object.
    memoryUrl: `http://127.0.0.1:${(meter.address() as AddressInfo).port}`,
  };
  console.log(JSON.stringify(addresses));
});
process.once('SIGINT', () => process.exit());
