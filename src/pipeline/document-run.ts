import type { Obtained, Result } from '../cache/index.js';
import { AppError } from '../common/errors/index.js';
import type { AppConfig } from '../config/index.js';
import { languageOf } from './ocr-language.js';
import { AUTO, DEFAULT_MODEL, type ProcessParameters } from './parameters.js';
import { type BoardListener, PhaseBoard } from './phase-board.js';
import type { PhaseCalls, PhaseRequest } from './phase-calls.js';
import { correctedImage, inputOf, type PhaseInput, readText } from './phase-input.js';
import type { Document } from './upload/index.js';

/**
 * One document on its way through the phases:
 *
 *     preprocess ─┬─ embed (optional)
 *                 └─ classify ── read text ── extract fields
 *
 * A phase starts as soon as what it needs is there. The first required phase that fails ends the others.
 */
export class DocumentRun {
  readonly board: PhaseBoard;
  readonly #abort = new AbortController();
  /** For phases after which a required one comes: they are not worth doing when that one is sure to fail. */
  readonly #early: PhaseRequest;
  readonly #request: PhaseRequest;

  constructor(
    private readonly calls: PhaseCalls,
    private readonly settings: AppConfig['processing'],
    private readonly parameters: ProcessParameters,
    { scope, context, checkpoints, beforeWork = () => undefined }: PhaseRequest,
    listener?: BoardListener,
  ) {
    const signal = AbortSignal.any([context.signal, this.#abort.signal]);
    this.board = new PhaseBoard((phase, report) => {
      if (report?.status === 'completed') {
        context.timings.add(phase, report.processing_time * 1000, report.obtained.verdict);
      }
      listener?.(phase, report);
    });
    this.#request = { scope, context: { ...context, signal }, checkpoints };
    this.#early = { ...this.#request, beforeWork };
  }

  /**
   * @returns the extracted fields
   * @throws AppError of the required phase that failed, with `phase` and what became of the others
   */
  async execute(document: Document): Promise<Result> {
    try {
      const image = await this.#preprocess(document);
      const embedding = this.#embed(image);
      const [fields] = await Promise.all([this.#understand(image), embedding]);
      return fields;
    } catch (error) {
      this.#abort.abort();
      throw error instanceof AppError ? error.annotate({ phases: this.board.summary() }) : error;
    }
  }

  async #preprocess(document: Document): Promise<PhaseInput> {
    const options = { unwarp: this.parameters.apply_unwarping, enhance: this.parameters.enhance_quality };
    const result = await this.board.attempt('phase_1', () =>
      this.calls.preprocess(inputOf(document), options, this.#early),
    );
    return result ? correctedImage(result) : inputOf(document);
  }

  async #embed(image: PhaseInput): Promise<void> {
    const { perform_clustering: assignCluster } = this.parameters;
    await this.board.attempt('phase_2', () => this.calls.embed(image, assignCluster, this.#request));
  }

  async #understand(image: PhaseInput): Promise<Result> {
    const documentType = await this.#classify(image);
    const text = await this.board.run('phase_4', () => this.#readText(image, documentType));
    return this.board.run('phase_5', () =>
      this.calls.extractFields(readText(text), documentType, this.#request),
    );
  }

  async #classify(image: PhaseInput): Promise<string> {
    const { document_type: hint } = this.parameters;
    if (hint !== AUTO) {
      this.board.skip('phase_3', 'document_type was given');
      return hint;
    }
    const { facts } = await this.board.run('phase_3', () =>
      this.calls.classify(image, DEFAULT_MODEL, this.#early),
    );
    return facts.predicted_class ?? '';
  }

  #readText(image: PhaseInput, documentType: string): Promise<Obtained> {
    const { language, ocr_confidence: minConfidence } = this.parameters;
    const options = {
      documentType,
      language: language ?? languageOf(documentType, this.settings),
      minConfidence,
    };
    return this.calls.extractText(image, options, this.#request);
  }
}
