import { describe, expect, it } from 'vitest';
import { ARTICLE_LAB, type Lab } from '../../../../../../src/lib/engine/cloud/lab.ts';
import type { RbdImage } from '../../../../../../src/lib/engine/cinder/volume.ts';
import { formatDomainXml } from '../../../../../../src/lib/engine/libvirt/domain-xml.ts';
import { xmlDialect, type Release } from '../../../../../../src/lib/engine/nova/releases/release.ts';
import { attach, boot, perform, resizeToSwap, VOLUME } from '../../../../../support/lab/instance.ts';

const IMAGE: RbdImage = {
  name: `volumes/volume-${VOLUME}`,
  hosts: [
    { name: '192.168.110.1', port: 6789 },
    { name: '192.168.110.2', port: 6789 }
  ],
  auth_username: 'cinder',
  secret_uuid: '3f22f224-7591-4837-aa78-792a5e61eb4d'
};

function inCeph(release: Release): Lab {
  return { ...ARTICLE_LAB, release, volumes: ARTICLE_LAB.volumes.map((one) => ({ ...one, host_device: IMAGE })) };
}

/** The volume in `virsh dumpxml`, without indentation. */
function volumeXml({ context: { cloud } }: ReturnType<typeof boot>, inactive = false): string {
  const text = formatDomainXml(cloud.domain!, { dialect: xmlDialect(cloud.lab.release), inactive });
  const disk = text.split('<disk ').find((one) => one.includes(VOLUME)) ?? '';
  return `<disk ${disk}`
    .slice(0, disk.indexOf('</disk>') + '<disk </disk>'.length)
    .split('\n')
    .map((line) => line.trim())
    .join('\n');
}

/** The shape in which published dumps of Nova's guests show a volume in Ceph, with this lab's names. */
const SHOWN = `<disk type='network' device='disk'>
<driver name='qemu' type='raw' cache='none' discard='unmap'/>
<auth username='cinder'>
<secret type='ceph' uuid='3f22f224-7591-4837-aa78-792a5e61eb4d'/>
</auth>
<source protocol='rbd' name='volumes/volume-${VOLUME}'INDEX>
<host name='192.168.110.1' port='6789'/>
<host name='192.168.110.2' port='6789'/>
</source>BELOW
<target dev='vdb' bus='virtio'/>
<serial>${VOLUME}</serial>
<alias name='virtio-disk1'/>
<address type='pci' domain='0x0000' bus='0x00' slot='0x07' function='0x0'/>
</disk>`;

const SHOWN_AT_3 = SHOWN.replace('INDEX', '').replace('BELOW', '\n<backingStore/>');
const SHOWN_AT_9 = SHOWN.replace('INDEX', " index='3'").replace('BELOW', '');

describe('a volume that is an image in Ceph', () => {
  it('is a network disk with monitors, user and secret, and no block device of the host', () => {
    expect(volumeXml(perform(boot(inCeph('17.0.0.0b1')), attach))).toBe(SHOWN_AT_3);
  });

  it('[XML-3] has no images below it, of which 9.0 says nothing', () => {
    expect(volumeXml(perform(boot(inCeph('33.0.0')), attach))).toBe(SHOWN_AT_9);
  });

  it('keeps user and secret in the persistent definition', () => {
    const inactive = volumeXml(perform(boot(inCeph('33.0.0')), attach), true);
    expect(inactive).toContain("<auth username='cinder'>");
    expect(inactive).not.toContain('index=');
  });

  it('is called by its image without the pool where libvirt finds a target twice', () => {
    const { context } = perform(boot(inCeph('33.0.0')), attach, resizeToSwap);
    expect(context.cloud.instance.fault).toContain(`'volume-${VOLUME}'`);
  });

  it('changes no name: the collision of the article does not ask where a volume is kept', () => {
    const detach = { type: 'detach', volume_id: VOLUME } as const;
    const { context } = perform(boot(inCeph('26.0.0')), attach, resizeToSwap, { type: 'confirm' }, detach, attach);
    expect(context.cloud.instance.fault).toBe('Requested operation is not valid: target vdc already exists');
  });
});
