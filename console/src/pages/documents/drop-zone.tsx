import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

import { Button } from '../../components/button.tsx';
import { Icon } from '../../components/icon.tsx';
import { plural, t } from '../../i18n/index.ts';
import type { ProcessOptions } from './documents-api.ts';
import { type Dropped, droppedFiles } from './dropped-files.ts';
import { DEFAULT_OPTIONS, OptionsForm } from './options-form.tsx';

export const MEDIA_TYPES = 'image/jpeg,image/png,image/tiff,image/webp,application/pdf,.tif,.tiff';

interface DropZoneProps {
  readonly onFiles: (files: readonly File[], options: ProcessOptions) => void;
}

/** Documents come by dropping them anywhere on the page, by pasting, or by the dialog that the button opens. */
export function DropZone({ onFiles }: DropZoneProps): VNode {
  const [options, setOptions] = useState(DEFAULT_OPTIONS);
  const input = useRef<HTMLInputElement>(null);
  const [leftOut, setLeftOut] = useState(0);
  const take = ({ files, leftOut: others }: Dropped): void => {
    setLeftOut(others);
    if (files.length > 0) onFiles(files, options);
  };
  const isOver = useDrops(take);
  return (
    <section class="drop" aria-label={t('documents.add')}>
      <div class={`drop-target ${isOver ? 'drop-over' : ''}`}>
        <Icon name="upload" size={26} />
        <p class="drop-title">{t('documents.drop')}</p>
        <p class="muted">{t('documents.formats')}</p>
        <Button variant="primary" onClick={() => input.current?.click()}>
          {t('documents.chooseFiles')}
        </Button>
        <input
          ref={input}
          type="file"
          multiple
          hidden
          accept={MEDIA_TYPES}
          aria-label={t('documents.chooseFiles')}
          onChange={({ currentTarget }) => {
            take({ files: [...(currentTarget.files ?? [])], leftOut: 0 });
            currentTarget.value = '';
          }}
        />
      </div>
      <p class="drop-note" role="status">
        {leftOut > 0 && plural('documents.leftOut', leftOut)}
      </p>
      <OptionsForm options={options} onChange={setOptions} />
    </section>
  );
}

/** On the whole window: who misses the box would otherwise leave the page for their own file. */
function useDrops(take: (dropped: Dropped) => void): boolean {
  const [isOver, setOver] = useState(false);
  const latest = useRef(take);
  latest.current = take;
  useEffect(() => {
    const abort = new AbortController();
    const listen = (type: string, listener: (event: DragEvent) => void): void => {
      window.addEventListener(type, listener as EventListener, { signal: abort.signal });
    };
    listen('dragover', (event) => {
      event.preventDefault();
      setOver(event.dataTransfer?.types.includes('Files') ?? false);
    });
    listen('dragleave', ({ relatedTarget }) => {
      if (relatedTarget === null) setOver(false);
    });
    listen('drop', (event) => {
      event.preventDefault();
      setOver(false);
      if (event.dataTransfer)
        void droppedFiles(event.dataTransfer).then((dropped) => latest.current(dropped));
    });
    const paste = ({ clipboardData }: ClipboardEvent): void => {
      latest.current({ files: [...(clipboardData?.files ?? [])], leftOut: 0 });
    };
    window.addEventListener('paste', paste, { signal: abort.signal });
    return () => {
      abort.abort();
    };
  }, []);
  return isOver;
}
