/** Words of the help dialog. */
export const helpText = {
  title: 'How to use this page',
  keysTitle: 'Keys',
  keys: [
    ['← →', 'one step back, one step forward'],
    ['Space', 'play and pause'],
    ['↑ ↓', 'in the list of steps: one step up or down'],
    ['?', 'this help'],
    ['Tab', 'in the terminal: completes; on an empty line it moves on'],
    ['Ctrl R', 'in the terminal: searches the lines before']
  ],
  keysNote: 'A key that a text field, a list or a button needs itself is left to it.',
  columnsTitle: 'The four columns',
  columns: [
    ['Nova database', 'The names in Nova’s table of block device mappings: one row for each disk that it remembers.'],
    [
      'Nova computation',
      'The names that Nova works out from the flavor and those rows, anew each time. It never looks at the domain.'
    ],
    ['libvirt domain', 'The names in the definition that libvirt runs. They change only when somebody changes them.'],
    ['Guest kernel', 'The names that Linux gives, in its own order. It never sees the others.']
  ],
  wordsTitle: 'Words',
  words: [
    ['BDM', 'Block device mapping: Nova’s row for one disk of a server.'],
    ['flavor', 'The size of a server: processors, memory, and its root, ephemeral and swap disks.'],
    ['domain', 'libvirt’s word for a virtual machine. It has a live and a persistent definition.'],
    ['target dev', 'The name that libvirt keeps for a disk, such as vdc.'],
    ['cast', 'A message that nobody waits for. After it, an error has no way back to the client.']
  ]
} as const;
