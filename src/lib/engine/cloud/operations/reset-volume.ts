/**
 * Telling Cinder what state a volume is in, by force: `cinder reset-state`.
 *
 * Upstream: cinder/api/contrib/admin_actions.py (VolumeAdminController.validate_update, _reset_status), cinder/db
 * (volume_detached: the last attachment that goes makes the volume available). Only Cinder's record changes; Nova, which
 * has a row of its own, does not hear of it.
 * Simplified: what Cinder 20.0.0 and later refuse besides (`deleting`, `in-use` without an attachment) is written.
 */
import { release, resetStatus, VOLUME_STATUSES, type Volume, type VolumeStatus } from '../../cinder/volume.ts';
import { badRequest, volumeNotFound, type NovaException } from '../../nova/exception.ts';
import { findVolume, updateVolume, type Cloud } from '../cloud.ts';
import { response } from '../event.ts';
import type { Operation, Outcome } from '../operation.ts';

/** Null leaves it as it is. */
export interface ResetVolumeArgs {
  readonly volume_id: string;
  readonly status: string | null;
  readonly attach_status: string | null;
}

/** Statuses that only Cinder itself gives. */
const NOT_BY_FORCE: readonly VolumeStatus[] = ['reserved'];

function statusOf(text: string): VolumeStatus | undefined {
  return VOLUME_STATUSES.find((status) => status === text.toLowerCase() && !NOT_BY_FORCE.includes(status));
}

function validate(cloud: Cloud, { volume_id, status, attach_status }: ResetVolumeArgs): NovaException | null {
  if (!status && !attach_status) {
    return badRequest("Must specify 'status', 'attach_status' or 'migration_status' for update.");
  }
  if (status && !statusOf(status)) return badRequest('Must specify a valid status');
  if (attach_status && !['attached', 'detached'].includes(attach_status.toLowerCase())) {
    return badRequest('Must specify a valid attach status');
  }
  return findVolume(cloud, volume_id) ? null : volumeNotFound(volume_id);
}

function reset(cloud: Cloud, { volume_id, status, attach_status }: ResetVolumeArgs): Outcome<ResetVolumeArgs> {
  const written = status ? statusOf(status) : undefined;
  const change = (volume: Volume): Volume => {
    const changed = written ? resetStatus(volume, written) : volume;
    return attach_status?.toLowerCase() === 'detached' && changed.attachment ? release(changed) : changed;
  };
  return { cloud: updateVolume(cloud, volume_id, change), events: [response(202)], next: null };
}

/** Write a volume's status by force, and end its attachments if asked to. */
export const resetVolume: Operation<ResetVolumeArgs> = {
  service: 'cinder',
  method: 'reset_status',
  holdsTask: false,
  validate,
  check: () => null,
  steps: [
    {
      name: 'request',
      actor: 'cinder',
      source: 'cinder/api/contrib/admin_actions.py: VolumeAdminController._reset_status',
      run: reset
    }
  ]
};
