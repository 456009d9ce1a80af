import { Controller, Get, Req, Res, VERSION_NEUTRAL } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { SkipThrottle } from '@nestjs/throttler';
import type { Request, Response } from 'express';

import { Public } from '../../common/decorators/index.js';
import { PagesService } from './pages.service.js';

/** Free of limits: whoever opens a page must not use up the calls that the page is about to make. */
@ApiExcludeController()
@Controller({ path: 'console', version: VERSION_NEUTRAL })
@Public()
@SkipThrottle()
export class PagesController {
  constructor(private readonly pages: PagesService) {}

  @Get(['', '*path'])
  getPage(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.pages.answer({ request, response });
  }
}
