/** The script of a page with the playground. */
import Playground from '../lib/ui/Playground.svelte';
import { tellOfNewVersion } from './new-version.ts';
import { wake } from './wake.ts';

wake('playground', Playground, {});
tellOfNewVersion();
