import { Connection } from './connection.ts';
import { type Request, encodeHead } from './request.ts';

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
  try {
    return await upload(url, request, bytes, connection);
  } finally {
    connection.close();
  }
}
