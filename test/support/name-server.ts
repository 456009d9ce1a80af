import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { isIP } from 'node:net';

const HEADER_BYTES = 12;
const TYPES = { 1: 4, 28: 6 } as const;
const RESPONSE = 0x8180;
const NAME_ERROR = 0x8183;

/** The addresses of a name, asked for the nth time (from 0); undefined: there is no such name. */
export type Zone = (name: string, question: number) => readonly string[] | undefined;

/** A name server on a free port: RFC 1035, as far as a question for an address goes. */
export class NameServer {
  /** How often each name was asked for an IPv4 address. */
  readonly questions = new Map<string, number>();
  isSilent = false;

  private constructor(
    private readonly socket: Socket,
    private readonly zone: Zone,
  ) {
    socket.on('message', (query, { port, address }) => {
      if (!this.isSilent) socket.send(this.#answer(query), port, address);
    });
  }

  static async start(zone: Zone): Promise<NameServer> {
    const socket = createSocket('udp4');
    socket.bind(0, '127.0.0.1');
    await once(socket, 'listening');
    return new NameServer(socket, zone);
  }

  /** As `setServers` takes it. */
  get address(): string {
    return `127.0.0.1:${this.socket.address().port}`;
  }

  async close(): Promise<void> {
    this.socket.close();
    await once(this.socket, 'close');
  }

  #answer(query: Buffer): Buffer {
    const { name, end } = nameIn(query);
    const type = query.readUInt16BE(end);
    const family = TYPES[type as keyof typeof TYPES];
    const known = this.zone(name, this.#count(name, type));
    const addresses = known?.filter((address) => isIP(address) === family) ?? [];
    const header = Buffer.from(query.subarray(0, HEADER_BYTES));
    header.writeUInt16BE(known ? RESPONSE : NAME_ERROR, 2);
    header.writeUInt16BE(addresses.length, 6);
    header.writeUInt32BE(0, 8);
    const question = query.subarray(HEADER_BYTES, end + 4);
    return Buffer.concat([header, question, ...addresses.map((address) => record(type, address))]);
  }

  #count(name: string, type: number): number {
    const count = this.questions.get(name) ?? 0;
    if (TYPES[type as keyof typeof TYPES] === 4) this.questions.set(name, count + 1);
    return count;
  }
}

function nameIn(query: Buffer): { readonly name: string; readonly end: number } {
  const labels: string[] = [];
  let at = HEADER_BYTES;
  for (let length = query.readUInt8(at); length > 0; length = query.readUInt8(at)) {
    labels.push(query.toString('latin1', at + 1, at + 1 + length));
    at += 1 + length;
  }
  return { name: labels.join('.').toLowerCase(), end: at + 1 };
}

/** Of the name in the question, to be asked for again at once. */
function record(type: number, address: string): Buffer {
  const data = type === 1 ? Buffer.from(address.split('.').map(Number)) : ipv6Bytes(address);
  const head = Buffer.alloc(HEADER_BYTES);
  head.writeUInt16BE(0xc000 + HEADER_BYTES, 0);
  head.writeUInt16BE(type, 2);
  head.writeUInt16BE(1, 4);
  head.writeUInt16BE(data.length, 10);
  return Buffer.concat([head, data]);
}

function ipv6Bytes(address: string): Buffer {
  const [head = [], tail = []] = address.split('::').map((part) => part.split(':').filter(Boolean));
  const zeros = Array.from({ length: 8 - head.length - tail.length }, () => '0');
  const bytes = Buffer.alloc(16);
  [...head, ...zeros, ...tail].forEach((group, index) => bytes.writeUInt16BE(parseInt(group, 16), index * 2));
  return bytes;
}
