import globalSetup from '../global-setup.ts';
import { findChromium } from './chromium.ts';

/** Once for all files: two that install Chromium at the same time would be in each other's way. */
export default async function browserSetup(): Promise<void> {
  process.env.IRIS_TEST_CHROMIUM = findChromium() ?? '';
  await globalSetup();
}
