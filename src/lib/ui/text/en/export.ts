/**
 * The words of the export: its dialog, the ticket in Markdown and the picture. In English.
 */

import type { TruthDisk } from '../../../session/views/four-truths.ts';
import { en } from '../en.ts';

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
  pictureMoment: (moment: string, actor: string) => `${moment} · ${actor}`,
  pictureFooter: (release: string, of: string) => `nova disk playground · Nova ${release} · ${of}`,
  pictureRow: (device: string, places: readonly string[]) => `${device}: ${places.join('; ')}.`,
  picturePlace: (place: string, disks: readonly string[]) => `${place}: ${disks.join(', ')}`,
  /** A disk, with the one of libvirt's definitions that has it where the other has not. */
  disk: ({ name, only }: TruthDisk) => (only ? `${name} (${en.only(only)})` : name),
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
  clientSaw: (answer: string) => `The client had its answer before that: ${answer}.`,
  clientHeardNothing: 'No answer carries the error; nova-compute.log does.',

  repairsNot: (ways: readonly string[]) => `Does not repair it: ${ways.join(', ').toLowerCase()}.`,

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
