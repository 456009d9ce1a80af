import type { VNode } from 'preact';

import { SelectField } from './field.tsx';
import { chooseLanguage, language, LANGUAGE_NAMES, LANGUAGES, t } from '../i18n/index.ts';
import { chooseTheme, theme, THEMES } from './theme.ts';

export function Preferences(): VNode {
  return (
    <div class="preferences">
      <SelectField
        label={t('preferences.language')}
        value={language.value}
        choices={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
        onChoose={(chosen) => void chooseLanguage(chosen)}
      />
      <SelectField
        label={t('preferences.theme')}
        value={theme.value}
        choices={THEMES.map((value) => ({ value, label: t(`preferences.theme.${value}`) }))}
        onChoose={chooseTheme}
      />
    </div>
  );
}
