import { QueryFailedError, TypeORMError } from 'typeorm';

import { MalformedRequestError } from '../common/errors/index.js';
import { DatabaseBusyError, DatabaseFaultError, DatabaseUnavailableError } from './database-errors.js';

type Translation = 'unavailable' | 'busy' | 'unstorable';

/** SQLSTATEs and the system's error codes; a SQLSTATE class is its first two characters. */
const BY_CODE: Readonly<Record<string, Translation>> = {
  ECONNREFUSED: 'unavailable',
  ECONNRESET: 'unavailable',
  EPIPE: 'unavailable',
  ENOENT: 'unavailable',
  ENOTFOUND: 'unavailable',
  EAI_AGAIN: 'unavailable',
  ETIMEDOUT: 'unavailable',
  EHOSTUNREACH: 'unavailable',
  ENETUNREACH: 'unavailable',
  '08': 'unavailable', // connection exception
  '28': 'unavailable', // invalid authorization
  '3D000': 'unavailable', // no such database
  '25006': 'unavailable', // read-only transaction: a standby, or a full disk
  '25P03': 'unavailable', // idle in transaction too long: the connection is closed
  '57P': 'unavailable', // shut down by an administrator, crashed, or still starting
  '53100': 'unavailable', // disk full
  '53': 'busy', // out of connections or memory
  '57014': 'busy', // statement timeout
  '55P03': 'busy', // lock timeout
  '40': 'busy', // deadlock, serialization failure
  '22021': 'unstorable', // a zero character in a text
  '22P05': 'unstorable', // the same, in JSON
};

/** What `pg` and its pool say in words only. */
const BY_MESSAGE: readonly (readonly [RegExp, Translation])[] = [
  [/^timeout exceeded when trying to connect$/, 'busy'],
  [/^Connection terminated/, 'unavailable'],
  [/^Client has encountered a connection error/, 'unavailable'],
  [/^Client was closed/, 'unavailable'],
  [/^Query read timeout$/, 'unavailable'],
  [/^Cannot use a pool after calling end/, 'unavailable'],
];

/** What TypeORM raises itself while it has no connection, or has lost it in the middle of a transaction. */
const WITHOUT_CONNECTION = /NotConnected|ConnectionIsNotSet|AlreadyReleased/;

/** The one place where a driver's error becomes ours; what is not the driver's is returned as it is. */
export function translateDatabaseError(error: unknown): unknown {
  if (!isErrorLike(error)) return error;
  switch (translationOf(error)) {
    case 'unavailable':
      return new DatabaseUnavailableError(withoutStatement(error));
    case 'busy':
      return new DatabaseBusyError(withoutStatement(error));
    case 'unstorable':
      // No text that was stored has one, so it came with the request. Without the cause, which quotes it.
      return new MalformedRequestError('A text has a character that cannot be stored.');
    case undefined:
      return isQueryFailure(error) ? faultOf(error) : error;
  }
}

/** Not `instanceof Error`: the runtime's own errors are of another realm inside a test runner's sandbox. */
function isErrorLike(thrown: unknown): thrown is Error {
  return typeof thrown === 'object' && thrown !== null && 'message' in thrown;
}

function translationOf(error: Error): Translation | undefined {
  const code = stringMember(error, 'code');
  if (error instanceof TypeORMError && WITHOUT_CONNECTION.test(error.name)) return 'unavailable';
  if (code) return BY_CODE[code] ?? BY_CODE[code.slice(0, 3)] ?? BY_CODE[code.slice(0, 2)];
  return BY_MESSAGE.find(([pattern]) => pattern.test(error.message))?.[1];
}

/** `instanceof` alone infers `QueryFailedError<any>`. */
function isQueryFailure(error: Error): error is QueryFailedError {
  return error instanceof QueryFailedError;
}

function faultOf(error: QueryFailedError): DatabaseFaultError {
  return new DatabaseFaultError(
    stringMember(error, 'code') ?? 'unknown error',
    stringMember(error, 'constraint'),
  );
}

/** TypeORM's error carries the statement and its parameters; logs must not. */
function withoutStatement(error: Error): Error {
  return isQueryFailure(error) ? error.driverError : error;
}

function stringMember(error: Error, name: string): string | undefined {
  const value: unknown = Reflect.get(error, name);
  return typeof value === 'string' ? value : undefined;
}
