/**
 * nova-compute.log up to a moment.
 */
import { formatLog } from '../../engine/cloud/log.ts';
import type { LogLevel } from '../../engine/cloud/event.ts';
import { valueAt } from '../timeline.ts';
import type { Session } from '../session.ts';

/** One entry of the log: its line in two parts, and the traceback below it if there is one. */
export interface LogEntry {
  /** The position in history at which it was written. */
  readonly position: number;
  readonly level: LogLevel;
  /** Everything up to the message: time, process, level, logger, request, instance. */
  readonly prefix: string;
  readonly message: string;
  readonly traceback: readonly string[];
}

/** What one step wrote. */
function entriesAt({ timeline }: Session, position: number): readonly LogEntry[] {
  const { cloud, report } = valueAt(timeline, position).snapshot.context;
  if (report === null || position === 0) return [];
  return report.events.flatMap((event) => {
    if (event.type !== 'log') return [];
    const [line = '', ...traceback] = formatLog(cloud.lab, report, event);
    const prefix = line.slice(0, -event.message.length);
    return [{ position, level: event.level, prefix, message: event.message, traceback }];
  });
}

/** The log as it stands under the cursor. */
export function computeLog(session: Session): readonly LogEntry[] {
  const positions = Array.from({ length: session.timeline.position + 1 }, (_, position) => position);
  return positions.flatMap((position) => entriesAt(session, position));
}
