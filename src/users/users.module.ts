import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';

import { DatabaseModule } from '../database/index.js';
import { AccountsService } from './accounts.service.js';
import { FirstAdmin } from './first-admin.js';
import { PasswordHasher } from './password-hasher.js';
import { User } from './user.entity.js';
import { UsersRepository } from './users.repository.js';
import { UsersService } from './users.service.js';

/** Users without the start-up work, as the command line needs them. */
@Module({
  imports: [DatabaseModule, TypeOrmModule.forFeature([User])],
  providers: [UsersRepository, PasswordHasher, UsersService, AccountsService],
  exports: [UsersService, AccountsService],
})
export class UserStoreModule {}

@Module({
  imports: [DatabaseModule, UserStoreModule],
  providers: [FirstAdmin],
  exports: [UserStoreModule],
})
export class UsersModule {}
