import { proveExample } from './support/prove.js';

proveExample('ecommerce');
