/**
 * Words sorted into options as virsh does it.
 *
 * Upstream: libvirt tools/vsh.c (vshCommandParse, vshCmddefGetOption, vshCmddefGetData, vshCommandCheckOpts,
 * vshCommandStringGetArg). Simplified: no escapes by backslash in a command string.
 */
import type { XmlDialect } from '../../../engine/libvirt/domain-xml.ts';
import { attempt, Problem } from '../../text/problem.ts';
import type { Result } from '../../../engine/kernel/result.ts';
import type { VirshCommand } from './call.ts';
import type { VirshOption } from './option.ts';

/** A command with its options, or the wish to read its help. */
export interface Parsed {
  readonly command: VirshCommand;
  readonly given: ReadonlyMap<string, string>;
  readonly wantsHelp: boolean;
}

/** The options that a libvirt of the time has. */
export function optionsOf({ options }: VirshCommand, dialect: XmlDialect): readonly VirshOption[] {
  return options.filter(({ since }) => since <= dialect);
}

class OptionParser {
  readonly #command: VirshCommand;
  readonly #options: readonly VirshOption[];
  readonly #given = new Map<string, string>();
  readonly #words: readonly string[];
  #at = 0;
  #wantsHelp = false;

  constructor(command: VirshCommand, dialect: XmlDialect, words: readonly string[]) {
    this.#command = command;
    this.#options = optionsOf(command, dialect);
    this.#words = words;
  }

  parse(): Parsed {
    let isData = false;
    while (this.#at < this.#words.length) {
      const word = this.#words[this.#at++] ?? '';
      if (!isData && word === '--') isData = true;
      else if (!isData && /^--[A-Za-z0-9]/.test(word)) this.#named(word.slice(2));
      else this.#placed(word);
    }
    const missing = this.#options.filter(({ isRequired, name }) => isRequired && !this.#given.has(name));
    if (missing.length > 0 && !this.#wantsHelp) {
      throw new Problem(
        missing.map(({ name }) => `command '${this.#command.name}' requires <${name}> option`).join('\n')
      );
    }
    return { command: this.#command, given: this.#given, wantsHelp: this.#wantsHelp };
  }

  #named(written: string): void {
    const equals = written.indexOf('=');
    const name = equals === -1 ? written : written.slice(0, equals);
    const value = equals === -1 ? null : written.slice(equals + 1);
    if (name === 'help') {
      this.#wantsHelp = true;
      return;
    }
    const option = this.#options.find((one) => one.name === name);
    if (!option) throw new Problem(`command '${this.#command.name}' doesn't support option --${name}`);
    if (option.type === 'bool' && value !== null) throw new Problem(`invalid '=' after option --${name}`);
    if (option.alias) this.#give(option.alias.name, option.alias.value);
    else this.#give(name, option.type === 'bool' ? '' : (value ?? this.#value(name)));
  }

  #value(name: string): string {
    const value = this.#words[this.#at++];
    if (value === undefined) throw new Problem(`expected syntax: --${name} <string>`);
    return value;
  }

  #give(name: string, value: string): void {
    if (this.#given.has(name)) throw new Problem(`option --${name} already seen`);
    this.#given.set(name, value);
  }

  /** Any option with a value can be given by its place, in the order of the declaration. */
  #placed(word: string): void {
    const option = this.#options.find(({ type, name }) => type !== 'bool' && !this.#given.has(name));
    if (option) this.#given.set(option.name, word);
    else if (!this.#options.some(({ takesMore }) => takesMore)) throw new Problem(`unexpected data '${word}'`);
  }
}

/** The command that the words ask for, or what is wrong with them; a line for each thing that is. */
export function parseCommand(
  commands: readonly VirshCommand[],
  words: readonly string[],
  dialect: XmlDialect,
  unknown: (name: string) => string
): Result<Parsed, string> {
  return attempt(() => {
    const [name = '', ...rest] = words;
    const command = commands.find((one) => one.name === name);
    if (!command) throw new Problem(unknown(name));
    return new OptionParser(command, dialect, rest).parse();
  });
}

/** A command string cut into commands: `list --all; domstate x`. */
export function cutCommandString(text: string): readonly (readonly string[])[] {
  const commands: string[][] = [[]];
  let word: string | null = null;
  for (const [piece] of text.matchAll(/'[^']*'?|"[^"]*"?|[\s;]|[^\s;'"]+/g)) {
    if (/^[\s;]$/.test(piece)) {
      if (word !== null) commands.at(-1)?.push(word);
      word = null;
      if (piece !== ' ' && piece !== '\t') commands.push([]);
    } else if (word === null && piece.startsWith('#')) {
      break;
    } else {
      word = (word ?? '') + (/^['"]/.test(piece) ? piece.replace(/^(['"])([^]*?)\1?$/, '$2') : piece);
    }
  }
  if (word !== null) commands.at(-1)?.push(word);
  return commands.filter(({ length }) => length > 0);
}
