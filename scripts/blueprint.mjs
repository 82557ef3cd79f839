// Runs the command line of this checkout, for the folder the person stands in: npm itself changes to the package's folder.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from './build.mjs';
import { root } from './setup.mjs';

await build();
if (process.env.INIT_CWD) process.chdir(process.env.INIT_CWD);
const main = path.join(root, 'dist', 'main.js');
process.argv[1] = main;
await import(pathToFileURL(main).href);
