import { constants } from 'node:crypto';
import type { ServerOptions } from 'node:https';
import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import type { KeyRing } from '../../engine/pki/key-ring.ts';
import type { Presentation, PresentedCertificate } from '../../wire/http/mock-request.ts';

/** TLS options of a door that requests no client certificate. */
export function serverTls(keys: KeyRing, serverCertificatePem: string): ServerOptions {
  return { key: keys.server.privateKeyPem, cert: [serverCertificatePem, keys.authority.certificatePem].join('') };
}

/**
 * TLS options of the login door that behaves like the F5. Observed on sister hosts: TLS 1.2 only, and the certificate is requested by a
 * renegotiation in the middle of the connection.
 */
export function renegotiatingTls(keys: KeyRing, serverCertificatePem: string): ServerOptions {
  return {
    ...serverTls(keys, serverCertificatePem),
    ca: [keys.authority.certificatePem],
    minVersion: 'TLSv1.2',
    maxVersion: 'TLSv1.2',
    requestCert: false,
    // Without this option Python, Node and openssl offer the first session, the server resumes it, and no certificate is requested.
    secureOptions: constants.SSL_OP_NO_SESSION_RESUMPTION_ON_RENEGOTIATION,
  };
}

/** TLS options of the other login door, for clients that do not support renegotiation, such as Playwright's `clientCertificates`. */
export function handshakeTls(keys: KeyRing, serverCertificatePem: string): ServerOptions {
  return {
    ...serverTls(keys, serverCertificatePem),
    ca: [keys.authority.certificatePem],
    requestCert: true,
    // Expired certificates, and those of an unknown authority, are refused by the login and not by the handshake.
    rejectUnauthorized: false,
  };
}

/** TLS options of the API door that uses certificates. Observed by a third party: ANAF's certificate endpoints use TLS 1.2 only. */
export function certificateApiTls(keys: KeyRing, serverCertificatePem: string): ServerOptions {
  return { ...handshakeTls(keys, serverCertificatePem), minVersion: 'TLSv1.2', maxVersion: 'TLSv1.2' };
}

/**
 * Requests the certificate by renegotiation. Observed (Chromium 156): a browser that must first find its certificate, or ask the
 * person, closes the connection and returns with the certificate on a new one.
 */
export function presentByRenegotiation(socket: Socket, isRequired: boolean): Promise<Presentation> {
  if (!(socket instanceof TLSSocket)) throw new TypeError('"socket" must be a TLS socket');
  return new Promise((resolve) => {
    socket.once('close', () => resolve('hung-up'));
    const isStarted = socket.renegotiate({ requestCert: true, rejectUnauthorized: isRequired }, (error) => {
      // If a certificate is required, Node has already closed the connection of an expired one, or one of an unknown authority.
      resolve(error || socket.destroyed ? 'hung-up' : peerCertificate(socket));
    });
    if (isStarted === false) resolve('hung-up');
  });
}

/** Returns the certificate that the client presented in the handshake. */
export async function presentAtHandshake(socket: Socket): Promise<Presentation> {
  if (!(socket instanceof TLSSocket)) throw new TypeError('"socket" must be a TLS socket');
  return peerCertificate(socket);
}

function peerCertificate(socket: TLSSocket): PresentedCertificate | undefined {
  // Node returns an empty object without a certificate, and null after the socket is closed.
  const certificate = socket.getPeerCertificate() as { raw?: Buffer } | null;
  return certificate?.raw ? { der: certificate.raw } : undefined;
}
