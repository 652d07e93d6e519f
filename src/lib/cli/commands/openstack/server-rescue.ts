/** `openstack server rescue` and `unrescue` (openstackclient/compute/v2/server.py: RescueServer, UnrescueServer). */
import { ok } from '../../../engine/kernel/result.ts';
import { generatePassword } from '../../api/password.ts';
import { option } from '../../argparse/argument.ts';
import { ask, askSilently } from './act.ts';
import { action, showOne } from './command.ts';
import { imageOption, server } from './find.ts';

const SDK = 701;

/** The client that takes an image and a password, and tells the password no more. */
const TAKES_IMAGE = 314;

export const rescue = showOne({
  name: 'server rescue',
  summary: 'Put server in rescue mode',
  sdkSince: SDK,
  shows: (client) => client < TAKES_IMAGE,
  arguments: {
    server: server(SDK),
    image: imageOption(
      'Image (name or ID) to use for the rescue mode. Defaults to the currently used one.',
      TAKES_IMAGE
    ),
    password: option('--password', {
      metavar: '<password>',
      from: TAKES_IMAGE,
      help: 'Set the password on the rescued instance. This option requires cloud support.'
    })
  },
  run: (call) => {
    const { terminal, result } = ask(call, { type: 'rescue' }, SDK);
    if (!result.ok) return { terminal, result };
    return { terminal, result: ok([['adminPass', generatePassword(result.value.request_id)]]) };
  }
});

export const unrescue = action({
  name: 'server unrescue',
  summary: 'Restore server from rescue mode',
  sdkSince: SDK,
  arguments: { server: server(SDK) },
  run: (call) => askSilently(call, { type: 'unrescue' }, SDK)
});
