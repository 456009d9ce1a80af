export { DrainState } from './drain-state.js';
export { HealthModule } from './health.module.js';
export { type Dependency, HealthRegistry, type ServiceState, type ServiceStates } from './health-registry.js';
