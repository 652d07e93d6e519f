/** The script of a page with the playground. */
import Playground from '../lib/ui/Playground.svelte';
import { wake } from './wake.ts';

wake('playground', Playground, {});
