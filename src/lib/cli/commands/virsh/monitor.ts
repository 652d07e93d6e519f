/**
 * The commands that look at domains.
 *
 * Upstream: libvirt tools/virsh-domain-monitor.c (cmdList, cmdDomblklist, cmdDominfo, cmdDomstate).
 * Simplified: there is one domain, it has no title and does not start with the host; CPU time is the lab's clock.
 */
import { sourcePath } from '../../../engine/libvirt/disk.ts';
import type { Domain } from '../../../engine/libvirt/domain.ts';
import { cloudOf } from '../../../session/session.ts';
import { answer, type VirshCall, type VirshCommand, type VirshReply } from './call.ts';
import { domainOption, withDomain } from './find-domain.ts';
import { bool, SINCE_9 } from './option.ts';
import { stateAndReason } from './state-reason.ts';
import { printTable, type FixedLayout } from './table.ts';

function hasSavedMemory({ terminal }: VirshCall, { live }: Domain): boolean {
  return live === null && cloudOf(terminal.session).guest.disks.length > 0;
}

/** Pairs of filters of `list`: of each pair that is used, the domain must be on a side that is named. */
function isListed(call: VirshCall, domain: Domain): boolean {
  const isActive = domain.live !== null;
  const has = (name: string) => call.given.has(name);
  const one = (...sides: readonly (readonly [option: string, holds: boolean])[]) =>
    sides.every(([option]) => !has(option)) || sides.some(([option, holds]) => has(option) && holds);
  const isWanted = has('all') || isActive === !(has('inactive') || has('state-shutoff'));
  return (
    isWanted &&
    one(['transient', domain.persistent === null], ['persistent', domain.persistent !== null]) &&
    one(['with-snapshot', false], ['without-snapshot', true]) &&
    one(['with-checkpoint', false], ['without-checkpoint', true]) &&
    one(
      ['state-running', domain.state === 'running'],
      ['state-paused', domain.state === 'paused'],
      ['state-shutoff', domain.state === 'shutoff'],
      ['state-other', false]
    ) &&
    one(['autostart', false], ['no-autostart', true]) &&
    one(['with-managed-save', hasSavedMemory(call, domain)], ['without-managed-save', !hasSavedMemory(call, domain)])
  );
}

const LIST: FixedLayout = { margin: ' ', widths: [5, 30], rule: 52 };
const LIST_WITH_TITLE: FixedLayout = { margin: ' ', widths: [5, 30, 10, 20], rule: 82 };

/** `--name`, `--uuid`, `--id`: plain words, one domain a line. */
function plainList({ given, dialect }: VirshCall, domains: readonly Domain[]): readonly string[] {
  return domains.flatMap(({ id, name, uuid }) => {
    const words = [
      ...(given.has('id') && id !== null ? [String(id)] : []),
      ...(given.has('uuid') ? [uuid] : []),
      ...(given.has('name') ? [dialect === '3' && given.has('uuid') ? name.padEnd(30) : name] : [])
    ];
    return words.length === 0 ? [] : [words.join(' ')];
  });
}

function runList(call: VirshCall): VirshReply {
  const { given, terminal } = call;
  const { domain } = cloudOf(terminal.session);
  const domains = domain !== null && isListed(call, domain) ? [domain] : [];
  if (given.has('name') || given.has('uuid') || given.has('id')) return answer(call, plainList(call, domains));
  const hasTitle = given.has('title');
  const rows = domains.map((one) => {
    const [state] = stateAndReason(terminal.session, one);
    const isSaved = given.has('managed-save') && hasSavedMemory(call, one);
    return [String(one.id ?? '-'), one.name, isSaved ? 'saved' : state, ...(hasTitle ? [''] : [])];
  });
  const columns = ['Id', 'Name', 'State', ...(hasTitle ? ['Title'] : [])];
  return printTable(call, { columns, rows, fixed: hasTitle ? LIST_WITH_TITLE : LIST });
}

export const list: VirshCommand = {
  name: 'list',
  help: 'list domains',
  description: 'Returns list of domains.',
  options: [
    bool('inactive', 'list inactive domains'),
    bool('all', 'list inactive & active domains'),
    bool('transient', 'list transient domains'),
    bool('persistent', 'list persistent domains'),
    bool('with-snapshot', 'list domains with existing snapshot'),
    bool('without-snapshot', 'list domains without a snapshot'),
    bool('with-checkpoint', 'list domains with existing checkpoint', SINCE_9),
    bool('without-checkpoint', 'list domains without a checkpoint', SINCE_9),
    bool('state-running', 'list domains in running state'),
    bool('state-paused', 'list domains in paused state'),
    bool('state-shutoff', 'list domains in shutoff state'),
    bool('state-other', 'list domains in other states'),
    bool('autostart', 'list domains with autostart enabled'),
    bool('no-autostart', 'list domains with autostart disabled'),
    bool('with-managed-save', 'list domains with managed save state'),
    bool('without-managed-save', 'list domains without managed save'),
    bool('uuid', "list uuid's only"),
    bool('name', 'list domain names only'),
    bool('id', 'list domain IDs only', SINCE_9),
    bool('table', 'list table (default)'),
    bool('managed-save', 'mark inactive domains with managed save state'),
    bool('title', 'show domain title')
  ],
  exclusive: [
    ['table', 'name'],
    ['table', 'uuid'],
    ['table', 'id']
  ],
  run: runList
};

const BLOCKS: FixedLayout = { margin: '', widths: [10], rule: 48 };
const BLOCKS_IN_DETAIL: FixedLayout = { margin: '', widths: [10, 10, 10], rule: 48 };

export const domblklist: VirshCommand = {
  name: 'domblklist',
  help: 'list all domain blocks',
  description: 'Get the summary of block devices for a domain.',
  options: [
    domainOption(),
    bool('inactive', 'get inactive rather than running configuration'),
    bool('details', 'additionally display the type and device value')
  ],
  run: withDomain((call, { live, persistent }) => {
    const definition = call.given.has('inactive') ? (persistent ?? live) : (live ?? persistent);
    const isDetailed = call.given.has('details');
    const rows = (definition?.disks ?? []).map(({ source, device, target }) => [
      ...(isDetailed ? [source?.type ?? 'file', device] : []),
      target.dev,
      (source?.type === 'network' ? source.name : sourcePath(source)) ?? '-'
    ]);
    const columns = [...(isDetailed ? ['Type', 'Device'] : []), 'Target', 'Source'];
    return printTable(call, { columns, rows, fixed: isDetailed ? BLOCKS_IN_DETAIL : BLOCKS });
  })
};

export const domstate: VirshCommand = {
  name: 'domstate',
  help: 'domain state',
  description: 'Returns state about a domain.',
  options: [domainOption(), bool('reason', 'also print reason for the state')],
  run: withDomain((call, domain) => {
    const [state, reason] = stateAndReason(call.terminal.session, domain);
    return answer(call, [call.given.has('reason') ? `${state} (${reason})` : state]);
  })
};

export const dominfo: VirshCommand = {
  name: 'dominfo',
  help: 'domain information',
  description: 'Returns basic information about the domain.',
  options: [domainOption()],
  run: withDomain((call, domain) => {
    const { id, name, uuid, live, persistent } = domain;
    const { clock } = cloudOf(call.terminal.session);
    const { memoryKiB = 0, vcpus = 0 } = (live ?? persistent)?.hardware ?? {};
    const [state] = stateAndReason(call.terminal.session, domain);
    const facts: readonly (readonly [string, string])[] = [
      ['Id', String(id ?? '-')],
      ['Name', name],
      ['UUID', uuid],
      ['OS Type', 'hvm'],
      ['State', state],
      ['CPU(s)', String(vcpus)],
      ...(live ? [['CPU time', `${(clock / 1000).toFixed(1)}s`] as const] : []),
      ['Max memory', `${memoryKiB} KiB`],
      ['Used memory', `${memoryKiB} KiB`],
      ['Persistent', persistent ? 'yes' : 'no'],
      ['Autostart', 'disable'],
      ['Managed save', hasSavedMemory(call, domain) ? 'yes' : 'no'],
      ['Security model', 'none'],
      ['Security DOI', '0'],
      ...(live && call.dialect === '9'
        ? [['Messages', 'tainted: running with undesirable elevated privileges'] as const]
        : [])
    ];
    return answer(
      call,
      facts.map(([fact, value]) => `${`${fact}:`.padEnd(15)} ${value}`)
    );
  })
};
