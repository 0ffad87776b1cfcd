// The script of the one file: it starts the program that the file carries.
import { boot } from './modules/boot.js';
import { load } from './modules/unpack.js';

await boot(load);
