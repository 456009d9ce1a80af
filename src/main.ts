import { startGateway } from './bootstrap/start-gateway.js';

await startGateway();
