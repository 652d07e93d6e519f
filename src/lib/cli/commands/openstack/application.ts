/**
 * The program `openstack`: it finds the command among the words, and refuses or explains as cliff does.
 *
 * Upstream: cliff/app.py (App.run, run_subcommand), cliff/commandmanager.py (CommandManager.find_command), cliff/help.py
 * (HelpAction, HelpCommand), osc_lib/shell.py (OpenStackShell.build_option_parser).
 * Simplified: there is no interactive mode, and only the global options that mean something to the lab are known.
 */
import { namedArguments, type Named } from '../../argparse/argument.ts';
import { formatHelp, type HelpStyle } from '../../argparse/help.ts';
import { parseArguments, type Parsed } from '../../argparse/parse-arguments.ts';
import type { Reply } from '../../argparse/program.ts';
import { pythonErrors } from '../../argparse/python-errors.ts';
import { hasArgument, pythonTwoGroups, pythonTwoOrder } from '../../cliff/display.ts';
import { fuzzyMatches } from '../../cliff/fuzzy.ts';
import { clientsOf } from '../../clients.ts';
import { stderr, stdout, type Call, type Outcome } from '../../command.ts';
import { cloudOf } from '../../../session/session.ts';
import { repr } from '../../text/python.ts';
import { clientOf, microversionOf } from './client.ts';
import { MISUSE, type OpenstackCommand } from './command.ts';
import { globals } from './globals.ts';

const NAME = 'openstack';

const HELP_SUMMARY = 'print detailed help for another command';

/** The release of cliff that lets words be cut short: 3.1. */
const ABBREVIATES = 301;

/** One line entered: the methods share what does not change meanwhile. */
export class Application {
  readonly #commands: readonly OpenstackCommand[];
  readonly #call: Call;

  constructor(commands: readonly OpenstackCommand[], call: Call) {
    this.#commands = commands;
    this.#call = call;
  }

  run(): Outcome {
    const { terminal, words } = this.#call;
    const named = namedArguments(globals);
    // Options of the program may stand anywhere, so what is left over is the command with its own.
    const parsed = parseArguments(named, words, pythonErrors(this.#python));
    if (!parsed.ok) return this.#misuse(NAME, this.#globalHelp(), parsed.error);
    const { given, extras } = parsed.value;
    if (given.has('version')) return this.#say([`${NAME} ${clientOf(terminal).version}`]);
    if (given.has('help') || extras[0] === 'help') {
      return this.#explain(extras[0] === 'help' ? extras.slice(1) : extras);
    }
    if (extras.length === 0) return this.#explain([]);
    const found = this.#find(extras);
    if (!found) return this.#unknown(extras);
    return this.#invoke(found.command, found.rest, parsed.value);
  }

  get #python() {
    return clientsOf(cloudOf(this.#call.terminal.session).lab.release).python;
  }

  get #style(): HelpStyle {
    const { optionsHeading, isTerse } = this.#python;
    return { column: 24, optionsHeading, isTerse, heading: (text) => text, supported: () => '' };
  }

  #invoke(command: OpenstackCommand, rest: readonly string[], program: Parsed): Outcome {
    const { terminal } = this.#call;
    const prog = `${NAME} ${command.name}`;
    const parsed = parseArguments(this.#argumentsOf(command), rest, pythonErrors(this.#python));
    if (!parsed.ok) return this.#misuse(prog, this.#helpOf(command), parsed.error);
    const { extras } = parsed.value;
    if (extras.length > 0) {
      return this.#misuse(prog, this.#helpOf(command), `unrecognized arguments: ${extras.join(' ')}`);
    }
    const asked =
      program.given.get('os_compute_api_version')?.at(-1)?.[0] ?? terminal.environment.OS_COMPUTE_API_VERSION;
    const microversion = microversionOf(terminal, command.sdkSince, asked);
    if (!microversion.ok) return this.#outcome({ terminal, lines: [], failure: microversion.error });
    const reply = command.invoke({ terminal, microversion: microversion.value }, parsed.value);
    if (reply.failure?.type === MISUSE) return this.#misuse(prog, this.#helpOf(command), reply.failure.message);
    return this.#outcome(reply);
  }

  #outcome({ terminal, lines, failure }: Reply): Outcome {
    if (failure === null) return { terminal, lines, exit: 0 };
    return { terminal, lines: [...lines, ...stderr(...failure.message.split('\n'))], exit: 1 };
  }

  /** The command of most words that the words begin with; a word may be cut short where that leaves one command. */
  #find(words: readonly string[]) {
    const isAbbreviable = clientOf(this.#call.terminal).cliff >= ABBREVIATES;
    const option = words.findIndex((word) => word.startsWith('-'));
    for (let count = option === -1 ? words.length : option; count > 0; count--) {
      const begun = words.slice(0, count);
      const exact = this.#commands.find(({ name }) => name === begun.join(' '));
      const partial = !isAbbreviable ? [] : this.#commands.filter(({ name }) => isAbbreviated(begun, name.split(' ')));
      const command = exact ?? (partial.length === 1 ? partial[0] : undefined);
      if (command) return { command, rest: words.slice(count) };
    }
    return null;
  }

  #argumentsOf({ arguments: declared, groups, shows }: OpenstackCommand): readonly Named[] {
    const { number, cliff } = clientOf(this.#call.terminal);
    const ofDisplay = groups.flatMap(({ names }) => names);
    const named = namedArguments(declared, number).filter(
      ({ name }) => !ofDisplay.includes(name) || (shows(number) && hasArgument(name, cliff))
    );
    return this.#python.isTwo ? pythonTwoOrder(named) : named;
  }

  #helpOf(command: OpenstackCommand): readonly string[] {
    const { name, description } = command;
    const groups = this.#python.isTwo ? pythonTwoGroups(command.groups) : command.groups;
    return formatHelp({ prog: `${NAME} ${name}`, description, shown: this.#argumentsOf(command), groups }, this.#style);
  }

  #globalHelp(): readonly string[] {
    const description = 'Command-line interface to the OpenStack APIs';
    return formatHelp({ prog: NAME, description, shown: namedArguments(globals) }, this.#style);
  }

  /** `help`, `help server list`, `server list --help`. */
  #explain(words: readonly string[]): Outcome {
    if (words.length === 0) return this.#say([...this.#globalHelp(), '', 'Commands:', ...this.#listing()]);
    const found = this.#find(words);
    if (found) return this.#say(this.#helpOf(found.command));
    const [first = ''] = words;
    const begun = this.#names().filter((name) => name.startsWith(first));
    if (begun.length > 0) return this.#say([`Command "${first}" matches:`, ...begun.map((name) => `  ${name}`)]);
    const message = `Unknown command ${repr(words)}`;
    return this.#outcome({ terminal: this.#call.terminal, lines: [], failure: { type: 'ValueError', message } });
  }

  #listing(): readonly string[] {
    return this.#names().map((name) => {
      const summary = this.#commands.find((command) => command.name === name)?.summary ?? HELP_SUMMARY;
      return `  ${name.padEnd(13)}  ${summary}`;
    });
  }

  #names(): readonly string[] {
    return [...this.#commands.map(({ name }) => name), 'help'].toSorted();
  }

  #unknown(words: readonly string[]): Outcome {
    const lines = [
      `${NAME}: '${words.join(' ')}' is not an ${NAME} command. See '${NAME} --help'.`,
      'Did you mean one of these?',
      ...fuzzyMatches(this.#names(), words[0] ?? '').map((name) => `  ${name}`)
    ];
    return { terminal: this.#call.terminal, lines: stdout(lines), exit: 2 };
  }

  #say(texts: readonly string[]): Outcome {
    return { terminal: this.#call.terminal, lines: stdout(texts), exit: 0 };
  }

  /** The usage, and what is wrong with how it was used. */
  #misuse(prog: string, help: readonly string[], message: string): Outcome {
    const usage = help.slice(0, help.indexOf(''));
    return { terminal: this.#call.terminal, lines: stderr(...usage, `${prog}: error: ${message}`), exit: 2 };
  }
}

function isAbbreviated(words: readonly string[], name: readonly string[]): boolean {
  return words.length === name.length && words.every((word, index) => name[index]?.startsWith(word));
}
