import { maybeText, t } from '../../i18n/index.ts';
import type { Job, Phase } from '@iris/client';

export function nameOf({ file_name: name }: Pick<Job, 'file_name'>): string {
  return name ?? t('documents.unnamed');
}

export function phaseName(phase: Phase): string {
  return t(`phase.${phase}`);
}

/** A microservice may know classes that we do not. */
export function documentTypeName(type: string): string {
  return maybeText(`documentType.${type}`) ?? humanize(type);
}

export function fieldName(name: string): string {
  return maybeText(`field.${name}`) ?? humanize(name);
}

/** `fecha_emision` → `Fecha emision` */
function humanize(name: string): string {
  const words = name.replaceAll('_', ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
