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

/** The log as it stands under the cursor, oldest first; of a longer one at least the last `atLeast` entries. */
export function computeLog(session: Session, atLeast = Infinity): readonly LogEntry[] {
  const steps: (readonly LogEntry[])[] = [];
  let count = 0;
  for (let position = session.timeline.position; position > 0 && count < atLeast; position--) {
    const entries = entriesAt(session, position);
    count += entries.length;
    steps.push(entries);
  }
  return steps.reverse().flat();
}
