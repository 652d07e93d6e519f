/**
 * All operations by the name that commands, the machine and the recordings use. Adding one is a file and a line here.
 */
import { begin, nextWork, advance, type Advance, type Operation } from './operation.ts';
import type { Cloud } from './cloud.ts';
import {
  instanceInvalidState,
  instanceNeverLaunched,
  instanceNotFound,
  type NovaException
} from '../nova/exception.ts';
import { attach } from './operations/attach.ts';
import { boot } from './operations/boot.ts';
import { confirm } from './operations/confirm.ts';
import { deleteServer } from './operations/delete.ts';
import { detach } from './operations/detach.ts';
import { pause, unpause } from './operations/pause.ts';
import { start, stop } from './operations/power.ts';
import { hardReboot, softReboot } from './operations/reboot.ts';
import { rebuild } from './operations/rebuild.ts';
import { operator } from './operations/operator.ts';
import { rescue, unrescue } from './operations/rescue.ts';
import { resetState } from './operations/reset-state.ts';
import { resetVolume } from './operations/reset-volume.ts';
import { resize } from './operations/resize.ts';
import { revert } from './operations/revert.ts';
import { shelve, unshelve } from './operations/shelve.ts';
import { resume, suspend } from './operations/suspend.ts';

/** What a client asks of an API. */
const API_OPERATIONS = {
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
  resetVolume
} as const;

const OPERATIONS = { boot, ...API_OPERATIONS, operator } as const;

type OperationName = keyof typeof OPERATIONS;

/** The arguments that somebody sends, without what the steps find out; of each kind if there are several. */
type Sent<Args> = Args extends unknown
  ? Omit<Args, 'failure' | 'old' | 'wasOff' | 'device_name' | 'request_number' | 'offloaded' | 'again'>
  : never;

type RequestFields<Name extends OperationName> =
  (typeof OPERATIONS)[Name] extends Operation<infer Args> ? Sent<Args> : never;

/** What can be done about a server that exists: through an API, or by an operator behind Nova's back. */
export type RequestName = Exclude<OperationName, 'boot'>;

/** What somebody sends: the operation and what it needs. */
export type Request = { [Name in RequestName]: { readonly type: Name } & RequestFields<Name> }[RequestName];

/** What a client can ask of Nova or Cinder. */
export type ApiRequestName = keyof typeof API_OPERATIONS;
export type ApiRequest = Extract<Request, { readonly type: ApiRequestName }>;

/** All that a client can ask of an API, in the order of the table. */
export const apiRequestNames = Object.keys(API_OPERATIONS) as readonly ApiRequestName[];

/** Whether an API is asked, so that the client gets an answer from it. */
export function isApiRequest(request: Request): request is ApiRequest {
  return request.type in API_OPERATIONS;
}

function operationOf(name: string): Operation<unknown> {
  return OPERATIONS[name as OperationName] as Operation<unknown>;
}

/** What Nova refuses in a request before it looks at the state of the instance; null when nothing. */
export function refuseBeforeState(cloud: Cloud, request: Request): NovaException | null {
  const { service, validate } = operationOf(request.type);
  if (service === 'nova' && cloud.instance.vm_state === 'deleted') return instanceNotFound(cloud.instance.uuid);
  return validate(cloud, request);
}

/** What Nova refuses in a request that the state allows; null when nothing. */
export function refuseInState(cloud: Cloud, request: Request): NovaException | null {
  return operationOf(request.type).check(cloud, request);
}

/** How Nova words that the state does not allow an operation. `attr` is what stands in the way. */
export function stateRefusal(cloud: Cloud, name: RequestName, attr: 'vm_state' | 'task_state'): NovaException {
  const { uuid, vm_state, task_state } = cloud.instance;
  const { method } = operationOf(name);
  if (vm_state === 'deleted') return instanceNotFound(uuid);
  if (attr === 'vm_state') return instanceInvalidState(method, uuid, attr, vm_state);
  return task_state === null
    ? instanceNeverLaunched(method, uuid)
    : instanceInvalidState(method, uuid, attr, task_state);
}

/** A request that is allowed arrives: its first step happens. */
export function request(cloud: Cloud, { type, ...args }: Request): Advance {
  const operation = operationOf(type);
  const work = takesTaskOver(cloud, type) ? cloud.work.filter(({ op }) => !operationOf(op).holdsTask) : cloud.work;
  return begin({ ...cloud, work }, type, operation, args);
}

/**
 * Whether the request takes the task_state from work that is under way. That work ends: Nova's next save of the
 * instance expects the old task_state and does not find it (UnexpectedTaskStateError).
 */
function takesTaskOver({ instance }: Cloud, name: RequestName): boolean {
  return name === 'hardReboot' || name === 'resetState' || (name === 'delete' && instance.task_state !== 'deleting');
}

/** The lab's server starts to be built. */
export function requestBoot(cloud: Cloud): Cloud {
  return begin(cloud, 'boot', boot, {}).cloud;
}

/** Whether anything is in flight. */
export function isBusy(cloud: Cloud): boolean {
  return cloud.work.length > 0;
}

/** The next step of what is in flight. */
export function deliver(cloud: Cloud): Advance {
  const work = nextWork(cloud);
  if (!work) throw new Error('nothing is in flight');
  return advance(cloud, work, operationOf(work.op));
}
