/**
 * `openstack`: python-openstackclient, over osc-lib and cliff.
 *
 * Upstream: openstackclient/shell.py, and setup.cfg for the names of the commands. Help is worded as in openstackclient
 * 6.0; an option that a client does not have yet is not shown, and not taken.
 */
import { completeProgram } from '../../argparse/program.ts';
import type { Command } from '../../command.ts';
import { Application } from './application.ts';
import type { OpenstackCommand } from './command.ts';
import { listFlavor, showFlavor } from './flavor.ts';
import { globals } from './globals.ts';
import { deleteServer } from './server-delete.ts';
import { listServerEvents } from './server-event-list.ts';
import { listServers } from './server-list.ts';
import { reboot } from './server-reboot.ts';
import { rebuild } from './server-rebuild.ts';
import { rescue, unrescue } from './server-rescue.ts';
import { resize, resizeConfirm, resizeRevert } from './server-resize.ts';
import { setServer } from './server-set.ts';
import { showServer } from './server-show.ts';
import { pause, resume, shelve, start, stop, suspend, unpause, unshelve } from './server-state.ts';
import { addVolume, listVolumesOfServer, removeVolume } from './server-volume.ts';
import { listVolume, setVolume, showVolume } from './volume.ts';

const subcommands: readonly OpenstackCommand[] = [
  listFlavor,
  showFlavor,
  addVolume,
  deleteServer,
  listServerEvents,
  listServers,
  pause,
  reboot,
  rebuild,
  removeVolume,
  rescue,
  resize,
  resizeConfirm,
  resizeRevert,
  resume,
  setServer,
  shelve,
  showServer,
  start,
  stop,
  suspend,
  unpause,
  unrescue,
  unshelve,
  listVolumesOfServer,
  listVolume,
  setVolume,
  showVolume
];

export const openstack: Command = {
  name: 'openstack',
  summary: 'servers, volumes and flavors, as the client of all services knows them',
  run: (call) => new Application(subcommands, call).run(),
  complete: (completion) => completeProgram({ globals, subcommands }, completion)
};
