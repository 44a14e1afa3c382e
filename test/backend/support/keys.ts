/** The keys of the backends that tests start. */
export const hostSecret = 'host-secret-0123456789-0123456789';
export const sessionSecret = 'session-secret-0123456789-0123456789';
export const metricsToken = 'metrics-token-0123456789-0123456789';
export const encryptionKey = Buffer.alloc(32, 7).toString('base64');
