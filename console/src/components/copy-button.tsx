import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';

import { t } from '../i18n/index.ts';
import { announce } from './announcer.tsx';
import { Button } from './button.tsx';

const SHOWN_MS = 2_000;

export function CopyButton({ text, label }: { text: string; label: string }): VNode {
  const [isCopied, setCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return undefined;
    const timer = setTimeout(() => {
      setCopied(false);
    }, SHOWN_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [isCopied]);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
    announce(t('state.copied'));
  };
  return (
    <Button icon={isCopied ? 'check' : 'copy'} onClick={() => void copy()}>
      {isCopied ? t('state.copied') : label}
    </Button>
  );
}
