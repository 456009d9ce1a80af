import { dirname, join } from 'node:path';
import { createRequire } from 'node:module';
import { createWorker, OEM, PSM, type Page, type Worker } from 'tesseract.js';

export type Language = 'es' | 'en';

/** Integer weights of the best models: a third of the size and as right as the others on documents. */
const MODEL = '4.0.0_best_int';
const MODEL_NAMES: Record<Language, string> = { es: 'spa', en: 'eng' };

export const OCR_MODEL_VERSION = 'tesseract-5-best-int';

type Recognised = Pick<Page, 'blocks'>;

/**
 * One warm Tesseract thread per language, started at first use. Calls wait in line; a call whose signal
 * aborts while it waits is never started. Models come from the installed packages and nothing is written.
 */
export class OcrEngine {
  readonly #threads = new Map<Language, Promise<Worker>>();
  readonly #tails = new Map<Language, Promise<unknown>>();

  /** `alphabet` restricts what may be read. Rejects when the signal aborts. */
  async recognise(
    image: Buffer,
    language: Language,
    signal: AbortSignal,
    alphabet = '',
  ): Promise<Recognised> {
    const turn = this.#tails.get(language) ?? Promise.resolve();
    const work = turn.then(() => this.#run(image, language, signal, alphabet));
    // The next in line waits for this call to end, however it ends.
    this.#tails.set(language, Promise.allSettled([work]));
    return abandonOn(signal, work);
  }

  /** Loads a language before the first document needs it (about half a second). */
  async warm(language: Language): Promise<void> {
    await this.#thread(language);
  }

  async close(): Promise<void> {
    await Promise.allSettled([...this.#tails.values()]);
    const threads = await Promise.allSettled([...this.#threads.values()]);
    this.#threads.clear();
    const started = threads.filter((thread) => thread.status === 'fulfilled');
    await Promise.all(started.map(({ value }) => value.terminate()));
  }

  async #run(image: Buffer, language: Language, signal: AbortSignal, alphabet: string): Promise<Recognised> {
    signal.throwIfAborted();
    const thread = await this.#thread(language);
    signal.throwIfAborted();
    await thread.setParameters({ tessedit_char_whitelist: alphabet });
    const { data } = await thread.recognize(image, {}, { text: false, blocks: true });
    return data;
  }

  #thread(language: Language): Promise<Worker> {
    const running = this.#threads.get(language);
    if (running) return running;
    const starting = startThread(language).catch((error: unknown) => {
      this.#threads.delete(language);
      throw error;
    });
    this.#threads.set(language, starting);
    return starting;
  }
}

async function startThread(language: Language): Promise<Worker> {
  const name = MODEL_NAMES[language];
  const folder = dirname(createRequire(import.meta.url).resolve(`@tesseract.js-data/${name}/package.json`));
  const thread = await createWorker(name, OEM.LSTM_ONLY, {
    langPath: join(folder, MODEL),
    gzip: true,
    cacheMethod: 'none',
    // Without a handler of ours one unreadable picture would end the process; `recognize` rejects as well.
    errorHandler: () => undefined,
  });
  await thread.setParameters({
    tessedit_pageseg_mode: PSM.SINGLE_BLOCK,
    user_defined_dpi: '300',
    debug_file: '/dev/null',
  });
  return thread;
}

/** Rejects at once when the signal aborts: a recognition that has begun cannot be stopped, but nobody waits. */
function abandonOn<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const abandon = (): void => {
      reject(new Error('the caller left before the text was read'));
    };
    if (signal.aborted) abandon();
    signal.addEventListener('abort', abandon, { once: true });
    void work.then(resolve, reject).finally(() => {
      signal.removeEventListener('abort', abandon);
    });
  });
}
