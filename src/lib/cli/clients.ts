/**
 * The clients that an operator has beside each release of Nova.
 *
 * Upstream: novaclient/__init__.py (API_MAX_VERSION) and nova/api/openstack/api_version_request.py (_MAX_API_VERSION):
 * the client asks for the latest microversion that both know. The article's lab runs the clients of Pike, novaclient
 * 9.1 and cinderclient 3.1. From 29.0.0 on it is the client that ends first: novaclient stops at 2.96.
 * Simplified: the later clients' line about their own deprecation is not printed.
 */
import type { Release } from '../engine/nova/releases/release.ts';

/** How the Python of the time words argparse's output. */
export interface Python {
  /** Whether text is shown as `u'text'`, and missing arguments are not named. */
  readonly isTwo: boolean;
  /** Whether `*` is written `[X ...]` (from 3.9 on). */
  readonly isTerse: boolean;
  /** The heading of the options (`options` from 3.10 on). */
  readonly optionsHeading: string;
}

const PYTHON_2: Python = { isTwo: true, isTerse: false, optionsHeading: 'optional arguments' };
const PYTHON_3: Python = { ...PYTHON_2, isTwo: false };
const PYTHON_3_10: Python = { isTwo: false, isTerse: true, optionsHeading: 'options' };

/** The clients of a release. */
export interface Clients {
  /** What `nova --version` prints. */
  readonly novaclient: string;
  readonly cinderclient: string;
  /** Nova's microversion 2.x that client and server agree on. */
  readonly microversion: number;
  /** The word for 1024 * 1024 bytes in the client's tables. */
  readonly megabyte: 'MB' | 'MiB';
  readonly python: Python;
}

const CLIENTS: Readonly<Record<Release, Clients>> = {
  '15.0.0': clients('7.1.2', '1.11.0', 41, PYTHON_2, 'MB'),
  '16.0.0': clients('9.1.1', '3.1.0', 53, PYTHON_2, 'MB'),
  '17.0.0.0b1': clients('9.1.1', '3.1.0', 53, PYTHON_2, 'MB'),
  '17.0.0': clients('10.1.0', '3.5.0', 60, PYTHON_2),
  '18.0.0': clients('11.0.0', '4.0.1', 65, PYTHON_2),
  '19.0.0': clients('13.0.0', '4.2.0', 72, PYTHON_2),
  '20.0.0': clients('15.1.0', '5.0.0', 79, PYTHON_3),
  '21.0.0': clients('17.0.0', '7.0.0', 87, PYTHON_3),
  '22.0.0': clients('17.2.0', '7.2.0', 87, PYTHON_3),
  '23.0.0': clients('17.4.0', '7.4.0', 88, PYTHON_3),
  '24.0.0': clients('17.6.0', '8.1.0', 90, PYTHON_3),
  '25.0.0': clients('17.7.0', '8.3.0', 90, PYTHON_3_10),
  '26.0.0': clients('18.1.0', '9.1.0', 93, PYTHON_3_10),
  '27.0.0': clients('18.3.0', '9.3.0', 95, PYTHON_3_10),
  '28.0.0': clients('18.4.0', '9.4.0', 95, PYTHON_3_10),
  '29.0.0': clients('18.6.0', '9.5.0', 96, PYTHON_3_10),
  '30.0.0': clients('18.7.0', '9.6.0', 96, PYTHON_3_10),
  '31.0.0': clients('18.9.0', '9.7.0', 96, PYTHON_3_10),
  '32.0.0': clients('18.11.0', '9.8.0', 96, PYTHON_3_10),
  '33.0.0': clients('18.12.0', '9.9.0', 96, PYTHON_3_10)
};

function clients(
  novaclient: string,
  cinderclient: string,
  microversion: number,
  python: Python,
  megabyte: Clients['megabyte'] = 'MiB'
): Clients {
  return { novaclient, cinderclient, microversion, megabyte, python };
}

/** The clients beside a release. */
export function clientsOf(release: Release): Clients {
  return CLIENTS[release];
}
