import { type DestinationStream, pino } from 'pino';
import type { Logger } from './options.ts';

/** Fields that must never be written, wherever they stand. Nothing logs them; this is the second lock on the door. */
const secretFields = [
  'accessToken',
  'refreshToken',
  'access_token',
  'refresh_token',
  'state',
  'ticket',
  'cookie',
  'authorization',
  'clientSecret',
  'secret',
];

/** JSON lines, on standard output unless told otherwise. */
export function defaultLogger(level: string, destination?: DestinationStream): Logger {
  const paths = secretFields.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]);
  const options = { level, redact: { paths, censor: '[secret]' } };
  return destination ? pino(options, destination) : pino(options);
}
