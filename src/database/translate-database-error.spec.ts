import { describe, expect, it } from '@jest/globals';
import {
  CannotExecuteNotConnectedError,
  QueryFailedError,
  QueryRunnerProviderAlreadyReleasedError,
} from 'typeorm';

import { DatabaseFaultError } from './database-errors.js';
import { translateDatabaseError } from './translate-database-error.js';

const driverError = (code: string): Error => Object.assign(new Error('secret detail'), { code });
const queryError = (code: string): Error =>
  new QueryFailedError('SELECT secret', ['secret parameter'], driverError(code));

describe('translateDatabaseError', () => {
  it.each([
    ['ECONNREFUSED', 'DATABASE_UNAVAILABLE'],
    ['ECONNRESET', 'DATABASE_UNAVAILABLE'],
    ['57P01', 'DATABASE_UNAVAILABLE'],
    ['57P03', 'DATABASE_UNAVAILABLE'],
    ['08006', 'DATABASE_UNAVAILABLE'],
    ['28P01', 'DATABASE_UNAVAILABLE'],
    ['25006', 'DATABASE_UNAVAILABLE'],
    ['53100', 'DATABASE_UNAVAILABLE'],
    ['53300', 'DB_BUSY'],
    ['57014', 'DB_BUSY'],
    ['55P03', 'DB_BUSY'],
    ['40P01', 'DB_BUSY'],
    ['40001', 'DB_BUSY'],
  ])('%s › %s', (code, expected) => {
    expect(translateDatabaseError(driverError(code))).toMatchObject({ code: expected, status: 503 });
    expect(translateDatabaseError(queryError(code))).toMatchObject({ code: expected, status: 503 });
  });

  it.each([
    ['timeout exceeded when trying to connect', 'DB_BUSY'],
    ['Connection terminated unexpectedly', 'DATABASE_UNAVAILABLE'],
    ['Connection terminated due to connection timeout', 'DATABASE_UNAVAILABLE'],
    ['Query read timeout', 'DATABASE_UNAVAILABLE'],
  ])('"%s" › %s', (message, expected) => {
    expect(translateDatabaseError(new Error(message))).toMatchObject({ code: expected });
  });

  it.each([new CannotExecuteNotConnectedError(), new QueryRunnerProviderAlreadyReleasedError()])(
    'counts a data source without a connection, or that has lost it, as unavailable',
    (error) => {
      expect(translateDatabaseError(error)).toMatchObject({ code: 'DATABASE_UNAVAILABLE' });
    },
  );

  it.each(['22021', '22P05'])('%s › what the client wrote cannot be stored, and is not quoted', (code) => {
    const refused = translateDatabaseError(queryError(code));
    expect(refused).toMatchObject({ code: 'REQUEST_MALFORMED', status: 400, cause: undefined });
  });

  it('keeps statement and parameters out of what is logged', () => {
    const fault = translateDatabaseError(queryError('23505'));
    expect(fault).toBeInstanceOf(DatabaseFaultError);
    expect(fault).toMatchObject({ isUniqueViolation: true });
    expect(JSON.stringify([fault, String(fault)])).not.toContain('secret');
    const unavailable = translateDatabaseError(queryError('57P01'));
    expect(unavailable).toMatchObject({
      cause: expect.not.objectContaining({ parameters: expect.anything() }),
    });
  });

  it('leaves the errors of others alone', () => {
    const error = new TypeError('x is not a function');
    expect(translateDatabaseError(error)).toBe(error);
    expect(translateDatabaseError('text')).toBe('text');
  });
});
