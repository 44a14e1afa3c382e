import { constants } from 'node:crypto';
import type { ServerOptions } from 'node:https';
import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import type { KeyRing } from '../../engine/pki/key-ring.ts';
import type { Presentation, PresentedCertificate } from '../../wire/http/mock-request.ts';

/** Options of a TLS door that requests no client certificate. */
export function serverTls(keys: KeyRing, serverCertificatePem: string): ServerOptions {
  return { key: keys.server.privateKeyPem, cert: [serverCertificatePem, keys.authority.certificatePem].join('') };
}

/**
 * The login as the F5 does it. Observed on sister hosts: TLS 1.2 only, and the certificate is requested by a renegotiation in the
 * middle of the connection.
 */
export function renegotiatingTls(keys: KeyRing, serverCertificatePem: string): ServerOptions {
  return {
    ...serverTls(keys, serverCertificatePem),
    ca: [keys.authority.certificatePem],
    minVersion: 'TLSv1.2',
    maxVersion: 'TLSv1.2',
    requestCert: false,
    // Without it Python, Node and openssl offer the first session, the server resumes it, and no certificate is requested.
    secureOptions: constants.SSL_OP_NO_SESSION_RESUMPTION_ON_RENEGOTIATION,
  };
}

/** The other login door, for clients that present no certificate on renegotiation, such as Playwright's `clientCertificates`. */
export function handshakeTls(keys: KeyRing, serverCertificatePem: string): ServerOptions {
  return {
    ...serverTls(keys, serverCertificatePem),
    ca: [keys.authority.certificatePem],
    requestCert: true,
    // The login judges certificates that are expired or of an unknown authority, not the handshake.
    rejectUnauthorized: false,
  };
}

/** The API with certificates. Observed by a third party: ANAF's certificate endpoints speak TLS 1.2 only. */
export function certificateApiTls(keys: KeyRing, serverCertificatePem: string): ServerOptions {
  return { ...handshakeTls(keys, serverCertificatePem), minVersion: 'TLSv1.2', maxVersion: 'TLSv1.2' };
}

/**
 * Requests the certificate by renegotiation. Observed (Chromium 156): a browser that must first look for its certificate, or ask the
 * person, closes the connection and comes back with the certificate on a new one.
 */
export function presentByRenegotiation(socket: Socket, isRequired: boolean): Promise<Presentation> {
  if (!(socket instanceof TLSSocket)) throw new TypeError('"socket" must be a TLS socket');
  return new Promise((resolve) => {
    socket.once('close', () => resolve('hung-up'));
    const asked = socket.renegotiate({ requestCert: true, rejectUnauthorized: isRequired }, (error) => {
      // If one is required, Node has already closed the connection of a certificate that is expired or of an unknown authority.
      resolve(error || socket.destroyed ? 'hung-up' : peerCertificate(socket));
    });
    if (asked === false) resolve('hung-up');
  });
}

export async function presentAtHandshake(socket: Socket): Promise<Presentation> {
  if (!(socket instanceof TLSSocket)) throw new TypeError('"socket" must be a TLS socket');
  return peerCertificate(socket);
}

function peerCertificate(socket: TLSSocket): PresentedCertificate | undefined {
  // Node returns an empty object without a certificate, and null after the socket is closed.
  const certificate = socket.getPeerCertificate() as { raw?: Buffer } | null;
  return certificate?.raw ? { der: certificate.raw } : undefined;
}
