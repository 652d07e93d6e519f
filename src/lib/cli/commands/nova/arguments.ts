/** Arguments that many of nova's sub-commands have. */
import { findFlavor, findImage, findServer, flavorWords, imageWords, serverWords, volumeIds } from '../../api/find.ts';
import type { Flavor } from '../../../engine/nova/flavor.ts';
import { flag, found, positional, positionals, type Argument } from '../../argparse/argument.ts';

const SERVER = { metavar: '<server>', complete: serverWords } as const;

/** The one server that a sub-command is about. */
export const server = found(positional({ ...SERVER, help: 'Name or ID of server.' }), findServer);

/** One server or more, each looked up when its turn comes. */
export const servers = positionals({ ...SERVER, help: 'Name or ID of server(s).' });

/** A flavor, as the help of the sub-command calls it. */
export function flavor(help: string): Argument<Flavor> {
  return found(positional({ metavar: '<flavor>', help, complete: flavorWords }), findFlavor);
}

/** An image, as the help of the sub-command calls it. */
export function image(help: string): Argument<string> {
  return found(positional({ metavar: '<image>', help, complete: imageWords }), findImage);
}

/** A volume by its id, as the help of the sub-command calls it. */
export function volume(help: string): Argument<string> {
  return positional({ metavar: '<volume>', help, complete: volumeIds });
}

/** Wait and show how far it is. */
export function poll(help: string): Argument<boolean> {
  return flag('--poll', { help });
}

/** The lab has one project, so it finds the same servers. `verb` begins the help. */
export function allTenants(verb: string): Argument<boolean> {
  return flag('--all-tenants', { help: `${verb} server(s) in another tenant by name (Admin only).` });
}
