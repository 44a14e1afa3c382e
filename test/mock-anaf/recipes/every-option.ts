import { type MockAnafOptions, MovableClock, startMockAnaf } from 'mock-anaf';

const earlier = await startMockAnaf();
await earlier.stop();

export const everyOption: Required<MockAnafOptions> = {
  host: '127.0.0.1', // with adminToken also another address of this machine, or 0.0.0.0 for all
  adminToken: 'sixteen-or-more-characters', // required by the admin port
  ports: {
    ...{ login: 0, loginAtHandshake: 0, picker: 0, admin: 0, proxy: 0 }, // 0: any free port
    ...{ api: 0, apiPlain: 0, apiCertificate: 0, apiPublic: 0 },
  },
  clients: [{ clientId: 'app', clientSecret: 'x', redirectUris: ['https://app.ro/callback'], services: ['EFACTURA'] }],
  picker: true, // login over loopback HTTP, with a page that shows the dialogs
  proxy: 'refuse', // or direct: what the proxy does with hosts that are not ANAF's
  clock: new MovableClock(),
  lifetimes: {
    ...{ codeSeconds: 60, accessTokenSeconds: 300, refreshTokenSeconds: 3600, loginSessionSeconds: 600 },
    ...{ processingSeconds: 5, listingSeconds: 60, slowAnswerSeconds: 1 },
  },
  limits: {
    ...{ callsPerMinute: 10, statusesPerDay: 3, listsPerDay: Number.POSITIVE_INFINITY },
    ...{ pagesPerDay: 5, downloadsPerDay: 1, buyerMessagesPerDay: 1 },
  },
  limitAnswer: { status: 429, contentType: 'application/json', body: '{}', retryAfterSeconds: 30 }, // above callsPerMinute
  switches: {
    refreshExtendsYear: true, // each refresh starts the 365 days again
    refreshEndsOldAccessToken: true,
    authorizationEndsOlderGrant: true, // of the same certificate and application
    deadRefreshTokenError: 'access_denied', // or invalid_grant, invalid_request
    roleClaim: 'both', // or roles, role
    pkce: 'enforced', // or ignored
    loginPage: 'button', // or absent
    loginCertificate: 'required', // or asked: whether the door login refuses a handshake without certificate
    staleSession: 'finished', // or renewed: what happens to a login with an old cookie
    downloadErrorType: 'text/plain', // or application/json
    refusalKeyOrder: 'titlu eroare', // or eroare titlu
    selfBilledWord: 'autofactutra', // or autofactura
    invoiceSentBefore: 'refused', // or taken (accepted): the same invoice sent again
    emptyListError: 'null', // or absent
    loginHttpVersion: '1.1', // or 1.0
    oneAuthorizationPerMinute: true, // a second one within a minute gets error 255
    expiredCode: 'reset', // or invalid_request
    renewalEndsGrants: true, // the grants of the old certificate end with it
    unavailableBody: 'empty', // or html: the body of a 503
  },
  chaos: { seed: 7, share: 0.05 }, // random transient faults, the same for the same seed
  seed: { companies: [{ cui: '90123459', name: 'Firma mea SRL' }], people: earlier.state.people },
  identitiesOf: earlier, // reuses its keys and certificates
  idSeed: 'my test suite', // seed of the generated ids
  dataFile: '.cache/mock-anaf.json', // keeps the state between runs
};
