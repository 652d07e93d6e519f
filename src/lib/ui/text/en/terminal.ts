/** Words of the terminal. In English. */
export const terminalText = {
  title: 'Terminal',
  output: 'What the terminal has printed',
  line: 'Command line',
  height: 'Height of the terminal',
  close: 'Close the terminal',
  finishes: 'Let work finish by itself',
  inFlight: 'Work is in flight. Type :run to let it finish, or :step.',
  welcome:
    'A root shell of the lab. Try nova list, nova volume-attach, cinder list, virsh dumpxml; help tells the rest. Tab completes; on an empty line it moves on.',
  byButton: 'by button',
  search: (query: string) => `(reverse-i-search)\`${query}':`,
  noMatch: (query: string) => `(failed reverse-i-search)\`${query}':`
} as const;
