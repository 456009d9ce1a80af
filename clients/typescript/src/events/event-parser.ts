export interface ServerSentEvent {
  /** Of the last event that had one. */
  readonly id: string;
  readonly type: string;
  readonly data: string;
}

/** Longer than any event of ours. */
const MAX_BUFFERED_CHARACTERS = 1024 * 1024;
/** A `\r` at the end may be the first half of a line break. */
const LINE_BREAK = /\r\n|\n|\r(?=[^])/;

/** Reads a stream of events (HTML standard, 9.2.6), in whatever pieces it comes. */
export class EventParser {
  /** Milliseconds after which to connect again, when the gateway said so. */
  retryMs: number | undefined;
  #buffer = '';
  #id = '';
  #type = '';
  #data: string[] = [];

  /**
   * @returns the events that are complete with this piece
   * @throws RangeError when a line does not end
   */
  push(text: string): ServerSentEvent[] {
    const lines = (this.#buffer + text).split(LINE_BREAK);
    this.#buffer = lines.pop() ?? '';
    if (this.#buffer.length > MAX_BUFFERED_CHARACTERS) throw new RangeError('an event has no end');
    return lines.flatMap((line) => this.#read(line));
  }

  #read(line: string): ServerSentEvent[] {
    if (line === '') return this.#dispatch();
    const colon = line.indexOf(':');
    const name = colon === -1 ? line : line.slice(0, colon);
    const value = colon === -1 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (name === 'data') this.#data.push(value);
    else if (name === 'event') this.#type = value;
    else if (name === 'id' && !value.includes('\0')) this.#id = value;
    else if (name === 'retry' && /^\d{1,6}$/.test(value)) this.retryMs = Number(value);
    return [];
  }

  #dispatch(): ServerSentEvent[] {
    const event = { id: this.#id, type: this.#type || 'message', data: this.#data.join('\n') };
    const isEmpty = this.#data.length === 0;
    this.#type = '';
    this.#data = [];
    return isEmpty ? [] : [event];
  }
}
