import { describe, expect, it } from 'vitest';
import type { FstabStyle } from '../../../../src/lib/engine/guest/fstab.ts';
import type { Session } from '../../../../src/lib/session/session.ts';
import { guestView } from '../../../../src/lib/session/views/guest-view.ts';
import { andThen, article } from '../../../support/lab/told.ts';

function fstab(session: Session, style: FstabStyle): readonly string[] {
  return guestView(session, style).fstab.map(
    ({ meant, outcome, found }) => `${meant.name} ${outcome}${found ? ` ${found.name}` : ''}`
  );
}

describe('[GUEST-8] fstab in the article', () => {
  it('is right by name and by UUID while nothing has moved', () => {
    const expected = ['root right root', 'volume1 right volume1', 'swap right swap'];
    expect(fstab(article(3), 'name')).toEqual(expected);
    expect(fstab(article(3), 'uuid')).toEqual(expected);
  });

  it('by name means the wrong disks after the hard reboot and the attach', () => {
    expect(fstab(article(9), 'name')).toEqual(['root right root', 'volume1 refused swap', 'swap refused volume1']);
  });

  it('by UUID finds every disk there', () => {
    expect(fstab(article(9), 'uuid')).toEqual(['root right root', 'volume1 right volume1', 'swap right swap']);
  });

  it('finds no disk where none has the name', () => {
    expect(fstab(article(4), 'name')).toContain('volume1 missing');
  });

  it('writes lines as fstab(5) has them', () => {
    const [, volume, swap] = guestView(article(3), 'name').fstab;
    expect(volume?.text).toBe('/dev/vdb /data ext4 defaults 0 0');
    expect(swap?.text).toBe('/dev/vdc none swap sw 0 0');
    const [root, byUuid] = guestView(article(3), 'uuid').fstab;
    expect(byUuid?.text).toMatch(/^UUID=[0-9a-f-]{36} \/data ext4 defaults 0 0$/);
    expect(root?.spec).not.toBe(byUuid?.spec);
  });
});

describe("the guest's disks", () => {
  it('carry size, link and the name that libvirt has', () => {
    expect(guestView(article(1), 'name').disks).toMatchObject([
      { name: 'vda', size: '1G', target: 'vda', byId: null },
      { name: 'vdb', size: '1G', target: 'vdb', byId: 'virtio-a54facb5-8b1e-4370-9' }
    ]);
  });

  it('differ from libvirt’s names after the soft reboot', () => {
    expect(guestView(article(6), 'name').disks).toMatchObject([
      { name: 'vda', target: 'vda' },
      { name: 'vdb', target: 'vdc', disk: { name: 'swap' } }
    ]);
  });

  it('are gone while the server is off, but the fstab stays', () => {
    const view = guestView(andThen(article(1), { type: 'stop' }), 'name');
    expect(view.isOn).toBe(false);
    expect(view.disks).toEqual([]);
    expect(view.fstab.map(({ outcome }) => outcome)).toEqual(['missing', 'missing']);
  });
});
