import { median } from '../statistics.ts';
import type { Scenario } from './scenario.ts';

/** From the start of the process until it says that it is ready, on one core, with its servers running. */
export const start: Scenario = {
  name: 'start',
  async run({ starter, options }) {
    const seconds: number[] = [];
    for (let count = 0; count < options.effort.starts; count += 1) {
      const gateway = await starter.start();
      seconds.push(gateway.readyMs / 1000);
      await gateway.stop();
    }
    return { readySeconds: median(seconds) };
  },
};
