import { reportConfig } from './check-report.js';

/** `npm run config:check [-- --json]`: exits 1 when the gateway would refuse to start. */
const { valid, text } = reportConfig(process.argv.includes('--json') ? 'json' : 'table');
if (valid || process.argv.includes('--json')) console.log(text);
else console.error(text);
process.exitCode = valid ? 0 : 1;
