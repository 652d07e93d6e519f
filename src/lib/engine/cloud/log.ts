/**
 * Lines of nova-compute.log in oslo.log's format.
 *
 * Upstream: oslo_log/_options.py (logging_context_format_string, logging_default_format_string,
 * logging_exception_prefix), oslo_log/formatters.py (ContextFormatter: the error summary after the message).
 * Simplified: a traceback names its functions, not its files and lines.
 */
import type { Lab } from './lab.ts';
import { log, type CloudEvent, type LogEvent } from './event.ts';

/** Nova's loggers that write here. */
export const LOGGER = {
  blockDevice: 'nova.virt.block_device',
  claims: 'nova.compute.claims',
  driver: 'nova.virt.libvirt.driver',
  guest: 'nova.virt.libvirt.guest',
  manager: 'nova.compute.manager',
  resourceTracker: 'nova.compute.resource_tracker',
  rpcServer: 'oslo_messaging.rpc.server'
} as const;

/** An exception logged with its summary behind the message and its traceback below (LOG.exception). */
export function logException(logger: string, message: string, summary: string, frames: readonly string[]): LogEvent {
  return {
    ...log('ERROR', logger, `${message}: ${summary}`),
    traceback: [...frames.map((frame) => `  in ${frame}`), summary]
  };
}

/** A line from a thread that serves no request, such as the one that waits for the domain to stop. */
export function logOutsideRequest(message: string): LogEvent {
  return { ...log('INFO', LOGGER.driver, message), inRequest: false };
}

/** The last line of a cast that failed: nobody but this log will hear of it. */
export function logUnhandled(summary: string, frames: readonly string[]): LogEvent {
  const trace = ['RPCServer._process_incoming', ...frames];
  return { ...logException(LOGGER.rpcServer, 'Exception during message handling', summary, trace), instance: false };
}

/** Where and when a line was written. */
export interface LogStamp {
  readonly clock: number;
  readonly request_id: string;
}

/** The line, and below it the traceback if there is one; each without a newline. */
export function formatLog(lab: Lab, { clock, request_id }: LogStamp, event: LogEvent): readonly string[] {
  const { pid, user_id, project_id } = lab.log;
  const time = formatTime(lab.log.start + clock);
  const context = event.inRequest ? `[${request_id} ${user_id} ${project_id} - default default]` : '[-]';
  const instance = event.instance ? `[instance: ${lab.server.uuid}] ` : '';
  const prefix = `${time} ${pid} ${event.level} ${event.logger}`;
  const below = event.traceback.length === 0 ? [] : ['Traceback (most recent call last):', ...event.traceback];
  return [`${prefix} ${context} ${instance}${event.message}`, ...below.map((line) => `${prefix} ${instance}${line}`)];
}

/** `2018-01-06 22:18:38.049`, in UTC. */
function formatTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace('T', ' ').slice(0, -1);
}

/** The log lines among events, formatted. */
export function logLines(lab: Lab, stamp: LogStamp, events: readonly CloudEvent[]): readonly string[] {
  return events.flatMap((event) => (event.type === 'log' ? formatLog(lab, stamp, event) : []));
}
