import { Injectable } from '@nestjs/common';
import { Logger } from 'nestjs-pino';

/** Where Nest tells which modules and routes it has found: dozens of lines that nobody reads at every start. */
const CHATTER = new Set([
  'InstanceLoader',
  'NestApplication',
  'NestFactory',
  'RouterExplorer',
  'RoutesResolver',
]);

/** Nest's logger on ours, with the framework's own chatter at the lowest level. */
@Injectable()
export class FrameworkLogger extends Logger {
  override log(message: unknown, ...parameters: unknown[]): void {
    if (CHATTER.has(String(parameters.at(-1)))) super.verbose(message, ...parameters);
    else super.log(message, ...parameters);
  }
}
