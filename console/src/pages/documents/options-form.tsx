import type { VNode } from 'preact';

import { CheckField, SelectField } from '../../components/field.tsx';
import { t } from '../../i18n/index.ts';
import type { ProcessOptions } from './documents-api.ts';
import { DOCUMENT_TYPES } from './job.ts';
import { documentTypeName } from './names.ts';

const LANGUAGES = ['auto', 'es', 'en'] as const;

export const DEFAULT_OPTIONS: ProcessOptions = {
  documentType: 'auto',
  language: 'auto',
  unwarp: true,
  enhance: true,
};

interface OptionsFormProps {
  readonly options: ProcessOptions;
  readonly onChange: (options: ProcessOptions) => void;
}

/** For the next documents; most people need none of it. */
export function OptionsForm({ options, onChange }: OptionsFormProps): VNode {
  const set = (change: Partial<ProcessOptions>): void => {
    onChange({ ...options, ...change });
  };
  return (
    <details class="options">
      <summary>{t('documents.options')}</summary>
      <div class="options-fields">
        <SelectField
          label={t('documents.type')}
          value={options.documentType}
          choices={DOCUMENT_TYPES.map((value) => ({ value, label: documentTypeName(value) }))}
          onChoose={(documentType) => set({ documentType })}
        />
        <SelectField
          label={t('documents.language')}
          value={options.language}
          choices={LANGUAGES.map((value) => ({ value, label: t(`documents.language.${value}`) }))}
          onChoose={(language) => set({ language })}
        />
        <CheckField
          label={t('documents.unwarp')}
          checked={options.unwarp}
          onChange={(unwarp) => set({ unwarp })}
        />
        <CheckField
          label={t('documents.enhance')}
          checked={options.enhance}
          onChange={(enhance) => set({ enhance })}
        />
      </div>
    </details>
  );
}
