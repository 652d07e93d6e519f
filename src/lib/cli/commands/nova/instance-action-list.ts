/** `nova instance-action-list` (novaclient/v2/shell.py: do_instance_action_list). */
import { instanceActions, type InstanceAction } from '../../../session/views/instance-actions.ts';
import { ok } from '../../../engine/kernel/result.ts';
import { cloudOf } from '../../../session/session.ts';
import { findServer, serverWords } from '../../api/find.ts';
import { isoformat } from '../../api/time.ts';
import { found, option, positional, whole } from '../../argparse/argument.ts';
import { failed, reply, subcommand } from '../../argparse/program.ts';
import { printList, type Column } from './print.ts';

const PAGING = 58;

const columns: readonly Column<InstanceAction>[] = [
  { heading: 'Action', of: ({ action }) => action },
  { heading: 'Request_ID', of: ({ request_id }) => request_id },
  { heading: 'Message', of: ({ message }) => message },
  { heading: 'Start_Time', of: ({ start_time }) => isoformat(start_time) }
];

const updatedAt: Column<InstanceAction> = { heading: 'Updated_At', of: ({ updated_at }) => isoformat(updated_at) };

/** The server, by its id even when it has been deleted. */
const server = found(
  positional({
    metavar: '<server>',
    complete: serverWords,
    help: 'Name or UUID of the server to list actions for. Only UUID can be used to list actions on a deleted server.'
  }),
  (terminal, name) => {
    const { instance } = cloudOf(terminal.session);
    return name === instance.uuid ? ok(instance) : findServer(terminal, name);
  }
);

export const instanceActionList = subcommand({
  name: 'instance-action-list',
  summary: 'List actions on a server.',
  arguments: {
    server,
    marker: option('--marker', {
      metavar: '<marker>',
      from: PAGING,
      help: 'The last instance action of the previous page; displays list of actions after "marker".'
    }),
    limit: whole(
      option('--limit', {
        metavar: '<limit>',
        from: PAGING,
        help:
          'Maximum number of instance actions to display. Note that there is a configurable max limit on the server, ' +
          'and the limit that is used will be the minimum of what is requested here and what is configured in the server.'
      })
    ),
    changes_since: option('--changes-since', {
      metavar: '<changes_since>',
      from: PAGING,
      help:
        'List only instance actions changed later or equal to a certain point of time. The provided time should be an ' +
        'ISO 8061 formatted time. e.g. 2016-03-04T06:27:59Z.'
    }),
    changes_before: option('--changes-before', {
      metavar: '<changes_before>',
      since: 66,
      help:
        'List only instance actions changed earlier or equal to a certain point of time. The provided time should be ' +
        'an ISO 8061 formatted time. e.g. 2016-03-04T06:27:59Z.'
    })
  },
  run: (call, { marker, limit, changes_since, changes_before }) => {
    const since = changes_since === null ? -Infinity : Date.parse(changes_since);
    if (Number.isNaN(since)) {
      return failed(call, { type: 'CommandError', message: `Invalid changes-since value: ${changes_since}` });
    }
    const before = changes_before === null ? Infinity : Date.parse(changes_before);
    if (Number.isNaN(before)) {
      return failed(call, { type: 'CommandError', message: `Invalid changes-before value: ${changes_before}` });
    }
    const newestFirst = instanceActions(call.terminal.session).toReversed();
    const from = marker === null ? 0 : newestFirst.findIndex(({ request_id }) => request_id === marker) + 1;
    const wanted = newestFirst.slice(from).filter(({ updated_at }) => updated_at >= since && updated_at <= before);
    const shown = limit === null ? wanted : wanted.slice(0, Number(limit));
    return reply(call, printList(shown, call.microversion >= PAGING ? [...columns, updatedAt] : columns, 3));
  }
});
