/** The options of the program `openstack` itself (cliff/app.py and osc_lib/shell.py: build_option_parser). */
import { flag, option, type Arguments } from '../../argparse/argument.ts';

export const globals = {
  version: flag('--version', { help: "show program's version number and exit" }),
  verbose: flag(['-v', '--verbose'], {
    group: 'verbosity',
    help: 'Increase verbosity of output. Can be repeated.'
  }),
  quiet: flag(['-q', '--quiet'], { group: 'verbosity', help: 'Suppress output except warnings and errors.' }),
  log_file: option('--log-file', { help: 'Specify a file to log output. Disabled by default.' }),
  help: flag(['-h', '--help'], { help: 'Show help message and exit.' }),
  debug: flag('--debug', { help: 'Show tracebacks on errors.' }),
  os_cloud: option('--os-cloud', {
    metavar: '<cloud-config-name>',
    help: 'Cloud name in clouds.yaml (Env: OS_CLOUD)'
  }),
  os_region_name: option('--os-region-name', {
    metavar: '<auth-region-name>',
    help: 'Authentication region name (Env: OS_REGION_NAME)'
  }),
  insecure: flag('--insecure', { help: 'Disable server certificate verification' }),
  os_interface: option('--os-interface', {
    metavar: '<interface>',
    choices: ['admin', 'public', 'internal'],
    help: 'Select an interface type. Valid interface types: [admin, public, internal]. (Env: OS_INTERFACE)'
  }),
  timing: flag('--timing', { help: 'Print API call timing info' }),
  os_compute_api_version: option('--os-compute-api-version', {
    metavar: '<compute-api-version>',
    help: 'Compute API version, default=2.1 (Env: OS_COMPUTE_API_VERSION)'
  }),
  os_volume_api_version: option('--os-volume-api-version', {
    metavar: '<volume-api-version>',
    help: 'Volume API version, default=3 (Env: OS_VOLUME_API_VERSION)'
  })
} satisfies Arguments;
