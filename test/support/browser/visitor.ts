import type { Browser, BrowserContextOptions, ConsoleMessage, Locator, Page } from 'playwright-core';

import { freshDocument } from '../documents.ts';
import type { Account } from './console-gateway.ts';

const MAX_TABS = 40;
/** As a busy machine may need. */
const PATIENCE_MS = 15_000;

export interface VisitorOptions extends BrowserContextOptions {
  /** Of the gateway. */
  readonly url: string;
}

/** Somebody with a browser of their own: nothing is shared with others, and what the browser complains of is kept. */
export class Visitor {
  /** Errors and warnings in the console, among them every violation of the Content-Security-Policy. */
  readonly complaints: string[] = [];

  readonly page: Page;
  readonly #url: string;

  private constructor(page: Page, url: string) {
    this.page = page;
    this.#url = url;
    page.on('console', (message) => {
      if (isComplaint(message)) this.complaints.push(message.text());
    });
    page.on('pageerror', (error) => {
      this.complaints.push(error.message);
    });
  }

  static async arrive(browser: Browser, { url, ...options }: VisitorOptions): Promise<Visitor> {
    const context = await browser.newContext({ locale: 'en-GB', ...options });
    context.setDefaultTimeout(PATIENCE_MS);
    return new Visitor(await context.newPage(), url);
  }

  /** Another tab of the same browser. */
  async openTab(): Promise<Visitor> {
    return new Visitor(await this.page.context().newPage(), this.#url);
  }

  async open(path = ''): Promise<void> {
    await this.page.goto(`${this.#url}/console/${path}`);
  }

  async fillIn({ email, password }: Account): Promise<void> {
    await this.page.getByRole('textbox', { name: 'E-mail address' }).fill(email);
    await this.page.getByLabel('Password').fill(password);
    await this.button('Log in').click();
  }

  async logIn(account: Account, path = ''): Promise<void> {
    await this.open(path);
    await this.fillIn(account);
    await this.page.getByRole('navigation', { name: 'Main' }).waitFor();
  }

  /** One of the sample documents, as if it had been chosen in the dialog. */
  async chooseFile(name: string): Promise<void> {
    await this.page.getByLabel('Choose files').setInputFiles({
      name,
      mimeType: 'image/jpeg',
      buffer: freshDocument(name),
    });
  }

  /** Sample documents, from outside the browser onto the page. */
  async drop(names: readonly string[]): Promise<void> {
    const files = names.map((name) => ({ name, base64: freshDocument(name).toString('base64') }));
    const transfer = await this.page.evaluateHandle((dropped) => {
      const data = new DataTransfer();
      for (const { name, base64 } of dropped) {
        const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
        data.items.add(new File([bytes], name, { type: 'image/jpeg' }));
      }
      return data;
    }, files);
    await this.page.getByRole('main').dispatchEvent('drop', { dataTransfer: transfer });
  }

  /** As the system hands it to the browser, which no script can imitate. */
  async dropFolder(path: string): Promise<void> {
    const browser = await this.page.context().newCDPSession(this.page);
    const data = { items: [], files: [path], dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
      await browser.send('Input.dispatchDragEvent', { type, x: 300, y: 300, data });
    }
    await browser.detach();
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  heading(name: string): Locator {
    return this.page.getByRole('heading', { name, exact: true });
  }

  /** With the keyboard alone. */
  async tabTo(locator: Locator): Promise<void> {
    for (let presses = 0; presses < MAX_TABS; presses += 1) {
      await this.page.keyboard.press('Tab');
      if (await locator.evaluate(isFocused)) return;
    }
    throw new Error(`not reached by ${MAX_TABS} presses of the Tab key`);
  }

  async leave(): Promise<void> {
    await this.page.context().close();
  }
}

function isComplaint(message: ConsoleMessage): boolean {
  return message.type() === 'error' || message.type() === 'warning';
}

export function isFocused(element: Element): boolean {
  return element === document.activeElement;
}
