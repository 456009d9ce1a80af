import { Connection } from './connection.ts';
import { type Request, encodeHead } from './request.ts';

/** Long enough for a hundred of them at once on a busy machine. */
const UPLOAD_MS = 120_000;
const PART = Buffer.alloc(64 * 1024, 'iris');

/** Sends a body of this many bytes as fast as it is taken. @returns the status; 0 when the connection broke */
export async function upload(
  url: string,
  request: Request,
  bytes: number,
  connection: Connection,
): Promise<number> {
  const answer = connection.exchange(encodeHead(url, request, bytes));
  for (let left = bytes; left > 0 && connection.isOpen; left -= PART.length) {
    await connection.write(left < PART.length ? PART.subarray(0, left) : PART);
  }
  return answer;
}

export async function uploadOnce(url: string, request: Request, bytes: number): Promise<number> {
  const connection = await Connection.open(url);
  const bound = setTimeout(() => {
    connection.abort();
  }, UPLOAD_MS);
  try {
    return await upload(url, request, bytes, connection);
  } finally {
    clearTimeout(bound);
    connection.close();
  }
}
