import { readFile } from 'node:fs/promises';

export interface PhaseReport {
  readonly status: string;
  readonly processing_time: number;
  readonly error?: { readonly code: string; readonly detail: string };
}

export interface ProcessAnswer {
  readonly phases: Readonly<Record<string, PhaseReport>>;
  readonly total_processing_time: number;
  readonly final_result: {
    readonly document_type: string;
    readonly extracted_data: Readonly<Record<string, unknown>>;
  };
}

interface Problem {
  readonly code: string;
  readonly detail: string;
}

/** What any client of the gateway does: log in, then send documents. */
export class DemoClient {
  #token = '';

  readonly #url: string;

  constructor(url: string) {
    this.#url = url;
  }

  async login(email: string, password: string): Promise<void> {
    const response = await fetch(`${this.#url}/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password }),
    });
    const { access_token: token } = await answer<{ access_token: string }>(response);
    this.#token = token;
  }

  async process(file: URL): Promise<ProcessAnswer> {
    const form = new FormData();
    form.set('file', new Blob([await readFile(file)]));
    const response = await fetch(`${this.#url}/process`, {
      method: 'POST',
      headers: { authorization: `Bearer ${this.#token}` },
      body: form,
    });
    return answer<ProcessAnswer>(response);
  }
}

async function answer<T>(response: Response): Promise<T> {
  if (response.ok) return (await response.json()) as T;
  const { code, detail } = (await response.json()) as Problem;
  throw new Error(`${response.status} ${code}: ${detail}`);
}
