/**
 * How a command of openstackclient is declared: as something that is done, as a list, or as one thing that is shown.
 *
 * Upstream: cliff/command.py, lister.py and show.py. Each is declared once; parsing, help, output formats and completion
 * follow from that.
 */
import { ok, type Result } from '../../../engine/kernel/result.ts';
import { flag, type Arguments, type ClientError, type Values } from '../../argparse/argument.ts';
import type { ArgumentGroup } from '../../argparse/help.ts';
import { failed, reply, subcommand, type ClientCall, type Reply, type Subcommand } from '../../argparse/program.ts';
import { listArguments, listGroups, oneArguments, oneGroups, produceList, produceOne } from '../../cliff/display.ts';
import type { Fields, Listing } from '../../cliff/formatters/formatter.ts';
import type { Line } from '../../command.ts';
import type { Terminal } from '../../terminal.ts';
import { clientOf, type ClientNumber } from './client.ts';

/** A command of openstackclient. */
export interface OpenstackCommand extends Subcommand {
  readonly groups: readonly ArgumentGroup[];
  /** The client that made it with the SDK first. */
  readonly sdkSince: ClientNumber;
  /** Whether a client shows what came of it, and has the options for that. */
  readonly shows: (client: ClientNumber) => boolean;
}

/** What a command found out for its table: the terminal after it, what was said meanwhile, and the data or why not. */
export interface Displayed<Data> {
  readonly terminal: Terminal;
  readonly lines?: readonly Line[];
  readonly result: Result<Data, ClientError>;
}

/** What there is to display where nothing changed. */
export function displayed<Data>({ terminal }: ClientCall, data: Data): Displayed<Data> {
  return { terminal, result: ok(data) };
}

/** The type of a failure that stands below the usage of the command, as argparse has it. */
export const MISUSE = 'ArgumentError';

/** The words were in order, but not what they say together. */
export function misused({ terminal }: ClientCall, message: string): Reply {
  return failed({ terminal }, { type: MISUSE, message });
}

interface Declaration<Declared extends Arguments, Answer, Given = Values<Declared>> {
  readonly name: string;
  readonly summary: string;
  readonly description?: string;
  readonly sdkSince: ClientNumber;
  readonly arguments: Declared;
  readonly run: (call: ClientCall, values: Given) => Answer;
}

const help = flag(['-h', '--help'], { help: 'show this help message and exit' });

/** A command that does something and shows nothing. */
export function action<Declared extends Arguments>(declaration: Declaration<Declared, Reply>): OpenstackCommand {
  const { sdkSince, run } = declaration;
  const made = subcommand({
    ...declaration,
    arguments: { help, ...declaration.arguments },
    run: (call, values) => run(call, values as unknown as Values<Declared>)
  });
  return { ...made, groups: [], sdkSince, shows: () => false };
}

function display<Data>(
  { terminal, lines = [], result }: Displayed<Data>,
  produce: (data: Data, cliff: number) => Result<readonly string[], ClientError>
): Reply {
  const produced = result.ok ? produce(result.value, clientOf(terminal).cliff) : result;
  const shown = produced.ok ? reply({ terminal }, produced.value) : failed({ terminal }, produced.error);
  return { ...shown, lines: [...lines, ...shown.lines] };
}

type ListValues = Values<typeof listArguments>;

/** A command that lists (cliff's Lister); it may look at the columns that are asked for. */
export function lister<Declared extends Arguments>(
  declaration: Declaration<Declared, Displayed<Listing>, Values<Declared> & ListValues>
): OpenstackCommand {
  const { sdkSince, run } = declaration;
  const made = subcommand({
    ...declaration,
    arguments: { help, ...listArguments, ...declaration.arguments },
    run: (call, values) =>
      display(run(call, values as unknown as Values<Declared> & ListValues), (listing, cliff) =>
        produceList(listing, values as unknown as ListValues, cliff)
      )
  });
  return { ...made, groups: listGroups, sdkSince, shows: () => true };
}

/** A command that shows one thing (cliff's ShowOne); clients that do not show it print nothing. */
export function showOne<Declared extends Arguments>(
  declaration: Declaration<Declared, Displayed<Fields>> & { readonly shows?: (client: ClientNumber) => boolean }
): OpenstackCommand {
  const { sdkSince, shows = () => true, run } = declaration;
  const made = subcommand({
    ...declaration,
    arguments: { help, ...oneArguments, ...declaration.arguments },
    run: (call, values) =>
      display(run(call, values as unknown as Values<Declared>), (fields, cliff) =>
        shows(clientOf(call.terminal).number)
          ? produceOne(fields, values as unknown as Values<typeof oneArguments>, cliff)
          : ok([])
      )
  });
  return { ...made, groups: oneGroups, sdkSince, shows };
}
