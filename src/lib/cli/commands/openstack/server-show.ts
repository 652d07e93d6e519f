/** `openstack server show` (openstackclient/compute/v2/server.py: ShowServer). */
import { serverDetail } from '../../api/server.ts';
import { isFrom } from './client.ts';
import { displayed, showOne } from './command.ts';
import { server } from './find.ts';
import { serverFields } from './server-fields.ts';

const SDK = 602;

export const showServer = showOne({
  name: 'server show',
  summary: 'Show server details.',
  description:
    'Show server details. Specify ``--os-compute-api-version 2.47`` or higher to see the embedded flavor information ' +
    'for the server.',
  sdkSince: SDK,
  arguments: { server: server(SDK) },
  run: (call) =>
    displayed(call, serverFields(call, serverDetail(call.terminal, call.microversion), isFrom(call.terminal, SDK)))
});
