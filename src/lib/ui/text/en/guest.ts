/** Words of the guest's own view of its disks. */
import type { FstabView } from '../../../session/views/guest-view.ts';

function told({ outcome, spec, meant, found }: FstabView): string {
  switch (outcome) {
    case 'right':
      return `finds ${meant.name}`;
    case 'wrong':
      return `means ${meant.name}, but ${spec} is ${found?.name ?? ''}: the wrong disk is mounted without a word`;
    case 'refused':
      return meant.kind === 'swap'
        ? `means ${meant.name}, but ${spec} is ${found?.name ?? ''}: swapon refuses it`
        : `means ${meant.name}, but ${spec} is ${found?.name ?? ''}: mount refuses it`;
    case 'missing':
      return `no such disk: a boot would wait for ${meant.name}, and without nofail end in emergency mode`;
  }
}

export const guestText = {
  off: 'The guest does not run at this moment, so it has no names for anything.',
  disks: 'The guest’s disks',
  names: 'The kernel names disks in its own order. It never sees the name that libvirt uses.',
  same: 'libvirt: the same',
  otherwise: (target: string) => `libvirt: ${target}`,
  byId: 'Links by serial',
  noSerial: 'Only volumes have a serial, so only they have a link.',
  fstab: '/etc/fstab',
  fstabIntro:
    'One line a disk, written when the guest first had it. This is what each line finds with the names of this moment:',
  styles: { name: 'By device name', uuid: 'By UUID' },
  styleLabel: 'How fstab names disks',
  told,
  allRight: 'Every line finds its own disk.',
  someWrong: (count: number) =>
    count === 1 ? 'One line no longer finds its disk.' : `${count} lines no longer find their disks.`
} as const;
