/** How the Python of the time words argparse's errors. */
import type { Python } from '../clients.ts';
import type { ArgumentErrors } from './parse-arguments.ts';

const PYTHON_2: ArgumentErrors = { missing: () => 'too few arguments', quote: (word) => `u'${word}'` };

const PYTHON_3: ArgumentErrors = {
  missing: (names) => `the following arguments are required: ${names.join(', ')}`,
  quote: (word) => `'${word}'`
};

/** The words of a Python. */
export function pythonErrors({ isTwo }: Python): ArgumentErrors {
  return isTwo ? PYTHON_2 : PYTHON_3;
}

/** What nova and cinder say below the usage (NovaClientArgumentParser.error); choices are left to the help. */
export function tryHelp(program: string): (name: string, message: string) => readonly string[] {
  return (name, message) => [
    `error: ${message.split(' (choose from')[0] ?? ''}`,
    `Try '${program} help ${name}' for more information.`
  ];
}
