import { describe, expect, it } from 'vitest';
import { attach } from '../../../../src/lib/engine/cloud/operations/attach.ts';
import { confirm } from '../../../../src/lib/engine/cloud/operations/confirm.ts';
import { deleteServer } from '../../../../src/lib/engine/cloud/operations/delete.ts';
import { detach } from '../../../../src/lib/engine/cloud/operations/detach.ts';
import { operator } from '../../../../src/lib/engine/cloud/operations/operator.ts';
import { pause, unpause } from '../../../../src/lib/engine/cloud/operations/pause.ts';
import { rebuild } from '../../../../src/lib/engine/cloud/operations/rebuild.ts';
import { rescue, unrescue } from '../../../../src/lib/engine/cloud/operations/rescue.ts';
import { resetState } from '../../../../src/lib/engine/cloud/operations/reset-state.ts';
import { resetVolume } from '../../../../src/lib/engine/cloud/operations/reset-volume.ts';
import { shelve, unshelve } from '../../../../src/lib/engine/cloud/operations/shelve.ts';
import { resume, suspend } from '../../../../src/lib/engine/cloud/operations/suspend.ts';
import { start, stop } from '../../../../src/lib/engine/cloud/operations/power.ts';
import { hardReboot, softReboot } from '../../../../src/lib/engine/cloud/operations/reboot.ts';
import { resize } from '../../../../src/lib/engine/cloud/operations/resize.ts';
import { revert } from '../../../../src/lib/engine/cloud/operations/revert.ts';
import { articleLab, articleRequests } from '../../../../src/lib/session/article.ts';
import { act, runToEnd, goTo, startSession } from '../../../../src/lib/session/session.ts';
import { stepFacts, type StepFacts } from '../../../../src/lib/session/views/step-facts.ts';
import { stepSentence } from '../../../../src/lib/ui/text/steps.ts';

const operations: Readonly<Record<string, { readonly steps: readonly { readonly name: string }[] }>> = {
  attach,
  detach,
  resize,
  confirm,
  revert,
  softReboot,
  hardReboot,
  stop,
  start,
  pause,
  unpause,
  suspend,
  resume,
  rescue,
  unrescue,
  shelve,
  unshelve,
  rebuild,
  resetState,
  delete: deleteServer,
  resetVolume,
  operator
};

const facts: Omit<StepFacts, 'op' | 'step'> = {
  actor: 'libvirt',
  command: 'virsh destroy instance-0000000a',
  place: { file: '', name: '', url: null },
  volume: 'volume1',
  volumeStatus: 'available',
  hostDevice: '/dev/sda',
  device: 'vdc',
  holder: 'swap',
  flavor: 'small-with-swap',
  swap: 'none',
  serverStatus: 'ACTIVE',
  domainDisks: 'vda root',
  guestDisks: 'vda root',
  renamed: null,
  next: 'vdc',
  conflict: '',
  failure: '',
  libvirtError: null
};

function words(sentence: string): number {
  return sentence.split(/\s+/).length;
}

/** The sentences of the article's first requests. */
function told(count: number): readonly string[] {
  const end = articleRequests.slice(0, count).reduce((session, request) => {
    const made = act(session, request);
    if (!made.ok) throw new Error(made.error.message);
    return runToEnd(made.value);
  }, startSession(articleLab));
  return end.timeline.line.slice(1).map((_, index) => stepSentence(stepFacts(goTo(end, index + 1))!)!);
}

describe('the sentence of a step', () => {
  it.each(Object.entries(operations))('is written for every step of %s', (op, { steps }) => {
    for (const { name } of steps) expect(stepSentence({ ...facts, op, step: name }), `${op}.${name}`).toBeTruthy();
  });

  it('is missing for a step that nobody knows, so that this test can fail', () => {
    expect(stepSentence({ ...facts, op: 'attach', step: 'no such step' })).toBeUndefined();
  });

  it("has at most 25 words, and even marks, all through the article's case", () => {
    const sentences = told(articleRequests.length);
    expect(sentences.filter((sentence) => words(sentence) > 25)).toEqual([]);
    expect(sentences.filter((sentence) => sentence.split('*').length % 2 === 0)).toEqual([]);
  });

  it('names the surprise where it happens', () => {
    const failed = { ...facts, op: 'attach', step: 'attach_device', failure: 'target vdc already exists' };
    expect(stepSentence(failed)).toBe(
      'libvirt refuses: *target vdc already exists*. In the domain, vdc is the disk swap.'
    );
    const split = { ...facts, op: 'detach', step: 'destroy_bdm', conflict: 'swap' };
    expect(stepSentence(split)).toContain('the truth splits: Nova would now say *vdc*, where libvirt has swap');
  });

  it.each([
    ['resize', 'define', 'takes the new definition'],
    ['hardReboot', 'launch', 'libvirt starts the domain'],
    ['softReboot', 'shutdown', 'shuts itself down']
  ])('claims no success of %s where %s failed', (op, step, success) => {
    expect(stepSentence({ ...facts, op, step })).toContain(success);
    expect(stepSentence({ ...facts, op, step, failure: 'XML error' })).not.toContain(success);
  });

  it('tells of an attach that ends well without a disk, and of one that has it', () => {
    const swallowed = { ...facts, op: 'attach', step: 'attach_device' };
    expect(stepSentence(swallowed)).toBe(
      'libvirt refuses: *target vdc already exists*. In the domain, vdc is the disk swap. This release *drops the error*.'
    );
    expect(stepSentence({ ...swallowed, step: 'complete' })).toContain('There is *no such disk*');
    expect(stepSentence({ ...swallowed, holder: 'volume1' })).toContain('libvirt plugs the disk in');
  });

  it('blames no other disk where an attach fails for another reason', () => {
    const failed = {
      ...facts,
      op: 'attach',
      step: 'attach_device',
      holder: '',
      failure: 'No more available PCI slots'
    };
    expect(stepSentence(failed)).toBe('The disk is *not plugged in* as vdc.');
  });

  it('says of a volume in Ceph that the host connects nothing', () => {
    const connect = { ...facts, op: 'attach', step: 'connect' };
    expect(stepSentence(connect)).toContain('appears there as /dev/sda');
    expect(stepSentence({ ...connect, hostDevice: '' })).toContain('QEMU itself will open the image of volume1');
  });

  it('does not say of a soft reboot that the guest kept its names', () => {
    const rebooted = told(6);
    expect(rebooted.at(-1)).toBe(
      'libvirt kept swap on vdc; the guest counted anew: vda root, vdb swap. *Nothing is repaired.*'
    );
    expect(rebooted).toContain(
      'The guest boots and counts anew: swap was vdc, now it is *vdb*. Device names in /etc/fstab can mean the *wrong disk*.'
    );
  });
});
