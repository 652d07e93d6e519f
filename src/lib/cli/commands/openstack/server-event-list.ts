/** `openstack server event list` (openstackclient/compute/v2/server_event.py: ListServerEvent). */
import { ok } from '../../../engine/kernel/result.ts';
import { cloudOf } from '../../../session/session.ts';
import { instanceActions, type InstanceAction } from '../../../session/views/instance-actions.ts';
import { serverWords } from '../../api/find.ts';
import { isoformat } from '../../api/time.ts';
import { clientError, flag, found, option, positional, whole } from '../../argparse/argument.ts';
import type { Cell } from '../../cliff/cell.ts';
import { displayed, lister } from './command.ts';
import { serverFinder } from './find.ts';

const SDK = 603;
const PAGES = 505;

/** The least microversions of the options, as the client checks them. */
const LEAST = { marker: 58, limit: 58, changes_since: 58, changes_before: 66 } as const;

/** The server, by its id even when it has been deleted. */
const server = found(
  positional({ metavar: '<server>', complete: serverWords, help: 'Server to list events (name or ID)' }),
  (terminal, name) => {
    const { instance } = cloudOf(terminal.session);
    return name === instance.uuid ? ok(instance) : serverFinder(SDK)(terminal, name);
  }
);

const HELP_TIME =
  'point of time. The provided time should be an ISO 8061 formatted time, e.g. ``2016-03-04T06:27:59Z``.';

export const listServerEvents = lister({
  name: 'server event list',
  summary: 'List recent events of a server.',
  description:
    'List recent events of a server. Specify ``--os-compute-api-version 2.21`` or higher to show events for a deleted ' +
    'server, specified by ID only.',
  sdkSince: SDK,
  arguments: {
    server,
    long: flag('--long', { help: 'List additional fields in output' }),
    changes_since: option('--changes-since', {
      metavar: '<changes-since>',
      from: PAGES,
      help:
        `List only server events changed later or equal to a certain ${HELP_TIME} (supported with ` +
        '--os-compute-api-version 2.58 or above)'
    }),
    changes_before: option('--changes-before', {
      metavar: '<changes-before>',
      from: PAGES,
      help:
        `List only server events changed earlier or equal to a certain ${HELP_TIME} (supported with ` +
        '--os-compute-api-version 2.66 or above)'
    }),
    marker: option('--marker', {
      from: PAGES,
      help: 'The last server event ID of the previous page (supported by --os-compute-api-version 2.58 or above)'
    }),
    limit: whole(
      option('--limit', {
        from: PAGES,
        help: 'Maximum number of server events to display (supported by --os-compute-api-version 2.58 or above)'
      })
    )
  },
  run: (call, asked) => {
    const { terminal, microversion } = call;
    const early = (Object.keys(LEAST) as (keyof typeof LEAST)[]).find(
      (name) => asked[name] !== null && microversion < LEAST[name]
    );
    if (early) {
      const needed = `--os-compute-api-version 2.${LEAST[early]} or greater is required`;
      const message = `${needed} to support the --${early.replace('_', '-')} option`;
      return { terminal, result: clientError('CommandError', message) };
    }
    const times = [asked.changes_since, asked.changes_before].map((text) => (text === null ? null : Date.parse(text)));
    const [since = null, before = null] = times;
    if (Number.isNaN(since) || Number.isNaN(before)) {
      const wrong = Number.isNaN(since)
        ? `changes-since value: ${asked.changes_since}`
        : `changes-before value: ${asked.changes_before}`;
      return { terminal, result: clientError('CommandError', `Invalid ${wrong}`) };
    }
    const { lab, instance } = cloudOf(terminal.session);
    const newestFirst = instanceActions(terminal.session).toReversed();
    const from = asked.marker === null ? 0 : newestFirst.findIndex(({ request_id }) => request_id === asked.marker) + 1;
    const wanted = newestFirst
      .slice(from, asked.limit === null ? undefined : from + Math.max(0, Number(asked.limit)))
      .filter(({ updated_at }) => updated_at >= (since ?? -Infinity) && updated_at <= (before ?? Infinity));
    const row = ({ request_id, action, start_time, message }: InstanceAction): readonly Cell[] => [
      ...[request_id, instance.uuid, action, isoformat(start_time)],
      ...(asked.long ? [message, lab.log.project_id, lab.log.user_id] : [])
    ];
    const columns = [
      ...['Request ID', 'Server ID', 'Action', 'Start Time'],
      ...(asked.long ? ['Message', 'Project ID', 'User ID'] : [])
    ];
    return displayed(call, { columns, rows: wanted.map(row) });
  }
});
