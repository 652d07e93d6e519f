/**
 * Things by what an operator calls them, and how a client says that there is no such thing.
 *
 * Upstream: osc_lib/utils (find_resource), and openstack/resource.py (Resource.find) for commands made with the SDK.
 */
import type { Volume } from '../../../engine/cinder/volume.ts';
import type { Flavor } from '../../../engine/nova/flavor.ts';
import type { Instance } from '../../../engine/nova/instance.ts';
import { refuse, type Result } from '../../../engine/kernel/result.ts';
import {
  findFlavor,
  findImage,
  findServer,
  findVolume,
  flavorWords,
  imageWords,
  serverWords,
  volumeWords
} from '../../api/find.ts';
import {
  found,
  foundIfGiven,
  option,
  positional,
  positionals,
  type Argument,
  type ClientError
} from '../../argparse/argument.ts';
import type { Terminal } from '../../terminal.ts';
import { isFrom, type ClientNumber } from './client.ts';

type Find<Thing> = (terminal: Terminal, name: string) => Result<Thing, ClientError>;

/** The same search, with a refusal in the words of the command's generation. */
function worded<Thing>(
  kind: 'Server' | 'Volume' | 'Flavor' | 'Image',
  find: Find<Thing>,
  sdkSince: ClientNumber
): Find<Thing> {
  return (terminal, name) => {
    const result = find(terminal, name);
    if (result.ok) return result;
    if (isFrom(terminal, sdkSince))
      return refuse({ type: 'NotFoundException', message: `No ${kind} found for ${name}` });
    // Glance's client says what it does not find in a way that osc-lib did not understand.
    const message =
      kind === 'Image'
        ? `Could not find resource ${name}`
        : `No ${kind.toLowerCase()} with a name or ID of '${name}' exists.`;
    return refuse({ type: 'CommandError', message });
  };
}

/** The search for a server of a command that is made with the SDK since some client. */
export function serverFinder(sdkSince: ClientNumber): Find<Instance> {
  return worded('Server', findServer, sdkSince);
}

/** The one server that a command is about. */
export function server(sdkSince: ClientNumber, help = 'Server (name or ID)'): Argument<Instance> {
  return found(positional({ metavar: '<server>', complete: serverWords, help }), serverFinder(sdkSince));
}

/** One server or more, each looked up when its turn comes. */
export function servers(verb: string): Argument<readonly string[]> {
  return positionals({ metavar: '<server>', complete: serverWords, help: `Server(s) to ${verb} (name or ID)` });
}

/** The one volume that a command is about. */
export function volume(sdkSince: ClientNumber, help: string): Argument<Volume> {
  return found(
    positional({ metavar: '<volume>', complete: volumeWords, help }),
    worded('Volume', findVolume, sdkSince)
  );
}

/** The one flavor that a command is about. */
export function flavor(sdkSince: ClientNumber, help: string): Argument<Flavor> {
  return found(
    positional({ metavar: '<flavor>', complete: flavorWords, help }),
    worded('Flavor', findFlavor, sdkSince)
  );
}

/** `--flavor <flavor>`. */
export function flavorOption(sdkSince: ClientNumber, help: string, group?: string): Argument<Flavor | null> {
  const declared = option('--flavor', { metavar: '<flavor>', complete: flavorWords, help, ...(group && { group }) });
  return foundIfGiven(declared, worded('Flavor', findFlavor, sdkSince));
}

/** The client that looks images up with the SDK first, whatever the command is made with. */
const IMAGES_BY_SDK: ClientNumber = 502;

/** `--image <image>`. */
export function imageOption(help: string, from?: ClientNumber): Argument<string | null> {
  const declared = option('--image', { metavar: '<image>', complete: imageWords, help, ...(from && { from }) });
  return foundIfGiven(declared, worded('Image', findImage, IMAGES_BY_SDK));
}
