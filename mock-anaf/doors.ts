import { apiHandler, certificateApiHandler, publicApiHandler } from './anaf/efactura/api-routes.ts';
import type { CallLimit } from './anaf/efactura/gateway/call-limit.ts';
import { uploadLimitBytes } from './anaf/efactura/upload/upload.ts';
import type { LoginSessions } from './anaf/login/login-sessions.ts';
import {
  certificateApiTls,
  handshakeTls,
  presentAtHandshake,
  presentByRenegotiation,
  renegotiatingTls,
  serverTls,
} from './anaf/login/tls-doors.ts';
import { loginHandler } from './anaf/login-routes.ts';
import type { TokenMaker } from './anaf/oauth/token-maker.ts';
import type { MockAnafOptions } from './configuration/options.ts';
import { adminHandler } from './control/admin/admin-handler.ts';
import type { AdminActions } from './control/admin/admin-routes.ts';
import { AdminError, adminErrorAnswer } from './control/admin/operation/admin-error.ts';
import type { MockAnaf } from './control/mock-anaf.ts';
import type { Engine } from './engine/engine.ts';
import { issueServerCertificate } from './engine/pki/authority.ts';
import type { StateFile } from './engine/state/state-file.ts';
import { f5Headers } from './wire/f5/f5-headers.ts';
import { requestRejectedPage } from './wire/f5/fault-pages.ts';
import { html } from './wire/http/answer.ts';
import { type Door, type DoorOptions, openDoor } from './wire/http/door.ts';
import { namesOf } from './wire/http/host.ts';
import type { DoorName } from './wire/http/mock-request.ts';
import type { Handler } from './wire/http/routes.ts';
import { anafHosts } from './wire/proxy/anaf-hosts.ts';
import { openProxy } from './wire/proxy/proxy.ts';

const formLimitBytes = 64 * 1024;

// assumed: the firewall rejects oversized requests like other unusual ones
const headTooLong = () =>
  html(400, requestRejectedPage(), 'request line and headers are longer than 64 KB', { headers: f5Headers });

const adminHeadTooLong = () =>
  adminErrorAnswer(new AdminError('head-too-long', 'request line and headers are longer than 64 KB'));

/** The engine, plus what the endpoints keep in memory between requests. */
export interface DoorParts extends Engine {
  readonly callLimit: CallLimit;
  readonly loginSessions: LoginSessions;
  readonly tokens: TokenMaker;
  /** Whether the picker door is open. If it is, `http:` redirect addresses to this machine are allowed as well. */
  readonly isPickerOpen: boolean;
}

/** The listeners of a running mock, each with its own port ("doors"), and the proxy if there is one. */
export interface OpenDoors {
  readonly urls: MockAnaf['urls'];
  /** Stops listening and closes open connections. */
  close(): Promise<void>;
}

/**
 * Opens every door, then the proxy that forwards to them. If one cannot be opened, closes the others and throws.
 * @param file the data file, saved before each answer is sent; `undefined` if the mock has none
 * @throws PortBusyError, ListenError
 */
export async function openDoors(
  options: MockAnafOptions,
  parts: DoorParts,
  file: StateFile | undefined,
  actions: Pick<AdminActions, 'reset' | 'instances'>,
): Promise<OpenDoors> {
  const opened = new Map<DoorName | 'proxy', Pick<Door, 'url' | 'close'>>();
  // The cast holds once every door is open: `opened` then has each of their names.
  const urls = () =>
    Object.fromEntries([...opened].map(([name, { url }]) => [name, url])) as unknown as MockAnaf['urls'];
  const close = async () => {
    await Promise.all([...opened.values()].map((door) => door.close()));
  };
  const host = options.host ?? '127.0.0.1';
  const admin = adminHandler(parts, { ...actions, urls }, options.adminToken);
  const plans = doorPlans(parts, admin, host);
  const results = await Promise.allSettled(
    plans.map(async ({ handle, ...plan }) => {
      const record: DoorOptions['record'] = (request, answer) => {
        if (plan.name === 'admin') return;
        const exchange = parts.journal.record(request, answer);
        if (parts.events.isHeard('request-answered')) parts.events.emit('request-answered', exchange.entry);
      };
      const port = options.ports?.[plan.name] ?? 0;
      const now = () => parts.clock.now();
      const served = { handle: file ? saving(file, handle) : handle, now, record };
      const door = { headTooLong, ...plan, ...served, host, port };
      opened.set(plan.name, await openDoor(door));
    }),
  );
  const proxy = await Promise.allSettled(options.proxy === undefined ? [] : [openProxyTo(options, urls())]);
  const failed = [...results, ...proxy].find((result) => result.status === 'rejected');
  for (const result of proxy) if (result.status === 'fulfilled') opened.set('proxy', result.value);
  if (!failed) return { urls: urls(), close };
  await close();
  throw failed.reason;
}

function openProxyTo({ host = '127.0.0.1', ports = {}, proxy = 'refuse' }: MockAnafOptions, urls: MockAnaf['urls']) {
  const addresses: Partial<Record<DoorName, string>> = urls;
  const portOf = (hostName: string) => {
    const door = Object.hasOwn(anafHosts, hostName) ? anafHosts[hostName] : undefined;
    const address = door && addresses[door];
    return address === undefined ? undefined : Number(new URL(address).port);
  };
  return openProxy({ host, port: ports.proxy ?? 0, others: proxy, portOf });
}

type DoorPlan = Pick<DoorOptions, 'name' | 'handle' | 'tls' | 'presentCertificate' | 'bodyLimitBytes' | 'headTooLong'>;

/** Every listener and what it serves. */
function doorPlans(parts: DoorParts, admin: Handler, host: string): readonly DoorPlan[] {
  const { keys } = parts.state;
  const certificate = issueServerCertificate(keys, Date.now() / 1000, namesOf(host));
  const login = { handle: loginHandler(parts, 'tls'), bodyLimitBytes: formLimitBytes };
  const api = { handle: apiHandler(parts), bodyLimitBytes: uploadLimitBytes };
  return [
    { name: 'login', ...login, tls: renegotiatingTls(keys, certificate), presentCertificate: presentByRenegotiation },
    {
      name: 'loginAtHandshake',
      ...login,
      tls: handshakeTls(keys, certificate),
      presentCertificate: presentAtHandshake,
    },
    ...(parts.isPickerOpen
      ? [{ name: 'picker', handle: loginHandler(parts, 'picker'), bodyLimitBytes: formLimitBytes } satisfies DoorPlan]
      : []),
    { name: 'api', ...api, tls: serverTls(keys, certificate) },
    { name: 'apiPlain', ...api },
    {
      name: 'apiCertificate',
      handle: certificateApiHandler(parts),
      bodyLimitBytes: uploadLimitBytes,
      tls: certificateApiTls(keys, certificate),
      presentCertificate: presentAtHandshake,
    },
    {
      name: 'apiPublic',
      handle: publicApiHandler(parts),
      bodyLimitBytes: uploadLimitBytes,
      tls: serverTls(keys, certificate),
    },
    { name: 'admin', handle: admin, bodyLimitBytes: formLimitBytes, headTooLong: adminHeadTooLong },
  ];
}

/**
 * Saves the state before each answer is sent, so that killing the process never loses a rotated token. GET requests are saved too:
 * the last request of a login issues the code, and downloads are counted.
 */
function saving(file: StateFile, handle: Handler): Handler {
  return async (request) => {
    const answer = await handle(request);
    await file.save();
    return answer;
  };
}
