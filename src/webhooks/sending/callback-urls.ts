import { isIP } from 'node:net';

import { Injectable } from '@nestjs/common';

import { ValidationError } from '../../common/errors/index.js';
import { type AppConfig, InjectConfig } from '../../config/index.js';
import { hostMatcher } from '../../edge/index.js';
import { isPublicAddress } from './public-address.js';

const MAX_CHARACTERS = 2048;

/** Which addresses may be called, as far as their text can say. */
@Injectable()
export class CallbackUrls {
  readonly #isListed: (host: string) => boolean;
  readonly #isRestricted: boolean;
  readonly #demandsTls: boolean;

  constructor(
    @InjectConfig('webhooks') webhooks: AppConfig['webhooks'],
    @InjectConfig('runtime') runtime: AppConfig['runtime'],
  ) {
    this.#isListed = hostMatcher(webhooks.allowed_hosts);
    this.#isRestricted = webhooks.restrict_to_allowed_hosts;
    this.#demandsTls = runtime.environment === 'production';
  }

  /**
   * @returns the URL as it will be called: normalised by the WHATWG rules, which know every form of an address
   * @throws ValidationError
   */
  require(text: string, pointer: string): string {
    const url = text.length <= MAX_CHARACTERS ? URL.parse(text) : null;
    const objection = url
      ? this.objectionTo(url)
      : `expected an absolute URL of at most ${MAX_CHARACTERS} characters`;
    if (objection !== undefined) throw new ValidationError([{ pointer, detail: objection }]);
    return url?.href ?? '';
  }

  /** @returns undefined when it may be called */
  objectionTo(url: URL): string | undefined {
    const isListed = this.isListed(url);
    if (url.protocol !== 'https:' && (url.protocol !== 'http:' || (this.#demandsTls && !isListed))) {
      return this.#demandsTls ? 'expected https://' : 'expected https:// or http://';
    }
    if (url.username + url.password !== '') return 'expected a URL without a user or a password';
    if (url.href.includes('#')) return 'expected a URL without a fragment';
    if (url.href.length > MAX_CHARACTERS) return `expected at most ${MAX_CHARACTERS} characters`;
    if (isListed) return undefined;
    if (this.#isRestricted) return 'expected one of the hosts that this gateway may call';
    const host = bareHost(url);
    return isIP(host) === 0 || isPublicAddress(host) ? undefined : 'expected a public address';
  }

  /** Whether the operator vouches for the host: it may be anywhere. */
  isListed({ protocol, hostname, port }: URL): boolean {
    return this.#isListed(`${hostname}:${port || (protocol === 'https:' ? '443' : '80')}`);
  }
}

function bareHost({ hostname }: URL): string {
  return hostname.replace(/^\[|\]$/g, '');
}
