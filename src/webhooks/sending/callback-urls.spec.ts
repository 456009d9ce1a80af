import { describe, expect, it } from '@jest/globals';

import { type AppConfig, appConfigSchema } from '../../config/index.js';
import { CallbackUrls } from './callback-urls.js';

const defaults = appConfigSchema.parse({});

function urlsWith(
  webhooks: Partial<AppConfig['webhooks']> = {},
  environment: AppConfig['runtime']['environment'] = 'development',
): CallbackUrls {
  return new CallbackUrls({ ...defaults.webhooks, ...webhooks }, { ...defaults.runtime, environment });
}

/** What is said of a URL; undefined when it is good. */
function refusal(text: string, urls = urlsWith()): unknown {
  try {
    urls.require(text, '/callback_url');
    return undefined;
  } catch (error) {
    return (error as { extensions: { errors: { detail: string }[] } }).extensions.errors[0]?.detail;
  }
}

describe('CallbackUrls', () => {
  it.each([
    ['https://hooks.example.com/iris?x=1', 'https://hooks.example.com/iris?x=1'],
    ['http://hooks.example.com', 'http://hooks.example.com/'],
    ['HTTPS://HOOKS.Example.COM:443/A/../b', 'https://hooks.example.com/b'],
    ['https://hooks.example.com:8443/', 'https://hooks.example.com:8443/'],
    ['https://8.8.8.8/', 'https://8.8.8.8/'],
    ['https://[2606:4700::1111]/', 'https://[2606:4700::1111]/'],
    ['https://bücher.example/', 'https://xn--bcher-kva.example/'],
  ])('%s › is called as %s', (text, href) => {
    expect(urlsWith().require(text, '/callback_url')).toBe(href);
  });

  it.each([
    ['nothing', '', /absolute URL/],
    ['a path', '/hooks', /absolute URL/],
    ['a name', 'hooks.example.com', /absolute URL/],
    ['no host', 'https://', /absolute URL/],
    ['a file', 'file:///etc/passwd', /https:/],
    ['another protocol', 'gopher://127.0.0.1:6379/_FLUSHALL', /https:/],
    ['a script', 'javascript:alert(1)', /https:/],
    ['data', 'data:text/plain,x', /https:/],
    ['a user', 'https://user@hooks.example.com/', /without a user/],
    ['a password', 'https://:secret@hooks.example.com/', /without a user/],
    ['a host that is a user', 'https://hooks.example.com@127.0.0.1/', /without a user/],
    ['a fragment', 'https://hooks.example.com/#a', /fragment/],
    ['an empty fragment', 'https://hooks.example.com/#', /fragment/],
    ['too much', `https://hooks.example.com/${'a'.repeat(2048)}`, /2048/],
    ['too much once it is encoded', `https://hooks.example.com/${'ü'.repeat(1000)}`, /2048/],
  ])('%s › is refused', (_what, text, detail) => {
    expect(refusal(text)).toEqual(expect.stringMatching(detail));
  });

  it.each([
    '127.0.0.1',
    '127.1',
    '0x7f.0.0.1',
    '0x7f000001',
    '2130706433',
    '0177.0.0.1',
    '017700000001',
    '127.0.0.1.',
    '１２７.０.０.１',
    '127。0。0。1',
    '%31%32%37.0.0.1',
    '0',
    '10.1.2.3',
    '169.254.169.254',
    '0xa9fea9fe',
    '[::1]',
    '[::]',
    '[::ffff:127.0.0.1]',
    '[0:0:0:0:0:ffff:7f00:0001]',
    '[64:ff9b::7f00:1]',
    '[2002:7f00:1::]',
    '[fd00:ec2::254]',
    '[fe80::1]',
  ])('http://%s/ › is not a public address', (host) => {
    expect(refusal(`http://${host}/`)).toBe('expected a public address');
  });

  it('names the value', () => {
    expect(() => urlsWith().require('x', '/callback_url')).toThrow(/^\/callback_url: /);
  });
});

describe('CallbackUrls › allowed hosts', () => {
  const urls = urlsWith({ allowed_hosts: ['127.0.0.1:9000', '*.svc.cluster.local', '[::1]', 'hooks:443'] });

  it.each([
    'http://127.0.0.1:9000/',
    'http://0x7f.1:9000/',
    'http://a.svc.cluster.local/',
    'https://[::1]:8443/',
    'https://hooks/',
  ])('%s › may be anywhere', (text) => {
    expect(refusal(text, urls)).toBeUndefined();
    expect(urls.isListed(new URL(text))).toBe(true);
  });

  it.each([
    'http://127.0.0.1/',
    'http://127.0.0.1:9001/',
    'http://127.0.0.2:9000/',
    'http://svc.cluster.local.evil.test/',
    'http://hooks/',
    'https://xsvc.cluster.local/',
  ])('%s › is like any other', (text) => {
    expect(urls.isListed(new URL(text))).toBe(false);
  });

  it('are the only ones when it is restricted to them', () => {
    const restricted = urlsWith({ allowed_hosts: ['hooks.example.com'], restrict_to_allowed_hosts: true });
    expect(refusal('https://hooks.example.com/', restricted)).toBeUndefined();
    expect(refusal('https://8.8.8.8/', restricted)).toBe(
      'expected one of the hosts that this gateway may call',
    );
  });
});

describe('CallbackUrls › production', () => {
  const urls = urlsWith({ allowed_hosts: ['hooks.internal'] }, 'production');

  it.each([
    ['http://hooks.example.com/', 'expected https://'],
    ['ftp://hooks.internal/', 'expected https://'],
    ['https://hooks.example.com/', undefined],
    ['http://hooks.internal/', undefined],
  ])('%s › %s', (text, detail) => {
    expect(refusal(text, urls)).toBe(detail);
  });
});
