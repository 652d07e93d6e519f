/**
 * `cinder`: python-cinderclient, which asks for microversion 3.0 when nobody says otherwise.
 *
 * Upstream: cinderclient/shell.py (OpenStackCinderShell, OpenStackHelpFormatter), cinderclient/v3/shell.py.
 */
import { ok } from '../../../engine/kernel/result.ts';
import { cloudOf } from '../../../session/session.ts';
import { flag, option, type Arguments } from '../../argparse/argument.ts';
import { command, type Subcommand } from '../../argparse/program.ts';
import { pythonErrors, tryHelp } from '../../argparse/python-errors.ts';
import { clientsOf } from '../../clients.ts';
import type { Terminal } from '../../terminal.ts';
import { list } from './list.ts';
import { resetState } from './reset-state.ts';
import { show } from './show.ts';

const subcommands: readonly Subcommand[] = [list, resetState, show];

const globals = {
  debug: flag(['-d', '--debug'], { help: 'Shows debugging output.' }),
  service_type: option('--service-type', {
    metavar: '<service-type>',
    help: 'Service type. For most actions, default is volume.'
  }),
  service_name: option('--service-name', {
    metavar: '<service-name>',
    help: 'Service name. Default=env[CINDER_SERVICE_NAME].'
  }),
  os_endpoint_type: option('--os-endpoint-type', {
    metavar: '<os-endpoint-type>',
    help:
      'Endpoint type, which is publicURL or internalURL. Default=env[OS_ENDPOINT_TYPE] or nova ' +
      'env[CINDER_ENDPOINT_TYPE] or publicURL.'
  }),
  os_volume_api_version: option('--os-volume-api-version', {
    metavar: '<volume-api-ver>',
    help:
      'Block Storage API version. Accepts X, X.Y (where X is major and Y is minor part). NOTE: this client accepts ' +
      "only '3' for the major version. Default=env[OS_VOLUME_API_VERSION]."
  }),
  retries: option('--retries', { metavar: '<retries>', help: 'Number of retries.' })
} satisfies Arguments;

function clients({ session }: Terminal) {
  return clientsOf(cloudOf(session).lab.release);
}

export const cinder = command({
  name: 'cinder',
  summary: 'volumes, as Cinder knows them',
  description: 'Command-line interface to the OpenStack Cinder API.',
  epilog: 'Run "cinder help SUBCOMMAND" for help on a subcommand.',
  globals,
  subcommands,
  version: (terminal) => clients(terminal).cinderclient,
  microversion: () => ok(0),
  style: (terminal) => ({
    column: 24,
    ...clients(terminal).python,
    heading: (text) => text.replace(/\b[a-z]/g, (letter) => letter.toUpperCase()),
    supported: ({ from }) => ` (Supported by API version 3.${from} and later)`
  }),
  errors: (terminal) => pythonErrors(clients(terminal).python),
  misused: tryHelp('cinder'),
  report: ({ message }) => `ERROR: ${message}`
});
