/** The script of the page that stands in other pages. */
import EmbeddedPage from '../lib/ui/embed/EmbeddedPage.svelte';
import { wake } from './wake.ts';

wake('embed', EmbeddedPage, {});
