import { HttpError } from '../shared/http-error.ts';
import { createMicroservice, type Handler, type Microservice } from '../shared/microservice.ts';
import { invalid, isRecord, numberField, requireFile, requireJsonObject } from '../shared/parameters.ts';
import { extractCedula } from './cedula-fields.ts';
import { wordConfidence, type WordConfidence } from './confidence.ts';
import { OCR_MODEL_VERSION, OcrEngine, type Language } from './engine.ts';
import { extractFicha } from './ficha-fields.ts';
import type { Extraction } from './field-set.ts';
import { extractPassport } from './passport-fields.ts';
import { readDocument } from './read.ts';
import { dropUncertain, meanConfidence, textOf } from './words.ts';

type Extractor = (text: string, confidenceOf: WordConfidence) => Extraction;

const EXTRACTORS = new Map<string, Extractor>([
  ['cedula_identidad', extractCedula],
  ['ficha_residencia', extractFicha],
  ['pasaporte', extractPassport],
]);

/** Port 8004: reads text, and fields out of text. Tesseract starts with the first document. */
export function createOcrExtractor(): Microservice {
  const engine = new OcrEngine();
  return createMicroservice({
    name: 'ocr_extractor',
    version: '1.0.0',
    modelVersion: () => OCR_MODEL_VERSION,
    routes: { 'POST /ocr': ocr(engine), 'POST /extract': extract },
    onClose: () => engine.close(),
  });
}

function ocr(engine: OcrEngine): Handler {
  return async (request) => {
    const file = requireFile(request);
    const language = chooseLanguage(request.fields);
    const minConfidence = numberField(request, 'min_confidence', 0.3, [0, 1]);
    const isPassport = request.fields.document_type === 'pasaporte';
    const read = await readDocument(engine, file, { language, isPassport, signal: request.signal });
    const lines = dropUncertain(read, minConfidence);
    return {
      text: textOf(lines),
      confidence: meanConfidence(lines),
      language,
      words: lines.flat(),
      model_version: OCR_MODEL_VERSION,
    };
  };
}

/** Passports are read for their machine readable zone and English labels, all else as Spanish. */
function chooseLanguage(fields: Record<string, string>): Language {
  const { document_type: documentType, language } = fields;
  if (documentType !== undefined) requireExtractor(documentType);
  if (language === undefined) return documentType === 'pasaporte' ? 'en' : 'es';
  if (language !== 'es' && language !== 'en') throw invalid('language', 'must be es or en');
  return language;
}

const extract: Handler = (request) => {
  const { text, document_type: documentType, words } = requireJsonObject(request);
  if (typeof text !== 'string') throw invalid('text', 'must be a string');
  if (typeof documentType !== 'string') throw invalid('document_type', 'must be a string');
  const extractor = requireExtractor(documentType);
  return Promise.resolve({
    document_type: documentType,
    ...extractor(text, wordConfidence(parseWords(words))),
    model_version: OCR_MODEL_VERSION,
  });
};

function requireExtractor(documentType: string): Extractor {
  const extractor = EXTRACTORS.get(documentType);
  if (extractor) return extractor;
  throw invalid('document_type', `must be one of ${[...EXTRACTORS.keys()].join(', ')}`);
}

function parseWords(words: unknown): { text: string; confidence: number }[] {
  if (words === undefined) return [];
  if (!Array.isArray(words)) throw invalid('words', 'must be an array');
  return words.map((word: unknown) => {
    if (isRecord(word) && typeof word.text === 'string' && typeof word.confidence === 'number') {
      return { text: word.text, confidence: word.confidence };
    }
    throw new HttpError(422, 'PARAMETER_INVALID', 'each of words needs a text and a confidence');
  });
}
