import { describe, expect, it } from 'vitest';
import type { Lab } from '../../../../src/lib/engine/cloud/lab.ts';
import type { Request } from '../../../../src/lib/engine/cloud/operations.ts';
import type { FstabStyle } from '../../../../src/lib/engine/guest/fstab.ts';
import { articleLab, articleRequests } from '../../../../src/lib/session/article.ts';
import { act, goTo, runToEnd, startSession, stepForward, type Session } from '../../../../src/lib/session/session.ts';
import { guestView } from '../../../../src/lib/session/views/guest-view.ts';

const VOLUME = 'a54facb5-8b1e-4370-9d0b-e7b6ca6f7adc';
const SECOND = 'b65fbdc6-9c2f-4481-ae1c-f8c7db7a8bed';

const attach = (volume_id: string): Request => ({ type: 'attach', volume_id });
const detach = (volume_id: string): Request => ({ type: 'detach', volume_id });
const resize = (flavor: string): Request => ({ type: 'resize', flavor });
const confirm: Request = { type: 'confirm' };
const hardReboot: Request = { type: 'hardReboot' };

const [first] = articleLab.volumes;
if (!first) throw new Error('the article has a volume');

/** The article's lab with a second volume and a flavor with an ephemeral disk. */
const twoVolumes: Lab = {
  ...articleLab,
  flavors: [
    ...articleLab.flavors,
    { id: '205', name: 'small-ephemeral', ram: 512, vcpus: 1, disk: 1, ephemeral: 1, swap: 0 }
  ],
  volumes: [first, { ...first, id: SECOND, name: 'volume2', host_device: '/dev/sdb' }]
};

function ask(session: Session, request: Request): Session {
  const made = act(session, request);
  if (!made.ok) throw new Error(made.error.message);
  return made.value;
}

function after(requests: readonly Request[], lab: Lab = articleLab): Session {
  return requests.reduce((session, request) => runToEnd(ask(session, request)), startSession(lab));
}

function view(session: Session, by: FstabStyle = 'name', nofail = true) {
  return guestView(session, { by, nofail });
}

/** `/data volume1: now missing; softReboot,hardReboot refused swap`; the root's line is left out. */
function lines(session: Session, by: FstabStyle): readonly string[] {
  return view(session, by)
    .fstab.filter(({ file }) => file !== '/')
    .map(({ file, meant, verdicts }) => {
      const said = verdicts.map(({ when, outcome, finds }) =>
        [when.join(','), outcome, ...(outcome === 'right' || !finds ? [] : [finds.name])].join(' ')
      );
      return `${file} ${meant.name}: ${said.join('; ')}`;
    });
}

const ALL = 'thisBoot,now,softReboot,hardReboot';

describe("fstab along the article's case", () => {
  const moment = (count: number) => after(articleRequests.slice(0, count));

  it('is right after the attach, in both styles', () => {
    for (const by of ['name', 'uuid'] as const) {
      expect(lines(moment(1), by)).toEqual(['/data volume1: now,softReboot,hardReboot right']);
      expect(view(moment(1), by).summary).toEqual({ kind: 'right' });
    }
  });

  it('gets a line for swap after the resize, whose boot used the line of the volume', () => {
    const said = [`/data volume1: ${ALL} right`, 'none swap: now,softReboot,hardReboot right'];
    expect(lines(moment(3), 'name')).toEqual(said);
    expect(lines(moment(3), 'uuid')).toEqual(said);
  });

  it('by name waits for its fall after the detach: any reboot makes swap vdb', () => {
    expect(lines(moment(4), 'name')).toEqual([
      '/data volume1: thisBoot right; now missing; softReboot,hardReboot refused swap',
      'none swap: now right; softReboot,hardReboot missing'
    ]);
    expect(view(moment(4)).summary).toMatchObject({
      kind: 'refused',
      when: ['softReboot', 'hardReboot'],
      source: '/dev/vdb'
    });
  });

  it('by UUID misses only the volume that is away', () => {
    expect(lines(moment(4), 'uuid')).toEqual([
      '/data volume1: thisBoot right; now,softReboot,hardReboot missing',
      'none swap: now,softReboot,hardReboot right'
    ]);
    expect(view(moment(4), 'uuid').summary).toMatchObject({ kind: 'missing', finds: null });
  });

  it('is not changed by the attach that fails', () => {
    for (const by of ['name', 'uuid'] as const) expect(lines(moment(5), by)).toEqual(lines(moment(4), by));
  });

  it('by name is refused after the soft reboot and after the hard one', () => {
    for (const count of [6, 8]) {
      expect(lines(moment(count), 'name')).toEqual([`/data volume1: ${ALL} refused swap`, `none swap: ${ALL} missing`]);
      expect(lines(moment(count), 'uuid')).toEqual([`/data volume1: ${ALL} missing`, `none swap: ${ALL} right`]);
    }
  });

  it('by name has both lines on each other’s disk at the end, by UUID both are right', () => {
    expect(lines(moment(9), 'name')).toEqual([
      `/data volume1: ${ALL} refused swap`,
      'none swap: thisBoot missing; now,softReboot,hardReboot refused volume1'
    ]);
    expect(lines(moment(9), 'uuid')).toEqual([
      '/data volume1: thisBoot missing; now,softReboot,hardReboot right',
      `none swap: ${ALL} right`
    ]);
    expect(view(moment(9)).summary).toMatchObject({
      kind: 'refused',
      when: ['thisBoot', 'now', 'softReboot', 'hardReboot'],
      finds: { name: 'swap' }
    });
    expect(view(moment(9), 'uuid').summary).toEqual({ kind: 'right' });
  });

  it('shows in lsblk what could be used, and beside it what libvirt calls the disk', () => {
    const shown = (by: FstabStyle) => view(moment(9), by).lsblk.map(({ text }) => text);
    expect(shown('name').slice(1)).toEqual([
      'vda  252:0    0   1G  0 disk /',
      'vdb  252:16   0   1M  0 disk ',
      'vdc  252:32   0   1G  0 disk '
    ]);
    expect(shown('uuid').slice(2)).toEqual([
      'vdb  252:16   0   1M  0 disk [SWAP]',
      'vdc  252:32   0   1G  0 disk /data'
    ]);
    const soft = view(moment(6)).lsblk.flatMap(({ disk }) => (disk ? [`${disk.name} is ${disk.target}`] : []));
    expect(soft).toEqual(['vda is vda', 'vdb is vdc']);
  });

  it('shows what the commands print', () => {
    const printed = view(moment(9)).fstab.flatMap(({ byHand }) => byHand?.output ?? []);
    expect(printed).toContain('swapon: /dev/vdc: read swap header failed');
    expect(printed.join('\n')).toContain('bad superblock on /dev/vdb');
  });

  it('links the volume by the first 20 characters of its id', () => {
    expect(view(moment(1)).links).toMatchObject([{ link: 'virtio-a54facb5-8b1e-4370-9', target: '../../vdb' }]);
    expect(view(moment(0)).links).toEqual([]);
  });

  it('is the same whether one walks there or jumps back from the end', () => {
    const end = moment(9);
    for (const by of ['name', 'uuid'] as const) {
      const back = goTo(end, moment(4).timeline.position);
      expect(lines(back, by)).toEqual(lines(moment(4), by));
    }
  });
});

describe('two volumes', () => {
  // Nova keeps a place for an ephemeral disk that was never made, so volume1 becomes vdc where the guest says vdb.
  const growAndBack = [attach(VOLUME), resize('205'), confirm, detach(VOLUME), attach(VOLUME), resize('204'), confirm];
  const before = after([...growAndBack, attach(SECOND)], twoVolumes);
  const rebooted = after([...growAndBack, attach(SECOND), hardReboot], twoVolumes);

  it('are right in both styles before the hard reboot, which is announced by name only', () => {
    expect(lines(before, 'name')).toEqual([
      '/data volume1: thisBoot,now,softReboot right; hardReboot wrong volume2',
      '/data2 volume2: now,softReboot right; hardReboot wrong volume1'
    ]);
    expect(view(before, 'uuid').summary).toEqual({ kind: 'right' });
    expect(view(before).summary).toMatchObject({ kind: 'wrong', when: ['hardReboot'], source: '/dev/vdb' });
  });

  it('swap names at the hard reboot: by name each is mounted in the place of the other, silently', () => {
    expect(lines(rebooted, 'name')).toEqual([
      `/data volume1: ${ALL} wrong volume2`,
      `/data2 volume2: ${ALL} wrong volume1`
    ]);
    expect(view(rebooted).fstab.flatMap(({ byHand }) => byHand?.output ?? [])).toEqual([]);
    const mounts = view(rebooted).lsblk.flatMap(({ text, disk }) =>
      disk ? [`${disk.identity.name} ${text.split(' ').at(-1)}`] : []
    );
    expect(mounts).toEqual(['root /', 'volume2 /data', 'volume1 /data2']);
  });

  it('stay where they belong by UUID', () => {
    expect(lines(rebooted, 'uuid')).toEqual([`/data volume1: ${ALL} right`, `/data2 volume2: ${ALL} right`]);
  });
});

describe('a boot', () => {
  const detached = after([attach(VOLUME), resize('203'), confirm, detach(VOLUME)]);

  it('goes on with nofail, and ends in emergency mode without', () => {
    const effect = (nofail: boolean) =>
      view(detached, 'uuid', nofail)
        .fstab.find(({ file }) => file === '/data')
        ?.verdicts.at(-1)?.effect;
    expect(effect(true)).toEqual({ waits: false, emergency: false });
    expect(effect(false)).toEqual({ waits: true, emergency: true });
  });

  it('on a rebuilt root disk finds the fstab of the image, and the operator writes again', () => {
    const rebuilt = after([attach(VOLUME), { type: 'rebuild' }]);
    expect(lines(rebuilt, 'name')).toEqual(['/data volume1: now,softReboot,hardReboot right']);
  });
});

describe('a guest that nobody can log in to', () => {
  it.each([
    ['off', [{ type: 'stop' }]],
    ['paused', [{ type: 'pause' }]],
    ['suspended', [{ type: 'suspend' }]],
    ['rescued', [{ type: 'rescue' }]],
    ['shelved', [{ type: 'shelve' }]],
    ['deleted', [{ type: 'delete' }]]
  ] as const)('is %s, and nothing is said about now', (status, requests) => {
    const shown = view(after([attach(VOLUME), ...requests]));
    expect(shown.status).toBe(status);
    expect(shown.fstab.flatMap(({ verdicts }) => verdicts).filter(({ when }) => when.includes('now'))).toEqual([]);
  });

  it('gets no verdict where there is no domain to boot', () => {
    const shown = view(after([attach(VOLUME), { type: 'shelve' }]));
    expect(shown.fstab.map(({ verdicts }) => verdicts)).toEqual([[], []]);
    expect(shown.summary).toEqual({ kind: 'empty' });
  });

  it('is named as it is at each step of a hard reboot', () => {
    let session = ask(after([attach(VOLUME)]), hardReboot);
    const seen = new Set<string>();
    for (let step = 0; step < 10; step++) {
      seen.add(view(session).status);
      session = stepForward(session);
    }
    expect([...seen]).toEqual(['running', 'no domain', 'off', 'booting']);
  });

  it('keeps its lines while it is off, and says what a start would find', () => {
    expect(lines(after([attach(VOLUME), { type: 'stop' }]), 'name')).toEqual(['/data volume1: hardReboot right']);
  });

  it('shows the disks of the rescue image, and no fstab', () => {
    const shown = view(after([attach(VOLUME), { type: 'rescue' }]));
    expect(shown.lsblk.map(({ disk }) => disk?.identity.name ?? null)).toEqual([null, 'rescue image', 'root']);
    expect(shown.lsblk[1]?.text).toMatch(/disk \/$/);
    expect(shown.fstab).toEqual([]);
  });

  it('has its lines back after the rescue', () => {
    const back = after([attach(VOLUME), { type: 'rescue' }, { type: 'unrescue' }]);
    expect(lines(back, 'name')).toEqual([`/data volume1: ${ALL} right`]);
  });
});
