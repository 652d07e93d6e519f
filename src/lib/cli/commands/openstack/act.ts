/**
 * Asking Nova to do something, and what the client makes of a refusal.
 *
 * Upstream: novaclient/exceptions.py (ClientException.__str__) for commands over novaclient; openstack/exceptions.py
 * (HttpException, raise_from_response) for those made with the SDK.
 */
import type { Request } from '../../../engine/cloud/operations.ts';
import { refuse } from '../../../engine/kernel/result.ts';
import { cloudOf } from '../../../session/session.ts';
import { send, type Fault } from '../../api/request.ts';
import type { ClientError } from '../../argparse/argument.ts';
import { failed, reply, type ClientCall, type Reply } from '../../argparse/program.ts';
import type { Terminal } from '../../terminal.ts';
import { novaError, type Asked } from '../nova/act.ts';
import { isFrom, type ClientNumber } from './client.ts';
import { serverFinder } from './find.ts';

const EXCEPTIONS: Readonly<Record<number, string>> = {
  400: 'BadRequestException',
  403: 'ForbiddenException',
  404: 'NotFoundException',
  409: 'ConflictException'
};

/** The address of something in Nova's API: Nova runs where Keystone does. */
function urlOf({ environment }: Terminal, path: string): string {
  const { hostname } = new URL(environment.OS_AUTH_URL ?? 'http://127.0.0.1');
  return `http://${hostname}:8774/v2.1/${path}`;
}

function sdkError({ code, message }: Fault, url: string): ClientError {
  const type = EXCEPTIONS[code] ?? 'HttpException';
  const source = code >= 500 ? 'Server' : 'Client';
  return { type, message: `${type}: ${code}: ${source} Error for url: ${url}, ${message}` };
}

/** Where a request goes, below the server's own address. */
function pathOf(request: Request): string {
  if (request.type === 'attach') return '/os-volume_attachments';
  if (request.type === 'detach') return `/os-volume_attachments/${request.volume_id}`;
  return request.type === 'delete' ? '' : '/action';
}

/** Sends one request about the lab's server. */
export function ask({ terminal }: { readonly terminal: Terminal }, request: Request, sdkSince: ClientNumber): Asked {
  const sent = send(terminal, request);
  if (sent.result.ok) return { terminal: sent.terminal, result: sent.result };
  const { error } = sent.result;
  const url = urlOf(terminal, `servers/${cloudOf(terminal.session).instance.uuid}${pathOf(request)}`);
  return {
    terminal: sent.terminal,
    result: refuse(isFrom(terminal, sdkSince) ? sdkError(error, url) : novaError(error))
  };
}

/** Sends one request and says nothing when it is taken. */
export function askSilently(call: ClientCall, request: Request, sdkSince: ClientNumber): Reply {
  const { terminal, result } = ask(call, request, sdkSince);
  return result.ok ? reply({ terminal }) : failed({ terminal }, result.error);
}

/** The same for several servers in turn; the first that fails ends it. `isNeeded` may pass one over. */
export function askForEach(
  call: ClientCall,
  names: readonly string[],
  request: Request,
  sdkSince: ClientNumber,
  isNeeded: (terminal: Terminal) => boolean = () => true
): Reply {
  let { terminal } = call;
  for (const name of names) {
    const found = serverFinder(sdkSince)(terminal, name);
    if (!found.ok) return failed({ terminal }, found.error);
    if (!isNeeded(terminal)) continue;
    const asked = ask({ terminal }, request, sdkSince);
    terminal = asked.terminal;
    if (!asked.result.ok) return failed({ terminal }, asked.result.error);
  }
  return reply({ terminal });
}
