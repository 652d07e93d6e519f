/** Where a command changes the lab: a step of the session, or a refusal of libvirt. */
import type { OperatorArgs } from '../../../engine/cloud/operations/operator.ts';
import { act } from '../../../session/session.ts';
import { withSession } from '../../terminal.ts';
import { answerWithExtra, fail, type VirshCall, type VirshReply } from './call.ts';

/** What virsh says of a call of libvirt. */
export interface Wording {
  readonly done: string;
  readonly failed: string;
  /** The function of libvirt that a connection made with `--readonly` may not call. */
  readonly api: string;
}

/** Makes the call: what follows from it in the guest and in Nova stays in flight. */
export function callLibvirt(call: VirshCall, args: OperatorArgs, { done, failed, api }: Wording): VirshReply {
  if (call.isReadOnly) return fail(call, failed, `operation forbidden: read only access prevents ${api}`);
  const made = act(call.terminal.session, { type: 'operator', ...args });
  if (!made.ok) return fail(call, failed, made.error.message);
  return answerWithExtra({ ...call, terminal: withSession(call.terminal, made.value) }, [done]);
}
