/**
 * Asking Nova to do something: for one server, or for several in turn.
 *
 * Upstream: novaclient/utils.py (do_action_on_many), novaclient/exceptions.py (from_response: which exception stands
 * for an HTTP status).
 */
import type { Request } from '../../../engine/cloud/operations.ts';
import { refuse, type Result } from '../../../engine/kernel/result.ts';
import { findServer } from '../../api/find.ts';
import { send, type Answer, type Fault } from '../../api/request.ts';
import type { ClientError } from '../../argparse/argument.ts';
import { failed, reply, type ClientCall, type Reply } from '../../argparse/program.ts';
import { stdout } from '../../command.ts';
import type { Terminal } from '../../terminal.ts';

const EXCEPTIONS: Readonly<Record<number, string>> = {
  400: 'BadRequest',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'NotFound',
  405: 'MethodNotAllowed',
  406: 'NotAcceptable',
  409: 'Conflict',
  413: 'OverLimit',
  429: 'RateLimit',
  501: 'HTTPNotImplemented'
};

/** What the client makes of a refusal: `Conflict`, and the API's words with status and request. */
export function novaError({ code, message, request_id }: Fault): ClientError {
  return {
    type: EXCEPTIONS[code] ?? 'ClientException',
    message: `${message} (HTTP ${code}) (Request-ID: ${request_id})`
  };
}

/** The terminal once the API has answered, and its answer or what the client makes of its refusal. */
export interface Asked {
  readonly terminal: Terminal;
  readonly result: Result<Answer, ClientError>;
}

/** Sends one request. */
export function ask({ terminal }: { readonly terminal: Terminal }, request: Request): Asked {
  const sent = send(terminal, request);
  return { terminal: sent.terminal, result: sent.result.ok ? sent.result : refuse(novaError(sent.result.error)) };
}

/** Sends one request and says nothing when it is taken. */
export function askSilently(call: ClientCall, request: Request): Reply {
  const { terminal, result } = ask(call, request);
  return result.ok ? reply({ terminal }) : failed({ terminal }, result.error);
}

/** Sends a request for a server that may be found or not. */
export function askFor({ terminal }: { readonly terminal: Terminal }, server: string, request: Request): Asked {
  const found = findServer(terminal, server);
  return found.ok ? ask({ terminal }, request) : { terminal, result: refuse(found.error) };
}

/** The same for several servers in turn: what failed is printed, and the rest goes on. */
export function askForMany(
  call: ClientCall,
  servers: readonly string[],
  request: Request,
  { accepted, failure }: { readonly accepted: (server: string) => string; readonly failure: string }
): Reply {
  let { terminal } = call;
  const texts: string[] = [];
  let isFailed = false;
  for (const server of servers) {
    const asked = askFor({ terminal }, server, request);
    terminal = asked.terminal;
    isFailed ||= !asked.result.ok;
    texts.push(asked.result.ok ? accepted(server) : asked.result.error.message);
  }
  const lines = stdout(texts);
  return { terminal, lines, failure: isFailed ? { type: 'CommandError', message: failure } : null };
}
