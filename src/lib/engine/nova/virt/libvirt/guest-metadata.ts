/**
 * What Nova writes into the domain about the server: for people and for tools, libvirt itself does not read it.
 *
 * Upstream: nova/virt/libvirt/driver.py (_get_guest_config_meta, _get_guest_config_sysinfo), nova/virt/libvirt/config.py
 * (LibvirtConfigGuestMetaNovaInstance).
 * Simplified: no ports; the time is that of the lab's clock; the serial number is the instance's.
 */
import { element, textElement, type XmlElement } from '../../../libvirt/xml.ts';
import type { Flavor } from '../../flavor.ts';
import type { Instance } from '../../instance.ts';

/** What the domain says beside the instance: who runs which Nova, when, from which image. */
export interface GuestMetadata {
  /** The version of the package: `17.0.0.0b1`. */
  readonly version: string;
  /** The namespace of the release's metadata. */
  readonly namespace: string;
  /** Milliseconds since 1970. */
  readonly created: number;
  readonly user_id: string;
  readonly project_id: string;
  /** Null for a server whose root disk is a volume. */
  readonly image_id: string | null;
}

function flavorElement({ name, ram, disk, swap, ephemeral, vcpus }: Flavor): XmlElement {
  const sizes = { memory: ram, disk, swap, ephemeral, vcpus };
  const children = Object.entries(sizes).map(([size, value]) => textElement(`nova:${size}`, String(value)));
  return element('nova:flavor', { name }, children);
}

/** The `<nova:instance>` of the domain's metadata. A resize shows in its flavor. */
export function novaInstance(instance: Instance, about: GuestMetadata): XmlElement {
  const created = new Date(about.created).toISOString().replace('T', ' ').slice(0, 19);
  return element('nova:instance', { 'xmlns:nova': about.namespace }, [
    element('nova:package', { version: about.version }),
    textElement('nova:name', instance.display_name),
    textElement('nova:creationTime', created),
    flavorElement(instance.flavor),
    element('nova:owner', {}, [
      textElement('nova:user', 'admin', { uuid: about.user_id }),
      textElement('nova:project', 'admin', { uuid: about.project_id })
    ]),
    about.image_id !== null && element('nova:root', { type: 'image', uuid: about.image_id })
  ]);
}

/** What the guest reads in its BIOS about the machine that it runs on. */
export function novaSysinfo({ uuid }: Instance, { version }: GuestMetadata): readonly (readonly [string, string])[] {
  return [
    ['manufacturer', 'OpenStack Foundation'],
    ['product', 'OpenStack Nova'],
    ['version', version],
    ['serial', uuid],
    ['uuid', uuid],
    ['family', 'Virtual Machine']
  ];
}
