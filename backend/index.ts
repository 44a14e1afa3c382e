/** The public API of `spv-authorize-backend`. Nothing else is exported to hosts. */
export { AnafError, type AnafErrorCode } from './anaf/anaf-error.ts';
export type { Fetch } from './anaf/anaf-settings.ts';
export type { Message, UploadState } from './anaf/efactura-answers.ts';
export type { InvoiceStandard } from './anaf/efactura-api.ts';
export { ConfigurationError, type ConfigurationProblem } from './configuration/configuration-error.ts';
export type { AnafOptions, Logger, SpvBackendOptions } from './configuration/options.ts';
export type { DueReport } from './due/due-tasks.ts';
export type { EFacturaClient, MessageQuery, UploadOptions } from './efactura/efactura-client.ts';
export type { MailOptions, MailRecipient } from './notifications/mail-options.ts';
export type { MailReport } from './notifications/mailer.ts';
export type { NoticeKind } from './outbox/outbox.ts';
export { createSpvBackend, type SpvBackend } from './server.ts';
export type { SessionRequest } from './sessions/session.ts';
export { DataFolderInUseError, lockDataFolder } from './storage/data-folder-lock.ts';
export { DatabaseOpenError, type DatabaseOptions } from './storage/open-database.ts';
export { type Clock, systemClock } from './time/clock.ts';
export type { WebhookOptions } from './webhooks/webhook-options.ts';
export type { WebhookReport } from './webhooks/webhook-sender.ts';
