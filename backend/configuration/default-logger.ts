import { type DestinationStream, pino } from 'pino';
import type { Logger } from './options.ts';

/** Fields that pino replaces by `[secret]`. No code logs them; this is a second line of defence. */
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

/** Writes JSON lines to `destination`, by default to standard output. */
export function defaultLogger(level: string, destination?: DestinationStream): Logger {
  const paths = secretFields.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]);
  const options = { level, redact: { paths, censor: '[secret]' } };
  return destination ? pino(options, destination) : pino(options);
}
