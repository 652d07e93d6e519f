/**
 * The openstackclient that an operator has beside each release of Nova, and what it can do.
 *
 * Upstream: the last release of python-openstackclient and of cliff on the stable branch of each OpenStack release.
 * Two generations meet: commands over novaclient, and since 5.8 more and more of them over the SDK. The first ask for
 * microversion 2.1 unless somebody says otherwise, the others for the latest that both sides know.
 */
import type { Release } from '../../../engine/nova/releases/release.ts';
import { ok, type Result } from '../../../engine/kernel/result.ts';
import { cloudOf } from '../../../session/session.ts';
import { clientError, type ClientError } from '../../argparse/argument.ts';
import { clientsOf } from '../../clients.ts';
import type { Terminal } from '../../terminal.ts';

/** A release of openstackclient as a number to compare: 5.8.1 is 508. */
export type ClientNumber = number;

/** The client of a lab. */
export interface OpenstackClient {
  /** What `openstack --version` prints. */
  readonly version: string;
  readonly number: ClientNumber;
  /** The release of cliff, 2.8 as 208. */
  readonly cliff: number;
}

const CLIENTS: Readonly<Record<Release, OpenstackClient>> = {
  '15.0.0': client('3.8.2', '2.4'),
  '16.0.0': client('3.12.2', '2.8'),
  '17.0.0.0b1': client('3.12.2', '2.8'),
  '17.0.0': client('3.14.3', '2.11'),
  '18.0.0': client('3.16.3', '2.13'),
  '19.0.0': client('3.18.1', '2.14'),
  '20.0.0': client('4.0.2', '2.16'),
  '21.0.0': client('5.2.2', '3.1'),
  '22.0.0': client('5.4.0', '3.4'),
  '23.0.0': client('5.5.1', '3.7'),
  '24.0.0': client('5.6.2', '3.9'),
  '25.0.0': client('5.8.1', '3.10'),
  '26.0.0': client('6.0.1', '4.0'),
  '27.0.0': client('6.2.1', '4.2'),
  '28.0.0': client('6.3.0', '4.3'),
  '29.0.0': client('6.6.1', '4.6'),
  '30.0.0': client('7.1.5', '4.7'),
  '31.0.0': client('7.4.0', '4.9'),
  '32.0.0': client('8.2.0', '4.11'),
  '33.0.0': client('9.0.0', '4.13')
};

function numberOf(version: string): number {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major * 100 + minor;
}

function client(version: string, cliff: string): OpenstackClient {
  return { version, number: numberOf(version), cliff: numberOf(cliff) };
}

/** The client beside the lab's release. */
export function clientOf({ session }: Terminal): OpenstackClient {
  return CLIENTS[cloudOf(session).lab.release];
}

/** Whether the lab's client is of a release or a later one. */
export function isFrom(terminal: Terminal, number: ClientNumber): boolean {
  return clientOf(terminal).number >= number;
}

/**
 * The microversion 2.x of a command that is made with the SDK since some release: what was asked for, or the default
 * (novaclient/api_versions.py: get_api_version, openstackclient/compute/client.py: check_api_version).
 */
export function microversionOf(
  terminal: Terminal,
  sdkSince: ClientNumber,
  asked: string | undefined
): Result<number, ClientError> {
  const { microversion: latest } = clientsOf(cloudOf(terminal.session).lab.release);
  if (asked === undefined) return ok(isFrom(terminal, sdkSince) ? latest : 1);
  if (asked === '2.latest') return ok(latest);
  if (asked === '2') return ok(1);
  const [, major, minor] = /^(\d+)\.(\d+)$/.exec(asked) ?? [];
  if (major === undefined) {
    const expected = "Expected format 'X.Y', where X is a major part and Y is a minor part of version.";
    return clientError('UnsupportedVersion', `Invalid format of client version '${asked}'. ${expected}`);
  }
  if (major !== '2') {
    return clientError('UnsupportedVersion', `Invalid client version '${asked}'. Major part should be '2'`);
  }
  if (Number(minor) <= latest) return ok(Number(minor));
  return clientError('CommandError', `versions supported by client: 2.1 - 2.${latest}`);
}
