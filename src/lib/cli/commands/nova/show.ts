/** `nova show`, and what `nova rebuild` shows (novaclient/v2/shell.py: _print_server, do_show). */
import { cloudOf } from '../../../session/session.ts';
import { serverDetail, type Fields } from '../../api/server.ts';
import { flag, option, whole } from '../../argparse/argument.ts';
import { reply, subcommand, type ClientCall } from '../../argparse/program.ts';
import { server } from './arguments.ts';
import { printDict } from './print.ts';

function flavorFields({ terminal, microversion }: ClientCall, isMinimal: boolean): Fields {
  const { flavor } = cloudOf(terminal.session).instance;
  if (microversion < 47) return { flavor: isMinimal ? flavor.id : `${flavor.name} (${flavor.id})` };
  if (isMinimal) return { flavor: flavor.name };
  const { name, ram, vcpus, disk, ephemeral, swap } = flavor;
  const embedded: Fields = { original_name: name, ram, vcpus, disk, ephemeral, swap, extra_specs: {} };
  return Object.fromEntries(Object.entries(embedded).map(([key, value]) => [`flavor:${key}`, value]));
}

function imageText({ terminal }: ClientCall, isMinimal: boolean): string {
  const { lab } = cloudOf(terminal.session);
  if (lab.server.root_volume !== null) return 'Attempt to boot from volume - no image supplied';
  return isMinimal ? lab.image_id : `${lab.image_name} (${lab.image_id})`;
}

/** The server's fields as the client shows them, on a row each. */
export function printServer(call: ClientCall, fields: Fields, isMinimal: boolean, width = 0): readonly string[] {
  const { addresses } = cloudOf(call.terminal.session).lab.server;
  const networks = Object.entries(addresses).map(([network, all]) => [`${network} network`, all.join(', ')] as const);
  const left = Object.entries(fields).filter(([name]) => name !== 'addresses' && name !== 'flavor');
  return printDict(
    {
      ...Object.fromEntries(left),
      ...Object.fromEntries(networks),
      ...flavorFields(call, isMinimal),
      ...('security_groups' in fields ? { security_groups: 'default' } : {}),
      image: imageText(call, isMinimal)
    },
    width
  );
}

export const show = subcommand({
  name: 'show',
  summary: 'Show details about the given server.',
  arguments: {
    minimal: flag('--minimal', { help: 'Skips flavor/image lookups when showing servers.' }),
    server,
    wrap: whole(
      option('--wrap', {
        metavar: '<integer>',
        help: 'Wrap the output to a specified length, or 0 to disable.'
      })
    )
  },
  run: (call, { minimal, wrap }) =>
    reply(call, printServer(call, serverDetail(call.terminal, call.microversion), minimal, Number(wrap ?? 0)))
});
