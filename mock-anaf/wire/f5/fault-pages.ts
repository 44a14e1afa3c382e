import { randomInt } from 'node:crypto';

/** The page of the web application firewall for a rejected request. Observed 2026-07: title, text, length of the support id. */
export function requestRejectedPage(): string {
  const supportId = `98266458${randomInt(10 ** 11, 10 ** 12 - 1)}`;
  return (
    '<html><head><title>Request Rejected</title></head><body>The requested URL was rejected. ' +
    'Please consult with your administrator.<br><br>Your support ID is: ' +
    `${supportId}<br><br><a href='javascript:history.back();'>[Go Back]</a></body></html>`
  );
}

/** Body of HTTP 503. Assumed: no page of an outage has been captured. */
export const unavailablePage =
  '<html><head><title>503 Service Unavailable</title></head><body><h1>Service Unavailable</h1>' +
  '<p>The service is temporarily unavailable.</p></body></html>';
