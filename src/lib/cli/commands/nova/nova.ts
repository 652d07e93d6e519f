/**
 * `nova`: python-novaclient.
 *
 * Upstream: novaclient/shell.py (OpenStackComputeShell, OpenStackHelpFormatter), novaclient/v2/shell.py.
 */
import { ok } from '../../../engine/kernel/result.ts';
import { cloudOf } from '../../../session/session.ts';
import { flag, option, type Arguments } from '../../argparse/argument.ts';
import { command, type Subcommand } from '../../argparse/program.ts';
import { pythonErrors, tryHelp } from '../../argparse/python-errors.ts';
import { clientsOf } from '../../clients.ts';
import type { Terminal } from '../../terminal.ts';
import { flavorList } from './flavor-list.ts';
import { flavorShow } from './flavor-show.ts';
import { instanceActionList } from './instance-action-list.ts';
import { list } from './list.ts';
import { deleteServer, start, stop } from './power.ts';
import { reboot } from './reboot.ts';
import { rebuild } from './rebuild.ts';
import { rescue } from './rescue.ts';
import { resetState } from './reset-state.ts';
import { resize, resizeConfirm, resizeRevert } from './resize.ts';
import { show } from './show.ts';
import { pause, resume, shelve, suspend, unpause, unrescue, unshelve } from './state.ts';
import { volumeAttach, volumeAttachments, volumeDetach } from './volumes.ts';

const subcommands: readonly Subcommand[] = [
  deleteServer,
  flavorList,
  flavorShow,
  instanceActionList,
  list,
  pause,
  reboot,
  rebuild,
  rescue,
  resetState,
  resize,
  resizeConfirm,
  resizeRevert,
  resume,
  shelve,
  show,
  start,
  stop,
  suspend,
  unpause,
  unrescue,
  unshelve,
  volumeAttach,
  volumeAttachments,
  volumeDetach
];

const globals = {
  debug: flag('--debug', { help: 'Print debugging output.' }),
  os_cache: flag('--os-cache', { help: 'Use the auth token cache. Defaults to False if env[OS_CACHE] is not set.' }),
  timings: flag('--timings', { help: 'Print call timing info.' }),
  os_region_name: option('--os-region-name', {
    metavar: '<region-name>',
    help: 'Defaults to env[OS_REGION_NAME].'
  }),
  service_type: option('--service-type', {
    metavar: '<service-type>',
    help: 'Defaults to compute for most actions.'
  }),
  service_name: option('--service-name', {
    metavar: '<service-name>',
    help: 'Defaults to env[NOVA_SERVICE_NAME].'
  }),
  os_endpoint_type: option('--os-endpoint-type', {
    metavar: '<endpoint-type>',
    help: 'Defaults to env[NOVA_ENDPOINT_TYPE], env[OS_ENDPOINT_TYPE] or publicURL.'
  }),
  os_compute_api_version: option('--os-compute-api-version', {
    metavar: '<compute-api-ver>',
    help: 'Accepts X, X.Y (where X is major and Y is minor part) or "X.latest", defaults to env[OS_COMPUTE_API_VERSION].'
  })
} satisfies Arguments;

function clients({ session }: Terminal) {
  return clientsOf(cloudOf(session).lab.release);
}

export const nova = command({
  name: 'nova',
  summary: 'servers and their volumes, as Nova knows them',
  description: 'Command-line interface to the OpenStack Nova API.',
  epilog: 'See "nova help COMMAND" for help on a specific command.',
  globals,
  subcommands,
  version: (terminal) => clients(terminal).novaclient,
  microversion: (terminal, { given }) => {
    const { microversion } = clients(terminal);
    const asked = given.get('os_compute_api_version')?.at(-1)?.[0] ?? terminal.environment.OS_COMPUTE_API_VERSION;
    if (asked === undefined || /^2\.latest$/.test(asked)) return ok(microversion);
    const minor = /^2(?:\.(\d+))?$/.exec(asked);
    if (!minor) {
      const message = `Invalid format of client version '${asked}'. Expected format 'X.Y', where X is a major part and Y is a minor part of version.`;
      return { ok: false, error: { type: 'UnsupportedVersion', message } };
    }
    if (Number(minor[1] ?? 0) <= microversion) return ok(Number(minor[1] ?? 0));
    const message = `The specified version isn't supported by client. The valid version range is '2.1' to '2.${microversion}'`;
    return { ok: false, error: { type: 'CommandError', message } };
  },
  style: (terminal) => ({
    column: 32,
    ...clients(terminal).python,
    heading: (text) => text.charAt(0).toUpperCase() + text.slice(1),
    supported: ({ from, to }) => ` (Supported by API versions '2.${from}' - '2.${to === Infinity ? 'latest' : to}')`
  }),
  errors: (terminal) => pythonErrors(clients(terminal).python),
  misused: tryHelp('nova'),
  report: ({ type, message }) => `ERROR (${type}): ${message}`
});
