import type { RequestContext } from '../common/context/index.js';
import { AppError } from '../common/errors/index.js';
import type { AppConfig } from '../config/index.js';
import type { FilePart, OcrExtractorClient } from '../proxy/index.js';
import { languageOf } from './ocr-language.js';
import { AUTO, DEFAULT_MODEL, type ProcessParameters } from './parameters.js';
import { PhaseBoard } from './phase-board.js';
import * as output from './phase-outputs.js';
import type { PipelineClients } from './pipeline-clients.js';
import type { Document } from './upload/index.js';

export interface ExtractedFields {
  readonly document_type: string;
  readonly structured_data: Readonly<Record<string, unknown>>;
  readonly confidence_scores: Readonly<Record<string, number>>;
}

/**
 * One document on its way through the phases:
 *
 *     preprocess ─┬─ embed (optional)
 *                 └─ classify ── read text ── extract fields
 *
 * A phase starts as soon as what it needs is there. The first required phase that fails ends the others.
 */
export class DocumentRun {
  readonly board = new PhaseBoard();
  readonly #abort = new AbortController();
  readonly #context: RequestContext;

  constructor(
    private readonly clients: PipelineClients,
    private readonly settings: AppConfig['processing'],
    private readonly parameters: ProcessParameters,
    context: RequestContext,
  ) {
    this.#context = { ...context, signal: AbortSignal.any([context.signal, this.#abort.signal]) };
  }

  /** @throws AppError of the required phase that failed, with `phase` and what became of the others */
  async execute(document: Document): Promise<ExtractedFields> {
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

  async #preprocess(document: Document): Promise<FilePart> {
    const options = { unwarp: this.parameters.apply_unwarping, enhance: this.parameters.enhance_quality };
    const result = await this.board.attempt(
      'phase_1',
      () => this.clients.imageProcessor.preprocess(document, options, this.#context),
      output.preprocessed,
    );
    if (!result) return document;
    return { bytes: Buffer.from(result.corrected_image, 'base64'), mediaType: result.content_type };
  }

  async #embed(image: FilePart): Promise<void> {
    await this.board.attempt(
      'phase_2',
      () => this.clients.mlEmbeddings.embed(image, this.parameters.perform_clustering, this.#context),
      output.embedded,
    );
  }

  async #understand(image: FilePart): Promise<ExtractedFields> {
    const documentType = await this.#classify(image);
    const { text } = await this.board.run('phase_4', () => this.#readText(image, documentType), output.read);
    return this.board.run(
      'phase_5',
      () => this.clients.ocrExtractor.extractFields(text, documentType, this.#context),
      output.extracted,
    );
  }

  async #classify(image: FilePart): Promise<string> {
    const { document_type: hint } = this.parameters;
    if (hint !== AUTO) {
      this.board.skip('phase_3', 'document_type was given');
      return hint;
    }
    const result = await this.board.run(
      'phase_3',
      () => this.clients.mlClassifier.classify(image, DEFAULT_MODEL, this.#context),
      output.classified,
    );
    return result.predicted_class;
  }

  #readText(image: FilePart, documentType: string): ReturnType<OcrExtractorClient['extractText']> {
    const { language, ocr_confidence: minConfidence } = this.parameters;
    const options = {
      documentType,
      language: language ?? languageOf(documentType, this.settings),
      minConfidence,
    };
    return this.clients.ocrExtractor.extractText(image, options, this.#context);
  }
}
