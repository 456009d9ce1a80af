export { authorized, change, patiently, read } from './authorized.ts';
export { logIn, logOut, sessionState, startSession, user } from './session.ts';
export { canOperate, isAdmin, type Role, ROLES, type User } from './user.ts';
