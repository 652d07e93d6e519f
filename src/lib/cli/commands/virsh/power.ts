/**
 * The commands that start and stop a domain.
 *
 * Upstream: libvirt tools/virsh-domain.c (cmdStart, cmdDestroy, cmdShutdown, cmdReboot, cmdReset, cmdSuspend,
 * cmdResume), src/qemu/qemu_driver.c (qemuDomainShutdownFlags, qemuDomainReboot: the modes that QEMU has).
 */
import type { PowerCommand } from '../../../engine/cloud/operations/operator.ts';
import { callLibvirt } from './act.ts';
import { fail, named, type VirshCall, type VirshCommand, type VirshReply } from './call.ts';
import { domainOption, withDomain, type Key } from './find-domain.ts';
import { bool, NOT_MODELLED, SINCE_9, text, type VirshOption } from './option.ts';

/** The word behind `virsh`. */
type PowerWord = PowerCommand extends infer Command ? (Command extends `virsh ${infer Word}` ? Word : never) : never;

interface Declared {
  readonly help: string;
  readonly description: string;
  readonly api: string;
  /** What follows the domain's name when it is done. */
  readonly done: string;
  readonly options?: readonly VirshOption[];
  /** The help of `<domain>`, and by what it is looked for, where that is not usual. */
  readonly domain?: string;
  readonly by?: readonly Key[];
  /** An answer without libvirt being asked; null where it is. */
  readonly refuse?: (call: VirshCall, isActive: boolean) => VirshReply | null;
}

function power(name: PowerWord, declared: Declared): VirshCommand {
  const { help, description, api, done, options = [], by, refuse = () => null } = declared;
  return {
    name,
    help,
    description,
    options: [domainOption(declared.domain, by), ...options],
    run: withDomain((call, domain) => {
      const wanted = named(call, call.given.get('domain') ?? '');
      const wording = { done: `Domain ${wanted} ${done}`, failed: `Failed to ${name} domain ${wanted}`, api };
      return refuse(call, domain.live !== null) ?? callLibvirt(call, { command: `virsh ${name}` }, wording);
    }, by)
  };
}

const MODES = ['acpi', 'agent', 'initctl', 'signal', 'paravirt'];

const modeOption = text('mode', 'shutdown mode: acpi|agent|initctl|signal|paravirt', { complete: () => MODES });

/** A mode that does not exist, or that QEMU has not. */
function refuseMode(name: 'reboot' | 'shutdown', api: string): NonNullable<Declared['refuse']> {
  return (call) => {
    const modes = (call.given.get('mode') ?? 'acpi').split(',');
    const unknown = modes.find((mode) => !MODES.includes(mode));
    if (unknown !== undefined) {
      const known = "'acpi', 'agent', 'initctl', 'signal', or 'paravirt'";
      return fail(call, `Unknown mode ${unknown} value, expecting ${known}`);
    }
    const foreign = modes.reduce((bits, mode) => bits | (1 << MODES.indexOf(mode)), 0) & ~3;
    if (foreign === 0) return null;
    const failed = `Failed to ${name} domain ${named(call, call.given.get('domain') ?? '')}`;
    return fail(call, failed, `unsupported flags (0x${foreign.toString(16)}) in function ${api}`);
  };
}

export const start = power('start', {
  help: 'start a (previously defined) inactive domain',
  description:
    'Start a domain, either from the last managedsave\n' +
    '    state, or via a fresh boot if no managedsave state\n' +
    '    is present.',
  api: 'virDomainCreate',
  done: 'started',
  domain: 'name of the inactive domain',
  by: ['uuid', 'name'],
  options: [
    bool('console', 'attach to console after creation', NOT_MODELLED),
    bool('paused', 'leave the guest paused after creation', NOT_MODELLED),
    bool('autodestroy', 'automatically destroy the guest when virsh disconnects', NOT_MODELLED),
    bool('bypass-cache', 'avoid file system cache when loading'),
    bool('force-boot', 'force fresh boot by discarding any managed save', NOT_MODELLED),
    text('pass-fds', 'pass file descriptors N,M,... to the guest', NOT_MODELLED),
    bool('reset-nvram', 're-initialize NVRAM from its pristine template', { ...SINCE_9, ...NOT_MODELLED })
  ],
  refuse: (call, isActive) => (isActive ? fail(call, 'Domain is already active') : null)
});

export const destroy = power('destroy', {
  help: 'destroy (stop) a domain',
  description: 'Forcefully stop a given domain, but leave its resources intact.',
  api: 'virDomainDestroy',
  done: 'destroyed',
  options: [bool('graceful', 'terminate gracefully'), bool('remove-logs', 'remove domain logs', SINCE_9)]
});

export const shutdown = power('shutdown', {
  help: 'gracefully shutdown a domain',
  description: 'Run shutdown in the target domain.',
  api: 'virDomainShutdown',
  done: 'is being shutdown',
  options: [modeOption],
  refuse: refuseMode('shutdown', 'qemuDomainShutdownFlags')
});

export const reboot = power('reboot', {
  help: 'reboot a domain',
  description: 'Run a reboot command in the target domain.',
  api: 'virDomainReboot',
  done: 'is being rebooted',
  options: [modeOption],
  refuse: refuseMode('reboot', 'qemuDomainReboot')
});

export const reset = power('reset', {
  help: 'reset a domain',
  description: 'Reset the target domain as if by power button',
  api: 'virDomainReset',
  done: 'was reset'
});

export const suspend = power('suspend', {
  help: 'suspend a domain',
  description: 'Suspend a running domain.',
  api: 'virDomainSuspend',
  done: 'suspended'
});

export const resume = power('resume', {
  help: 'resume a domain',
  description: 'Resume a previously suspended domain.',
  api: 'virDomainResume',
  done: 'resumed'
});
