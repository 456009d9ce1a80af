/** Whoever asked is not logged in any more, and somebody else may be. */
export class SessionEndedError extends Error {
  override readonly name = 'SessionEndedError';
}
