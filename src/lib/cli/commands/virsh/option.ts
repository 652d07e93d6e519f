/**
 * The options of a virsh command: declared once, for parsing, help, errors and completion alike.
 *
 * Upstream: libvirt tools/vsh.h (vshCmdOptDef, vshCmdOptType). Only what libvirt 9.0 has and 3.x had not is marked.
 */
import type { XmlDialect } from '../../../engine/libvirt/domain-xml.ts';
import type { Terminal } from '../../terminal.ts';

/** `bool`: there or not. `string`: a value behind the name. `data`: a value that is known by its place, too. */
export interface VirshOption {
  readonly name: string;
  readonly type: 'bool' | 'string' | 'data';
  readonly help: string;
  /** The help of libvirt 3.x, where that has other words. */
  readonly help3?: string;
  readonly isRequired: boolean;
  /** Whether the empty text is a value (VSH_OFLAG_EMPTY_OK). */
  readonly mayBeEmpty: boolean;
  /** Another way of writing an option: `--shareable` is `--mode shareable`, and no help shows it. */
  readonly alias: { readonly name: string; readonly value: string } | null;
  /** Whether it swallows every further word, as help does. */
  readonly takesMore: boolean;
  readonly since: XmlDialect;
  /** Whether the lab can do what it says. */
  readonly isModelled: boolean;
  /** Words for completion. */
  readonly complete: (terminal: Terminal) => readonly string[];
}

function option(type: VirshOption['type'], name: string, help: string, more: Partial<VirshOption>): VirshOption {
  return {
    name,
    type,
    help,
    isRequired: type === 'data',
    mayBeEmpty: false,
    alias: null,
    takesMore: false,
    since: '3',
    isModelled: true,
    complete: () => [],
    ...more
  };
}

/** `--details`. */
export function bool(name: string, help: string, more: Partial<VirshOption> = {}): VirshOption {
  return option('bool', name, help, more);
}

/** `--targetbus <string>`. */
export function text(name: string, help: string, more: Partial<VirshOption> = {}): VirshOption {
  return option('string', name, help, more);
}

/** `<target>`, or `--target <string>`. */
export function data(name: string, help: string, more: Partial<VirshOption> = {}): VirshOption {
  return option('data', name, help, more);
}

/** Another name for an option with a value. */
export function alias(from: string, name: string, value: string): VirshOption {
  return option('bool', from, '', { alias: { name, value } });
}

/** As in libvirt 9.0 only. */
export const SINCE_9 = { since: '9' } as const;

/** Declared for help's sake: the lab's domains have nothing that it could change. */
export const NOT_MODELLED = { isModelled: false } as const;
