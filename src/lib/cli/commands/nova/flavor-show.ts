/** `nova flavor-show` (novaclient/v2/shell.py: do_flavor_show, _print_flavor). */
import { flavorDetail } from '../../api/flavor.ts';
import { reply, subcommand } from '../../argparse/program.ts';
import { flavor } from './arguments.ts';
import { printDict } from './print.ts';

export const flavorShow = subcommand({
  name: 'flavor-show',
  summary: 'Show details about the given flavor.',
  arguments: { flavor: flavor('Name or ID of flavor.') },
  run: (call, values) => reply(call, printDict({ ...flavorDetail(values.flavor, call.microversion) }))
});
