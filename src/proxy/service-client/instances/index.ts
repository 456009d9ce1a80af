export type { AttemptOutcome } from './attempt-tally.js';
export { HostAddresses } from './host-addresses.js';
export { InstanceSet } from './instance-set.js';
export { type InstanceFailure, type Latencies, UpstreamInstance } from './upstream-instance.js';
