/** The options of `openstack server list` (openstackclient/compute/v2/server.py: ListServer.get_parser). */
import { serverWords } from '../../api/find.ts';
import { flag, option, repeated, whole, foundIfGiven, type Arguments } from '../../argparse/argument.ts';
import { flavorOption, imageOption, serverFinder } from './find.ts';
import { project, projectDomain, user, userDomain } from './project-arguments.ts';

/** The client that lists with the SDK first. */
export const SDK = 602;

const VM_STATES = [
  ...['active', 'building', 'deleted', 'error', 'paused', 'stopped', 'suspended', 'rescued', 'resized', 'shelved'],
  ...['shelved_offloaded', 'soft-delete']
];

const TASK_STATES = [
  ...['block_device_mapping', 'deleting', 'image_backup', 'image_pending_upload', 'image_snapshot'],
  ...['image_snapshot_pending', 'image_uploading', 'migrating', 'networking', 'pausing', 'powering-off'],
  ...['powering-on', 'rebooting', 'reboot_pending', 'reboot_started', 'reboot_pending_hard', 'reboot_started_hard'],
  ...['rebooting_hard', 'rebuilding', 'rebuild_block_device_mapping', 'rebuild_spawning', 'rescuing'],
  ...['resize_confirming', 'resize_finish', 'resize_migrated', 'resize_migrating', 'resize_prep', 'resize_reverting'],
  ...['restoring', 'resuming', 'scheduling', 'shelving', 'shelving_image_pending_upload', 'shelving_image_uploading'],
  ...['shelving_offloading', 'soft-deleting', 'spawning', 'suspending', 'updating_password', 'unpausing'],
  ...['unrescuing', 'unshelving']
];

const STATUSES = [
  ...['ACTIVE', 'BUILD', 'DELETED', 'ERROR', 'HARD_REBOOT', 'MIGRATING', 'PASSWORD', 'PAUSED', 'REBOOT', 'REBUILD'],
  ...['RESCUE', 'RESIZE', 'REVERT_RESIZE', 'SHELVED', 'SHELVED_OFFLOADED', 'SHUTOFF', 'SOFT_DELETED', 'SUSPENDED'],
  'VERIFY_RESIZE'
];

/** From here on a status must be one of those that there are, and more can be asked for. */
const KNOWS_STATES = 505;

const BEFORE_283 = '(admin only before microversion 2.83)';

export const serverListArguments = {
  reservation_id: option('--reservation-id', {
    metavar: '<reservation-id>',
    help: 'Only return instances that match the reservation'
  }),
  ip: option('--ip', { metavar: '<ip-address-regex>', help: 'Regular expression to match IP addresses' }),
  ip6: option('--ip6', {
    metavar: '<ip-address-regex>',
    help:
      'Regular expression to match IPv6 addresses. Note that this option only applies for non-admin users when using ' +
      '``--os-compute-api-version`` 2.5 or greater.'
  }),
  name: option('--name', { metavar: '<name-regex>', help: 'Regular expression to match names' }),
  instance_name: option('--instance-name', {
    metavar: '<server-name>',
    help: 'Regular expression to match instance name (admin only)'
  }),
  any_status: option('--status', {
    metavar: '<status>',
    until: KNOWS_STATES - 1,
    complete: () => STATUSES,
    help: 'Search by server status'
  }),
  status: option('--status', {
    metavar: '<status>',
    from: KNOWS_STATES,
    choices: STATUSES,
    help: 'Search by server status'
  }),
  flavor: flavorOption(SDK, 'Search by flavor (name or ID)'),
  image: imageOption('Search by image (name or ID)'),
  host: option('--host', { metavar: '<hostname>', help: 'Search by hostname' }),
  all_projects: flag('--all-projects', {
    help: 'Include all projects (admin only) (can be specified using the ALL_PROJECTS envvar)'
  }),
  project: project('Search by project (admin only) (name or ID)'),
  project_domain: projectDomain,
  user: user('Search by user (name or ID) (admin only before microversion 2.83)'),
  user_domain: userDomain,
  deleted: flag('--deleted', { help: 'Only display deleted servers (admin only)' }),
  availability_zone: option('--availability-zone', {
    from: KNOWS_STATES,
    help: `Search by availability zone ${BEFORE_283}`
  }),
  key_name: option('--key-name', { from: KNOWS_STATES, help: `Search by keypair name ${BEFORE_283}` }),
  config_drive: flag('--config-drive', {
    from: KNOWS_STATES,
    group: 'config drive',
    help: `Only display servers with a config drive attached ${BEFORE_283}`
  }),
  no_config_drive: flag('--no-config-drive', {
    from: KNOWS_STATES,
    group: 'config drive',
    help: `Only display servers without a config drive attached ${BEFORE_283}`
  }),
  progress: option('--progress', { from: KNOWS_STATES, help: `Search by progress value (%) ${BEFORE_283}` }),
  vm_state: option('--vm-state', {
    metavar: '<state>',
    from: KNOWS_STATES,
    choices: VM_STATES,
    help: `Search by vm_state value ${BEFORE_283}`
  }),
  task_state: option('--task-state', {
    metavar: '<state>',
    from: KNOWS_STATES,
    choices: TASK_STATES,
    help: `Search by task_state value ${BEFORE_283}`
  }),
  power_state: option('--power-state', {
    metavar: '<state>',
    from: KNOWS_STATES,
    choices: ['pending', 'running', 'paused', 'shutdown', 'crashed', 'suspended'],
    help: `Search by power_state value ${BEFORE_283}`
  }),
  long: flag('--long', { help: 'List additional fields in output' }),
  no_name_lookup: flag(['-n', '--no-name-lookup'], {
    from: 312,
    group: 'name lookup',
    help: 'Skip flavor and image name lookup. Mutually exclusive with "--name-lookup-one-by-one" option.'
  }),
  name_lookup_one_by_one: flag('--name-lookup-one-by-one', {
    from: 316,
    group: 'name lookup',
    help:
      // The real help has the words run together.
      'When looking up flavor and image names, look them upone by one as needed instead of all together (default). ' +
      'Mutually exclusive with "--no-name-lookup|-n" option.'
  }),
  marker: foundIfGiven(
    option('--marker', {
      metavar: '<server>',
      complete: serverWords,
      help:
        'The last server of the previous page. Display list of servers after marker. Display all servers if not ' +
        'specified. When used with ``--deleted``, the marker must be an ID, otherwise a name or ID can be used.'
    }),
    serverFinder(SDK)
  ),
  limit: whole(
    option('--limit', {
      metavar: '<num-servers>',
      help:
        'Maximum number of servers to display. If limit equals -1, all servers will be displayed. If limit is greater ' +
        "than 'osapi_max_limit' option of Nova API, 'osapi_max_limit' will be used instead."
    })
  ),
  changes_before: option('--changes-before', {
    metavar: '<changes-before>',
    from: 400,
    help:
      'List only servers changed before a certain point of time. The provided time should be an ISO 8061 formatted time ' +
      '(e.g., 2016-03-05T06:27:59Z). (supported by --os-compute-api-version 2.66 or above)'
  }),
  changes_since: option('--changes-since', {
    metavar: '<changes-since>',
    help:
      'List only servers changed after a certain point of time. The provided time should be an ISO 8061 formatted time ' +
      '(e.g., 2016-03-04T06:27:59Z).'
  }),
  locked: flag('--locked', {
    from: 400,
    group: 'lock',
    help: 'Only display locked servers (supported by --os-compute-api-version 2.73 or above)'
  }),
  unlocked: flag('--unlocked', {
    from: 400,
    group: 'lock',
    help: 'Only display unlocked servers (supported by --os-compute-api-version 2.73 or above)'
  }),
  tags: repeated('--tags', {
    metavar: '<tag>',
    from: KNOWS_STATES,
    help:
      'Only list servers with the specified tag. Specify multiple times to filter on multiple tags. (supported by ' +
      '--os-compute-api-version 2.26 or above)'
  }),
  not_tags: repeated('--not-tags', {
    metavar: '<tag>',
    from: KNOWS_STATES,
    help:
      'Only list servers without the specified tag. Specify multiple times to filter on multiple tags. (supported by ' +
      '--os-compute-api-version 2.26 or above)'
  })
} satisfies Arguments;
