/**
 * The options that stand before the command of virsh.
 *
 * Upstream: libvirt tools/virsh.c (virshParseArgv). Only those that make a difference in the lab.
 */
import { URI } from './itself.ts';

/** What the options before the command say. */
export interface Settings {
  readonly isQuiet: boolean;
  readonly isReadOnly: boolean;
  readonly shows: 'short version' | 'long version' | 'help' | null;
  readonly uri: string;
  readonly rest: readonly string[];
}

const FLAGS: Readonly<Record<string, Partial<Settings>>> = {
  q: { isQuiet: true },
  quiet: { isQuiet: true },
  r: { isReadOnly: true },
  readonly: { isReadOnly: true },
  h: { shows: 'help' },
  help: { shows: 'help' },
  v: { shows: 'short version' },
  version: { shows: 'short version' },
  'version=short': { shows: 'short version' },
  'version=long': { shows: 'long version' },
  V: { shows: 'long version' }
};

const NO_ARGUMENT = "option '-c'/'--connect' requires an argument";

/** Reads the options up to the first word that is none; what is wrong with them where something is. */
export function readSettings(words: readonly string[]): Settings | string {
  let settings: Settings = { isQuiet: false, isReadOnly: false, shows: null, uri: URI, rest: [] };
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    const following = words[at + 1];
    if (word === '--') return { ...settings, rest: words.slice(at + 1) };
    if (!word.startsWith('-') || word === '-') return { ...settings, rest: words.slice(at) };
    if (word.startsWith('--connect=')) {
      settings = { ...settings, uri: word.slice('--connect='.length) };
    } else if (word === '-c' || word === '--connect') {
      if (following === undefined) return NO_ARGUMENT;
      settings = { ...settings, uri: following };
      at++;
    } else {
      for (const flag of word.startsWith('--') ? [word.slice(2)] : word.slice(1)) {
        if (!(flag in FLAGS)) return `unsupported option '${word}'. See --help.`;
        settings = { ...settings, ...FLAGS[flag] };
      }
    }
    if (settings.shows !== null) return settings;
  }
  return settings;
}
