export { AccountsService } from './accounts.service.js';
export { emailSchema, newPasswordSchema } from './credentials.js';
export { User } from './user.entity.js';
export {
  LastAdminError,
  PasswordHashingBusyError,
  UserExistsError,
  UserNotFoundError,
} from './user-errors.js';
export type { UserFilter } from './users.repository.js';
export { type CredentialCheck, type NewUser, UsersService } from './users.service.js';
export { UsersModule } from './users.module.js';
