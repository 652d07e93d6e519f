/** `nova rescue` (novaclient/v2/shell.py: do_rescue). */
import { foundIfGiven, option } from '../../argparse/argument.ts';
import { failed, reply, subcommand } from '../../argparse/program.ts';
import { findImage, imageWords } from '../../api/find.ts';
import { generatePassword } from '../../api/password.ts';
import { ask } from './act.ts';
import { server } from './arguments.ts';
import { printDict } from './print.ts';

export const rescue = subcommand({
  name: 'rescue',
  summary:
    'Reboots a server into rescue mode, which starts the machine from either the initial image or a specified image, ' +
    'attaching the current boot disk as secondary.',
  arguments: {
    server,
    password: option('--password', {
      metavar: '<password>',
      help: 'The admin password to be set in the rescue environment.'
    }),
    image: foundIfGiven(
      option('--image', { metavar: '<image>', help: 'The image to rescue with.', complete: imageWords }),
      findImage
    )
  },
  run: (call, { password }) => {
    const { terminal, result } = ask(call, { type: 'rescue' });
    if (!result.ok) return failed({ terminal }, result.error);
    return reply({ terminal }, printDict({ adminPass: password ?? generatePassword(result.value.request_id) }));
  }
});
