import { describe, expect, it } from 'vitest';
import { laneStep } from '../../../../src/lib/session/views/lanes.ts';
import { article } from '../../../support/lab/session.ts';

/** The failing attach of the article is the fifth request. */
const session = article(5);
const begin = article(4).timeline.line.length;
const steps = session.timeline.line.slice(begin).map((_, index) => laneStep(session, begin + index)!);

describe('the lanes', () => {
  it('have nothing at the beginning', () => {
    expect(laneStep(session, 0)).toBeNull();
  });

  it('show who asks whom, as in a sequence diagram', () => {
    expect(steps.map(({ from, to }) => `${from} > ${to}`)).toEqual([
      'client > nova-api',
      'nova-api > nova-compute',
      'nova-compute > nova-compute',
      'nova-compute > cinder',
      'cinder > nova-api',
      'nova-api > nova-compute',
      'nova-compute > libvirt',
      'libvirt > nova-compute',
      'nova-compute > cinder',
      'cinder > nova-compute',
      'nova-compute > nova-compute'
    ]);
  });

  it('name upstream’s functions', () => {
    expect(steps.slice(0, 3).map(({ name }) => name)).toEqual([
      'attach_volume',
      'reserve_block_device_name',
      'reserve_block_device_name'
    ]);
  });

  it('mark the answer to the client and the failure that it does not hear of', () => {
    expect(steps.flatMap(({ code }, index) => (code === null ? [] : [[index, code]]))).toEqual([[4, 200]]);
    expect(steps.flatMap(({ failed }, index) => (failed ? [index] : []))).toEqual([6]);
  });
});
