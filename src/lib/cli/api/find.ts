/**
 * Things by what an operator calls them: an id or a name.
 *
 * Upstream: novaclient/utils.py (find_resource), novaclient/v2/shell.py (_find_server, _find_flavor, _find_image),
 * novaclient/v2/images.py (GlanceManager.find_image), cinderclient/utils.py (find_resource).
 * Simplified: a name must be written as it is (human_id is not tried).
 */
import type { Volume } from '../../engine/cinder/volume.ts';
import { ok, type Result } from '../../engine/kernel/result.ts';
import type { Flavor } from '../../engine/nova/flavor.ts';
import type { Instance } from '../../engine/nova/instance.ts';
import { cloudOf } from '../../session/session.ts';
import { clientError, type ClientError } from '../argparse/argument.ts';
import type { Terminal } from '../terminal.ts';
import { listFlavors } from './flavor.ts';
import { listServers } from './server.ts';
import { listVolumes } from './volume.ts';

type Found<Thing> = Result<Thing, ClientError>;

function missing(kind: string, name: string): Found<never> {
  return clientError('CommandError', `No ${kind} with a name or ID of '${name}' exists.`);
}

/** The one of an id, else the one of a name. */
function findResource<Thing extends { readonly id: string; readonly name: string }>(
  kind: string,
  all: readonly Thing[],
  name: string
): Found<Thing> {
  const identified = all.find(({ id }) => id === name);
  if (identified) return ok(identified);
  const [first, second] = all.filter((one) => one.name === name);
  if (second) {
    const several = `Multiple ${kind} matches found for '${name}', use an ID to be more specific.`;
    return clientError('CommandError', several);
  }
  return first ? ok(first) : missing(kind, name);
}

/** The server of an id or a name. */
export function findServer(terminal: Terminal, name: string): Found<Instance> {
  const found = listServers(terminal).find(({ uuid, display_name }) => uuid === name || display_name === name);
  return found ? ok(found) : missing('server', name);
}

/** The flavor of an id or a name. */
export function findFlavor(terminal: Terminal, name: string): Found<Flavor> {
  return findResource('flavor', listFlavors(terminal), name);
}

/** The volume of an id or a name; only Cinder's client looks it up by name. */
export function findVolume(terminal: Terminal, name: string): Found<Volume> {
  return findResource('volume', listVolumes(terminal), name);
}

/** The image's id, by its id or name: the lab has one. */
export function findImage({ session }: Terminal, name: string): Found<string> {
  const { image_id, image_name } = cloudOf(session).lab;
  if (name === image_id || name === image_name) return ok(image_id);
  return clientError('CommandError', `No Image matching ${name}. (HTTP 404)`);
}

/** Words for completion: names and ids of servers. */
export function serverWords(terminal: Terminal): readonly string[] {
  return listServers(terminal).flatMap(({ display_name, uuid }) => [display_name, uuid]);
}

/** Words for completion: names and ids of flavors. */
export function flavorWords(terminal: Terminal): readonly string[] {
  return listFlavors(terminal).flatMap(({ name, id }) => [name, id]);
}

/** Words for completion: ids of volumes, by which Nova knows them. */
export function volumeIds(terminal: Terminal): readonly string[] {
  return listVolumes(terminal).map(({ id }) => id);
}

/** Words for completion: names and ids of volumes. */
export function volumeWords(terminal: Terminal): readonly string[] {
  return listVolumes(terminal).flatMap(({ name, id }) => [name, id]);
}

/** Words for completion: name and id of the image. */
export function imageWords({ session }: Terminal): readonly string[] {
  const { image_name, image_id } = cloudOf(session).lab;
  return [image_name, image_id];
}
