/** What one field of a message holds: a number, or bytes that may be a text or a message again. */
export type Value = bigint | Buffer;

/** Reads the fields of a protobuf message by their numbers: enough to look at what a library has written. */
export function fieldsOf(message: Buffer): ReadonlyMap<number, readonly Value[]> {
  const fields = new Map<number, Value[]>();
  let at = 0;
  const varint = (): bigint => {
    let value = 0n;
    for (let shift = 0n; ; shift += 7n) {
      const byte = BigInt(message.readUInt8(at++));
      value |= (byte & 0x7fn) << shift;
      if (byte < 0x80n) return value;
    }
  };
  const take = (bytes: number): Buffer => message.subarray(at, (at += bytes));
  while (at < message.length) {
    const key = varint();
    const value = valueOf(Number(key & 7n), varint, take);
    const number = Number(key >> 3n);
    fields.set(number, [...(fields.get(number) ?? []), value]);
  }
  return fields;
}

function valueOf(wireType: number, varint: () => bigint, take: (bytes: number) => Buffer): Value {
  switch (wireType) {
    case 0:
      return varint();
    case 1:
      return take(8).readBigUInt64LE();
    case 2:
      return take(Number(varint()));
    case 5:
      return BigInt(take(4).readUInt32LE());
    default:
      throw new Error(`wire type ${wireType}`);
  }
}

export function messagesIn(message: Buffer, number: number): Buffer[] {
  return (fieldsOf(message).get(number) ?? []).filter((value) => Buffer.isBuffer(value));
}

export function bytesIn(message: Buffer, number: number): Buffer {
  return messagesIn(message, number)[0] ?? Buffer.alloc(0);
}

export function numberIn(message: Buffer, number: number): number {
  const [value = 0n] = fieldsOf(message).get(number) ?? [];
  return Buffer.isBuffer(value) ? NaN : Number(value);
}
