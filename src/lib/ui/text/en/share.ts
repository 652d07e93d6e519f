/**
 * The words of sharing: its dialog and the texts that are shared. In English.
 */

const address = {
  name: 'Address',
  use: 'Whoever opens it has this lab, all that was done in it, and this moment, and goes on from here.'
};

export const shareText = {
  title: 'Share',
  tabs: { link: 'Link', embed: 'Embed' },

  lead: (release: string, moment: string) => `Nova ${release}, ${moment.toLowerCase()}.`,
  choose: 'What to share',
  forms: {
    address,
    markdown: {
      name: 'Markdown',
      use: 'The address behind words that tell the release and the step: for a wiki or an issue.'
    },
    ticket: {
      name: 'Ticket text',
      use: 'The log lines first, then the state, what to try, and the address, in Markdown.'
    },
    lesson: { name: 'This lesson', use: 'Opens the lesson at its beginning, for a class or a colleague.' }
  },
  making: 'The link is being made …',

  copy: 'Copy',
  send: 'Send …',
  sendFailed: 'This browser could not pass it on. Copy it instead.',
  copied: (name: string) => `${name}: in the clipboard.`,
  selected: 'The browser does not let this page copy. The text is selected: press Ctrl+C, or ⌘C on a Mac.',

  qr: 'QR code of the address',
  qrUse: 'Point a camera at it.',
  qrTooLong: (length: number) =>
    `The address has ${length.toLocaleString('en')} characters, too many for a QR code that a camera can read. Copy it instead.`,
  longAddress: (length: number) =>
    `The address has ${length.toLocaleString('en')} characters. Some chats and mail programs cut what is longer than 2,000: send it as a file or in a ticket.`,

  noLink: 'This session does not fit into a link.',
  noLinkWhy: 'So much was done in it, or under such long names, that an address cannot hold it.',
  noLinkNext: 'The JSON file holds every step. Download it and send that, or start over and do less.',
  download: 'Download the JSON file',
  downloaded: (file: string) => `${file} goes to your downloads.`,

  momentTitle: (release: string, position: number, told: string) => `Nova ${release}, step ${position}: ${told}`,
  beginning: 'the server as it was built',
  seeIt: (link: string) => `See it step by step: ${link}`
} as const;
