/**
 * The words of the export: its dialog, the ticket in Markdown and the picture. In English.
 */
import type { TraceLibvirtError } from '../../../session/export/trace-step.ts';
import type { Trouble, Way } from '../../../session/views/ways-out.ts';

const count = (number: number, one: string, many: string) => `${number} ${number === 1 ? one : many}`;

export const exportText = {
  title: 'Export',
  lead: (moment: string) => `What you see now, ${moment.toLowerCase()}, to paste into a ticket or to keep.`,
  choose: 'Preview',
  formats: {
    markdown: {
      name: 'Markdown',
      use: 'For a ticket: the situation, the steps up to here, the error, and what repairs it.'
    },
    json: { name: 'JSON', use: 'For a program: every step of this branch, with what is needed to replay it.' },
    svg: { name: 'SVG', use: 'The picture, for a document: sharp at every size.' },
    png: { name: 'PNG', use: 'The picture, for a chat or a wiki that takes no SVG.' }
  },
  copy: 'Copy',
  download: 'Download',
  dark: 'Dark picture',
  copied: (name: string) => `${name} is in the clipboard.`,
  copyRefused: (name: string) => `The browser does not let this page copy. Use Download ${name} instead.`,
  downloaded: (file: string) => `${file} goes to your downloads.`,
  drawing: 'The picture is being drawn …',
  drawFailed: 'This browser could not draw the PNG. Use the SVG instead.',
  previewOf: (name: string) => `Preview of the ${name}`,
  previewCut: (shown: number, all: number) =>
    `The preview shows the first ${shown.toLocaleString('en')} of ${all.toLocaleString('en')} characters. Copy and Download have them all.`,

  pictureTitle: (title: string, release: string) => `${title}, Nova ${release}`,
  pictureRow: (device: string, places: readonly string[]) => `${device}: ${places.join('; ')}.`,
  picturePlace: (place: string, disks: readonly string[]) => `${place}: ${disks.join(', ')}`,
  pictureEmpty: 'No place has a disk at this moment.',

  ticketTitle: (release: string, name: string, server: string) => `Nova ${release} (${name}): disk names of ${server}`,
  situation: 'Situation',
  server: 'Server',
  flavor: 'Flavor',
  volumes: 'Volumes',
  none: 'none',
  nothing: '–',
  rowMark: '⚠',
  failures: 'What failed',
  failedAt: (moment: number, again: number) =>
    `At moment ${moment}${again > 0 ? `, and ${count(again, 'time', 'times')} after it` : ''}`,
  libvirtError: ({ code, code_name, domain, domain_name }: TraceLibvirtError) =>
    `libvirt code ${code} (${code_name}), domain ${domain} (${domain_name})`,
  clientSaw: (answer: string) => `The client had its answer before that: ${answer}.`,
  clientHeardNothing: 'No answer carries the error; nova-compute.log does.',

  repairs: {
    conflict: 'What repairs it',
    duplicate: 'Ways out'
  } satisfies Record<Trouble, string>,
  repairsLead: {
    conflict: 'Each of these builds the domain anew from Nova’s own names.',
    duplicate: 'Nova itself gives one name to two disks, so libvirt refuses the domain that Nova makes of it.'
  } satisfies Record<Trouble, string>,
  namelessSwap:
    'The resize wrote a row for the swap disk (LP 1552777), but no name into it, and Nova places such a disk without looking at the names that are taken.',
  ways: {
    softReboot: 'Soft reboot',
    hardReboot: 'Hard reboot',
    stopStart: 'Stop and start',
    shelveUnshelve: 'Shelve and unshelve',
    resetDetach: 'Reset the state, detach, hard reboot, attach again',
    rebuild: 'Rebuild'
  } satisfies Record<Way, string>,
  care: {
    softReboot: '',
    hardReboot: 'The guest is switched off without asking it.',
    stopStart: '',
    shelveUnshelve: 'Care: the server leaves its host, and a root disk that came from an image is saved as one.',
    resetDetach: 'Care: without a domain, the detach only changes the records.',
    rebuild: 'Care: the content of the root disk is lost.'
  } satisfies Record<Way, string>,
  repairsNot: (ways: readonly string[]) => `Does not repair it: ${ways.join(', ').toLowerCase()}.`,
  repairsCare:
    'Care, whichever you take: the guest boots and names its disks anew. What mounts by device name can then mean the wrong disk; UUID, label and /dev/disk/by-id do not change.',
  repairsTried: 'Each was tried from this moment in the playground’s model of Nova.',

  steps: 'What happened',
  stepsNone: 'Nobody has asked for anything yet.',
  stepsLeftOut: (number: number) =>
    `${count(number, 'earlier step is', 'earlier steps are')} left out; the JSON export has them all.`,
  continued: (command: string) => `${command}, continued`,
  answer: (answer: string) => `Answer: ${answer}`,
  error: (message: string) => `Error: ${message}`,
  logLeftOut: (number: number) => `(${count(number, 'more line', 'more lines')} of nova-compute.log left out)`,
  madeWith: 'Written by the nova disk playground, a model of Nova, libvirt and a Linux guest.'
} as const;
