import { Body, Controller, Get, Header, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';

import { type AuditOrigin, Origin } from '../audit/index.js';
import { RequireScopes } from '../auth/index.js';
import type { Page } from '../common/paging/index.js';
import { AdminDocs } from './admin.docs.js';
import {
  type NewUserRequest,
  newUserSchema,
  type PasswordResetRequest,
  passwordResetSchema,
  type RoleRequest,
  roleSchema,
  userPageSchema,
  type UserQuery,
  userQuerySchema,
  type UserResponse,
  userResponseSchema,
  type UserWithPassword,
  userWithPasswordSchema,
} from './admin-users.schema.js';
import { AdminUsersService } from './admin-users.service.js';

const USER_ID = { id: z.uuid().meta({ description: 'Of a user' }) };
const UNKNOWN = { 404: 'No such user: `USER_NOT_FOUND`' };
const LAST = { ...UNKNOWN, 409: 'The last administrator must stay: `LAST_ADMIN`' };

@ApiTags('admin')
@Controller('admin/users')
export class AdminUsersController {
  constructor(private readonly users: AdminUsersService) {}

  @Post()
  @Header('Cache-Control', 'no-store')
  @RequireScopes('admin:*')
  @AdminDocs({
    summary: 'Create a user',
    status: 201,
    body: newUserSchema,
    examples: [
      { summary: 'A password is made', value: { email: 'luis@example.com', role: 'operator' } },
      { summary: 'With a password', value: { email: 'eva@example.com', password: 'thirteen red umbrellas' } },
    ],
    response: userWithPasswordSchema,
    refusals: { 409: 'There is a user with this address: `USER_EXISTS`' },
  })
  createUser(
    @Body({ schema: newUserSchema }) body: NewUserRequest,
    @Origin() origin: AuditOrigin,
  ): Promise<UserWithPassword> {
    return this.users.create(body, origin);
  }

  @Get()
  @Header('Cache-Control', 'no-store')
  @RequireScopes('admin:read')
  @AdminDocs({ summary: 'The users, by address', query: userQuerySchema, response: userPageSchema })
  listUsers(@Query({ schema: userQuerySchema }) query: UserQuery): Promise<Page<UserResponse>> {
    return this.users.list(query);
  }

  @Get(':id')
  @Header('Cache-Control', 'no-store')
  @RequireScopes('admin:read')
  @AdminDocs({ summary: 'One user', params: USER_ID, response: userResponseSchema, refusals: UNKNOWN })
  getUser(@Param('id') id: string): Promise<UserResponse> {
    return this.users.get(id);
  }

  @Post(':id/disable')
  @HttpCode(200)
  @Header('Cache-Control', 'no-store')
  @RequireScopes('admin:*')
  @AdminDocs({
    summary: 'Keep a user out, and end the sessions',
    params: USER_ID,
    response: userResponseSchema,
    refusals: LAST,
  })
  disableUser(@Param('id') id: string, @Origin() origin: AuditOrigin): Promise<UserResponse> {
    return this.users.disable(id, origin);
  }

  @Post(':id/enable')
  @HttpCode(200)
  @Header('Cache-Control', 'no-store')
  @RequireScopes('admin:*')
  @AdminDocs({
    summary: 'Let a user in again',
    params: USER_ID,
    response: userResponseSchema,
    refusals: UNKNOWN,
  })
  enableUser(@Param('id') id: string, @Origin() origin: AuditOrigin): Promise<UserResponse> {
    return this.users.enable(id, origin);
  }

  @Put(':id/role')
  @Header('Cache-Control', 'no-store')
  @RequireScopes('admin:*')
  @AdminDocs({
    summary: 'Change a role, and end the sessions',
    params: USER_ID,
    body: roleSchema,
    examples: [{ summary: 'An operator', value: { role: 'operator' } }],
    response: userResponseSchema,
    refusals: LAST,
  })
  changeRole(
    @Param('id') id: string,
    @Body({ schema: roleSchema }) body: RoleRequest,
    @Origin() origin: AuditOrigin,
  ): Promise<UserResponse> {
    return this.users.changeRole(id, body, origin);
  }

  @Post(':id/password')
  @HttpCode(200)
  @Header('Cache-Control', 'no-store')
  @RequireScopes('admin:*')
  @AdminDocs({
    summary: 'Set another password, or have one made, and end the sessions',
    params: USER_ID,
    body: passwordResetSchema,
    examples: [
      { summary: 'A password is made', value: {} },
      { summary: 'This password', value: { password: 'fourteen grey umbrellas' } },
    ],
    response: userWithPasswordSchema,
    refusals: UNKNOWN,
  })
  resetPassword(
    @Param('id') id: string,
    @Body({ schema: passwordResetSchema }) body: PasswordResetRequest,
    @Origin() origin: AuditOrigin,
  ): Promise<UserWithPassword> {
    return this.users.resetPassword(id, body, origin);
  }
}
