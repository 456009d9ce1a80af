import type { Browser } from 'playwright-core';

import { launchChromium } from './chromium.js';
import { ConsoleGateway } from './console-gateway.js';
import { CHROMIUM } from './describe-in-browser.js';
import { Visitor, type VisitorOptions } from './visitor.js';

/** A gateway with its pages, and a browser for those who visit them. */
export class ConsoleSite {
  private constructor(
    private readonly browser: Browser,
    readonly gateway: ConsoleGateway,
  ) {}

  static async open(): Promise<ConsoleSite> {
    const [browser, gateway] = await Promise.all([launchChromium(CHROMIUM), ConsoleGateway.start()]);
    return new ConsoleSite(browser, gateway);
  }

  arrive(options: Omit<VisitorOptions, 'url'> = {}): Promise<Visitor> {
    return Visitor.arrive(this.browser, { url: this.gateway.url, ...options });
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.gateway.stop();
  }
}
