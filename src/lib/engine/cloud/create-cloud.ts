/**
 * The lab at its first moment: the server is in the database, and the request to build it is on its way.
 */
import { GUEST_OFF } from '../guest/guest.ts';
import type { BlockDeviceMapping } from '../nova/block-device-mapping.ts';
import type { Flavor } from '../nova/flavor.ts';
import type { Instance } from '../nova/instance.ts';
import type { Cloud } from './cloud.ts';
import type { Lab } from './lab.ts';
import { requestBoot } from './operations.ts';
import { volumeBdm } from './naming.ts';
import { blankBdm } from './swap-row.ts';

function imageBdm(): BlockDeviceMapping {
  return { ...volumeBdm(null), source_type: 'image', destination_type: 'local', boot_index: 0, device_type: 'disk' };
}

/** The rows that the API writes for a new server: root, volumes in the order given, then the flavor's disks. */
function initialBdms(lab: Lab, flavor: Flavor): readonly BlockDeviceMapping[] {
  const { root_volume, data_volumes } = lab.server;
  const sized = (volume_id: string): BlockDeviceMapping => ({
    ...volumeBdm(volume_id),
    volume_size: lab.volumes.find(({ id }) => id === volume_id)?.size ?? null
  });
  return [
    root_volume === null ? imageBdm() : { ...sized(root_volume), boot_index: 0 },
    ...data_volumes.map(sized),
    ...(flavor.ephemeral > 0 ? [blankBdm(flavor.ephemeral, null)] : []),
    ...(flavor.swap > 0 ? [blankBdm(flavor.swap, 'swap')] : [])
  ];
}

function initialInstance(lab: Lab, flavor: Flavor): Instance {
  const { uuid, display_name, name, config_drive } = lab.server;
  return {
    uuid,
    display_name,
    name,
    vm_state: 'building',
    task_state: 'scheduling',
    power_state: 'pending',
    flavor,
    migration: null,
    root_device_name: null,
    config_drive,
    image_meta: lab.image_meta,
    fault: null
  };
}

/** The lab while its server is about to be built. */
export function createCloud(lab: Lab): Cloud {
  const flavor = lab.flavors.find(({ name }) => name === lab.server.flavor);
  if (!flavor) throw new Error(`the lab has no flavor ${lab.server.flavor}`);
  return requestBoot({
    lab,
    clock: 0,
    requests: 0,
    domainId: 0,
    instance: initialInstance(lab, flavor),
    bdms: initialBdms(lab, flavor),
    volumes: lab.volumes,
    domain: null,
    guest: GUEST_OFF,
    unrescueDefinition: null,
    work: []
  });
}
