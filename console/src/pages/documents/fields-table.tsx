import type { VNode } from 'preact';

import { Icon } from '../../components/icon.tsx';
import { Meter } from '../../components/meter.tsx';
import { t } from '../../i18n/index.ts';
import { fieldName } from './names.ts';
import type { ExtractedField } from './result.ts';

const SURE = 0.85;
/** Somebody had better look at what is below. */
const DOUBTFUL = 0.6;
const UNSURE = 0.3;

export function FieldsTable({ fields }: { fields: readonly ExtractedField[] }): VNode {
  if (fields.length === 0) return <p class="muted">{t('fields.none')}</p>;
  return (
    <table class="table fields" aria-labelledby="fields">
      <thead>
        <tr>
          <th scope="col">{t('fields.field')}</th>
          <th scope="col">{t('fields.value')}</th>
          <th scope="col">{t('fields.confidence')}</th>
        </tr>
      </thead>
      <tbody>
        {fields.map((field) => (
          <FieldRow key={field.name} field={field} />
        ))}
      </tbody>
    </table>
  );
}

function FieldRow({ field: { name, value, confidence } }: { field: ExtractedField }): VNode {
  return (
    <tr>
      <th scope="row" title={name}>
        {fieldName(name)}
      </th>
      <td class="field-value">{valueText(value)}</td>
      <td class="field-confidence">{confidence === undefined ? '–' : <Confidence share={confidence} />}</td>
    </tr>
  );
}

function Confidence({ share }: { share: number }): VNode {
  if (share >= DOUBTFUL) return <Meter share={share} tone={share >= SURE ? 'good' : 'accent'} />;
  const tone = share >= UNSURE ? 'warn' : 'bad';
  return (
    <>
      <Meter share={share} tone={tone} />
      <span class={`field-check field-check-${tone}`}>
        <Icon name="alert" size={14} />
        <span>{t(tone === 'bad' ? 'fields.unsure' : 'fields.check')}</span>
      </span>
    </>
  );
}

function valueText(value: unknown): string {
  if (value === null || value === undefined || value === '') return '–';
  if (typeof value === 'boolean') return t(value ? 'fields.yes' : 'fields.no');
  return typeof value === 'string' ? value : JSON.stringify(value);
}
