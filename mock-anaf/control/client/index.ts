export type * from './admin-answers.ts';
export type { ConnectOptions } from './admin-port.ts';
export { connectMockAnaf } from './connect-mock-anaf.ts';
export type { MockAnafClient, SettingsClient, StartedInstance, WaitOptions } from './mock-anaf-client.ts';
export { MockAnafError } from './mock-anaf-error.ts';
