/**
 * What a step lets somebody see: log lines, answers of the API, errors of libvirt.
 *
 * Events are data; log.ts and the page put them into words.
 */
import type { NovaException } from '../nova/exception.ts';
import type { Failure } from './failure.ts';

/** Who acts in a step: the lanes of the picture. */
export const ACTORS = ['client', 'nova-api', 'nova-conductor', 'nova-compute', 'libvirt', 'cinder', 'guest'] as const;
export type Actor = (typeof ACTORS)[number];

export type LogLevel = 'INFO' | 'WARNING' | 'ERROR';

/** One line of nova-compute.log, before it is formatted. */
export interface LogEvent {
  readonly type: 'log';
  readonly level: LogLevel;
  readonly logger: string;
  readonly message: string;
  /** False where Nova writes `[-]`: the line comes from a thread that serves no request. */
  readonly inRequest: boolean;
  /** Whether the line starts with `[instance: ...]`. */
  readonly instance: boolean;
  /** The lines below a traceback's first; empty for a plain line. */
  readonly traceback: readonly string[];
}

/** What the client gets back. `device` only where the release says it. */
export interface ResponseEvent {
  readonly type: 'response';
  readonly code: number;
  readonly device: string | null;
}

/** The API refuses: nothing has changed. */
export interface RefusalEvent {
  readonly type: 'refusal';
  readonly error: NovaException;
}

/** Something failed after the answer: only nova-compute sees it. */
export interface FailureEvent {
  readonly type: 'failure';
  readonly failure: Failure;
}

export type CloudEvent = LogEvent | ResponseEvent | RefusalEvent | FailureEvent;

/** A line about the instance, written while serving a request. */
export function log(level: LogLevel, logger: string, message: string): LogEvent {
  return { type: 'log', level, logger, message, inRequest: true, instance: true, traceback: [] };
}

/** An answer of the API. */
export function response(code: number, device: string | null = null): ResponseEvent {
  return { type: 'response', code, device };
}
