/**
 * When the releases came out, so that a lab of one of them shows a date on which it can have stood.
 *
 * Upstream: releases.openstack.org, the day of each series' first final release.
 */
import { ARTICLE_RELEASE, type Release } from './release.ts';

const DAYS: Readonly<Record<Exclude<Release, typeof ARTICLE_RELEASE>, string>> = {
  '15.0.0': '2017-02-22',
  '16.0.0': '2017-08-30',
  '17.0.0': '2018-02-28',
  '18.0.0': '2018-08-30',
  '19.0.0': '2019-04-10',
  '20.0.0': '2019-10-16',
  '21.0.0': '2020-05-13',
  '22.0.0': '2020-10-14',
  '23.0.0': '2021-04-14',
  '24.0.0': '2021-10-06',
  '25.0.0': '2022-03-30',
  '26.0.0': '2022-10-05',
  '27.0.0': '2023-03-22',
  '28.0.0': '2023-10-04',
  '29.0.0': '2024-04-03',
  '30.0.0': '2024-10-02',
  '31.0.0': '2025-04-02',
  '32.0.0': '2025-10-01',
  '33.0.0': '2026-04-01'
};

/** The day on which the release came out, in milliseconds since 1970; null for the article's beta, whose lab has its own day. */
export function releasedOn(release: Release): number | null {
  return release === ARTICLE_RELEASE ? null : Date.parse(DAYS[release]);
}
