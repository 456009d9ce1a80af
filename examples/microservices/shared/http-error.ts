/** An answer other than 200: `status` goes on the status line, `code` and `message` into `{ "error": … }`. */
export class HttpError extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}
