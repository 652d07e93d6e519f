/** `openstack server stop` and the like: one thing is asked of each server (openstackclient/compute/v2/server.py). */
import { serverStatus } from '../../../engine/nova/server-status.ts';
import { cloudOf } from '../../../session/session.ts';
import { flag, option, type Argument } from '../../argparse/argument.ts';
import { failed } from '../../argparse/program.ts';
import type { Terminal } from '../../terminal.ts';
import { askForEach } from './act.ts';
import { isFrom, type ClientNumber } from './client.ts';
import { action } from './command.ts';
import { servers } from './find.ts';
import { waitFlag, waitForStatus } from './wait.ts';

function forEach(name: 'pause' | 'unpause' | 'suspend' | 'resume', summary: string) {
  const sdkSince = 508;
  return action({
    name: `server ${name}`,
    summary,
    sdkSince,
    arguments: { servers: servers(name) },
    run: (call, values) => askForEach(call, values.servers, { type: name }, sdkSince)
  });
}

export const pause = forEach('pause', 'Pause server(s)');
export const unpause = forEach('unpause', 'Unpause server(s)');
export const suspend = forEach('suspend', 'Suspend server(s)');
export const resume = forEach('resume', 'Resume server(s)');

/** The lab has one project, so it finds the same servers. */
export function allProjects(verb: string): Argument<boolean> {
  const help = `${verb} server(s) in another project by name (admin only) (can be specified using the ALL_PROJECTS envvar)`;
  return flag('--all-projects', { from: 505, help });
}

function power(name: 'start' | 'stop', verb: string) {
  const sdkSince = 603;
  return action({
    name: `server ${name}`,
    summary: `${verb} server(s).`,
    sdkSince,
    arguments: { servers: servers(name), all_projects: allProjects(verb) },
    run: (call, values) => askForEach(call, values.servers, { type: name }, sdkSince)
  });
}

export const start = power('start', 'Start');
export const stop = power('stop', 'Stop');

const SHELVING_BY_SDK: ClientNumber = 603;

/** The client that passes over a server which needs no shelving, or none to be undone. */
const LOOKS_FIRST: ClientNumber = 505;

function isShelved({ session }: Terminal): boolean {
  return ['SHELVED', 'SHELVED_OFFLOADED'].includes(serverStatus(cloudOf(session).instance));
}

export const shelve = action({
  name: 'server shelve',
  summary: 'Shelve and optionally offload server(s).',
  description:
    'Shelve and optionally offload server(s). Shelving a server creates a snapshot of the server and stores this ' +
    'snapshot before shutting down the server. This shelved server can then be offloaded or deleted from the host, ' +
    'freeing up remaining resources on the host, such as network interfaces. Shelved servers can be unshelved, ' +
    'restoring the server from the snapshot. Shelving is therefore useful where users wish to retain the UUID and IP ' +
    'of a server, without utilizing other resources or disks. Most clouds are configured to automatically offload ' +
    'shelved servers immediately or after a small delay. For clouds where this is not configured, or where the delay ' +
    'is larger, offloading can be manually specified. This is an admin-only operation by default.',
  sdkSince: SHELVING_BY_SDK,
  arguments: {
    servers: servers('shelve'),
    // The lab's cloud offloads at once, so there is nothing left to ask for.
    offload: flag('--offload', {
      from: LOOKS_FIRST,
      help:
        'Remove the shelved server(s) from the host (admin only). Invoking this option on an unshelved server(s) will ' +
        'result in the server being shelved first'
    }),
    wait: waitFlag('shelve and/or offload operation', LOOKS_FIRST)
  },
  run: (call, values) => {
    const isNeeded = (terminal: Terminal) => !isFrom(terminal, LOOKS_FIRST) || !isShelved(terminal);
    const asked = askForEach(call, values.servers, { type: 'shelve' }, SHELVING_BY_SDK, isNeeded);
    if (asked.failure !== null || !(values.wait || values.offload)) return asked;
    return waitForStatus(asked, 'shelving', ['shelved', 'shelved_offloaded'], '');
  }
});

export const unshelve = action({
  name: 'server unshelve',
  summary: 'Unshelve server(s)',
  sdkSince: SHELVING_BY_SDK,
  arguments: {
    servers: servers('unshelve'),
    availability_zone: option('--availability-zone', {
      from: 400,
      help:
        'Name of the availability zone in which to unshelve a SHELVED_OFFLOADED server (supported by ' +
        '--os-compute-api-version 2.77 or above)'
    }),
    wait: waitFlag('unshelve operation', LOOKS_FIRST)
  },
  run: (call, values) => {
    if (values.availability_zone !== null && call.microversion < 77) {
      const message = '--os-compute-api-version 2.77 or greater is required to support the --availability-zone option';
      return failed(call, { type: 'CommandError', message });
    }
    const isNeeded = (terminal: Terminal) => !isFrom(terminal, LOOKS_FIRST) || isShelved(terminal);
    const asked = askForEach(call, values.servers, { type: 'unshelve' }, SHELVING_BY_SDK, isNeeded);
    if (asked.failure !== null || !values.wait) return asked;
    return waitForStatus(asked, 'unshelving', ['active', 'shutoff'], '');
  }
});
