import { SearchOutlined } from '@ant-design/icons';
import { Button, Modal } from 'antd';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useWords } from '../language/language.js';
import { words } from './words.js';

/** It comes with its first opening. */
const Finder = lazy(async () => ({ default: (await import('./palette-finder.js')).Finder }));

/** From anywhere to anywhere: Ctrl or ⌘ and K, or its sign in the masthead. */
export const Palette = () => {
  const text = useWords(words);
  const [open, setOpen] = useState(false);
  /** Each time it begins empty, also before the last one has faded out. */
  const [times, setTimes] = useState(0);
  const show = (): void => {
    setTimes((now) => now + 1);
    setOpen(true);
  };
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== 'k') return;
      event.preventDefault();
      show();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
  return (
    <>
      <Button
        type="text"
        className="account"
        icon={<SearchOutlined aria-hidden />}
        aria-label={text.palette}
        title={text.paletteKeys}
        onClick={show}
      />
      <Modal open={open} title={text.palette} footer={null} destroyOnHidden onCancel={() => setOpen(false)}>
        <Suspense fallback={null}>
          <Finder key={times} onClose={() => setOpen(false)} />
        </Suspense>
      </Modal>
    </>
  );
};
