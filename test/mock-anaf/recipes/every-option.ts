import { type MockAnafOptions, MovableClock, startMockAnaf } from 'mock-anaf';

const earlier = await startMockAnaf();
await earlier.stop();

export const everyOption: Required<MockAnafOptions> = {
  host: '127.0.0.1', // or any other of this machine; 0.0.0.0 for all, together with adminToken
  adminToken: 'sixteen-or-more-characters', // the admin port asks for it
  ports: {
    ...{ login: 0, loginAtHandshake: 0, picker: 0, admin: 0, proxy: 0 }, // 0: any
    ...{ api: 0, apiPlain: 0, apiCertificate: 0, apiPublic: 0 },
  },
  clients: [{ clientId: 'app', clientSecret: 'x', redirectUris: ['https://app.ro/callback'], services: ['EFACTURA'] }],
  picker: true, // login over loopback HTTP, with a page that plays the dialogs
  proxy: 'refuse', // or direct: what becomes of hosts that are none of ANAF's
  clock: new MovableClock(),
  lifetimes: {
    ...{ codeSeconds: 60, accessTokenSeconds: 300, refreshTokenSeconds: 3600, loginSessionSeconds: 600 },
    ...{ processingSeconds: 5, listingSeconds: 60, slowAnswerSeconds: 1 },
  },
  limits: {
    ...{ callsPerMinute: 10, statusesPerDay: 3, listsPerDay: Number.POSITIVE_INFINITY },
    ...{ pagesPerDay: 5, downloadsPerDay: 1, buyerMessagesPerDay: 1 },
  },
  limitAnswer: { status: 429, contentType: 'application/json', body: '{}', retryAfterSeconds: 30 }, // over callsPerMinute
  switches: {
    refreshExtendsYear: true, // each refresh begins the 365 days anew
    refreshEndsOldAccessToken: true,
    authorizationEndsOlderGrant: true, // of the same certificate and application
    deadRefreshTokenError: 'access_denied', // or invalid_grant, invalid_request
    roleClaim: 'both', // or roles, role
    pkce: 'enforced', // or ignored
    loginPage: 'button', // or absent
    loginCertificate: 'required', // or asked: whether TLS itself refuses who has none, at the door login
    staleSession: 'finished', // or renewed: what an old cookie of the login leads to
    downloadErrorType: 'text/plain', // or application/json
    refusalKeyOrder: 'titlu eroare', // or eroare titlu
    selfBilledWord: 'autofactutra', // or autofactura
    invoiceSentBefore: 'refused', // or taken: the same invoice a second time
    emptyListError: 'null', // or absent
    loginHttpVersion: '1.1', // or 1.0
    oneAuthorizationPerMinute: true, // a second one gets error 255
    expiredCode: 'reset', // or invalid_request
    renewalEndsGrants: true, // those of the old certificate
    unavailableBody: 'empty', // or html: what a 503 carries
  },
  chaos: { seed: 7, share: 0.05 }, // light faults by chance
  seed: { companies: [{ cui: '90123459', name: 'Firma mea SRL' }], people: earlier.state.people },
  identitiesOf: earlier, // takes over its keys and certificates
  idSeed: 'a suite of mine', // whence ids are made
  dataFile: '.cache/mock-anaf.json', // keeps the state over restarts
};
