export { User } from './user.entity.js';
export { UserExistsError } from './user-errors.js';
export { type NewUser, UsersService } from './users.service.js';
export { UsersModule } from './users.module.js';
