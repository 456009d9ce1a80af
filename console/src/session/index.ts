export { logIn, logOut, sessionState, startSession, user } from './session.ts';
export { SessionEndedError } from './session-ended-error.ts';
export { canOperate, isAdmin, type Role, ROLES, type User } from './user.ts';
