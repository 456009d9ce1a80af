import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { SkipThrottle } from '@nestjs/throttler';
import type { Request, Response } from 'express';
import { z } from 'zod';

import { Public, RouteDocs } from '../common/decorators/index.js';
import type { Exchange } from '../common/http/index.js';
import { errorInfo, errorInfoSchema, errorGroups, errorListSchema } from './error-info.js';
import { ErrorCodeUnknownError } from './error-pages-errors.js';
import { errorPage, listPage } from './pages.js';

const KEPT_LONG = 'public, max-age=86400';
const CACHE_CONTROL = { 'Cache-Control': 'They change with the version of the gateway only' };
const BOTH = 'As a page where the client asks for `text/html`';

const codeSchema = z.string().max(64).meta({ description: 'Of a problem', example: 'JOB_NOT_FOUND' });

/** The pages that the `type` of a problem leads to. */
@ApiTags('errors')
@Public()
@SkipThrottle()
@Controller('errors')
export class ErrorPagesController {
  @Get()
  @RouteDocs({
    summary: 'All codes of problems',
    description: BOTH,
    answers: { 200: { description: 'The codes', schema: errorListSchema, headers: CACHE_CONTROL } },
  })
  listErrors(@Req() request: Request, @Res() response: Response): void {
    const groups = errorGroups();
    answer({ request, response }, () => listPage(groups), { errors: groups.flatMap(({ errors }) => errors) });
  }

  @Get(':code')
  @RouteDocs({
    summary: 'What a code means, and what to do',
    description: BOTH,
    params: { code: codeSchema },
    answers: { 200: { description: 'What it means', schema: errorInfoSchema, headers: CACHE_CONTROL } },
    refusals: { 404: 'No problem has this code: `ERROR_CODE_UNKNOWN`' },
  })
  getError(@Param('code') code: string, @Req() request: Request, @Res() response: Response): void {
    const error = errorInfo(code);
    if (!error) throw new ErrorCodeUnknownError();
    answer({ request, response }, () => errorPage(error), error);
  }
}

/** Programs get JSON, also those that take anything; browsers name HTML first. */
function answer({ request, response }: Exchange, page: () => string, facts: object): void {
  response.set('Cache-Control', KEPT_LONG).vary('Accept');
  if (request.accepts(['json', 'html']) === 'html') response.type('html').send(page());
  else response.json(facts);
}
