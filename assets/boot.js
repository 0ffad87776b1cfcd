// Starts the app on a page of the site.
import { boot } from './modules/boot.js';
import { fetching } from './modules/fetch.js';

await boot(fetching(new URL('.', import.meta.url)));
