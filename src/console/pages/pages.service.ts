import { extname } from 'node:path';

import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import send from 'send';

import type { Exchange } from '../../common/http/index.js';
import { ConsoleFileNotFoundError, ConsoleNotBuiltError } from '../console-errors.js';
import type { Encoding } from './console-folder.js';
import { cacheControlOf, type PageFile, PageFiles } from './page-files.js';

const PREFIX = '/console/';

/** Sends the pages of the console and what they are made of. */
@Injectable()
export class PagesService {
  constructor(private readonly files: PageFiles) {}

  /** @throws ConsoleNotBuiltError, ConsoleFileNotFoundError */
  async answer({ request, response }: Exchange): Promise<void> {
    if (!this.files.isBuilt) throw new ConsoleNotBuiltError();
    if (request.path.length < PREFIX.length) {
      response.redirect(308, PREFIX);
      return;
    }
    const file = this.files.find(request.path.slice(PREFIX.length));
    if (!file) throw new ConsoleFileNotFoundError();
    const encoding = chooseEncoding(request, response, file);
    response.type(extname(file.path)).setHeader('Cache-Control', cacheControlOf(file));
    if (encoding) response.setHeader('Content-Encoding', encoding.name);
    try {
      await sendFile(this.files.folder, file.path + (encoding?.extension ?? ''), { request, response });
    } catch (error) {
      // What is sent instead is not compressed.
      response.removeHeader('Content-Encoding');
      throw new ConsoleFileNotFoundError(error);
    }
  }
}

function chooseEncoding(request: Request, response: Response, { encodings }: PageFile): Encoding | undefined {
  if (encodings.length === 0) return undefined;
  response.vary('Accept-Encoding');
  return encodings.find(({ name }) => request.acceptsEncodings(name));
}

/** Settles when the answer is over, or cannot be given. */
function sendFile(root: string, path: string, { request, response }: Exchange): Promise<void> {
  return new Promise((resolve, reject) => {
    response.once('close', resolve);
    send(request, path, { root, acceptRanges: false, cacheControl: false, index: false })
      .on('error', reject)
      .pipe(response);
  });
}
