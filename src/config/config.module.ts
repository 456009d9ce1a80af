import { Inject, Module, type DynamicModule } from '@nestjs/common';
import { ConfigModule as NestConfigModule, getConfigToken, registerAs } from '@nestjs/config';
import type { AppConfig } from './app-config.js';
import { BLOCK_NAMES, type BlockName } from './schema/index.js';

/** Makes every block of the configuration injectable, everywhere: `@InjectConfig('services')`. */
@Module({})
export class ConfigModule {
  /** @param config already checked: `@nestjs/config` reads no file and no variable itself */
  static register(config: AppConfig): DynamicModule {
    const blocks = BLOCK_NAMES.map((block) => registerAs(block, () => config[block]));
    const nestModule = NestConfigModule.forRoot({
      isGlobal: true,
      ignoreEnvFile: true,
      ignoreEnvVars: true,
      skipProcessEnv: true,
      load: blocks,
    });
    return { module: ConfigModule, imports: [nestModule] };
  }
}

/** Injects one block, typed `AppConfig['<block>']`. */
export function InjectConfig(block: BlockName): ParameterDecorator & PropertyDecorator {
  return Inject(getConfigToken(block));
}
