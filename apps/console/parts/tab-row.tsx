import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';

interface Tab<Key extends string> {
  readonly key: Key;
  readonly label: string;
}

interface TabRowProps<Key extends string> {
  readonly label?: string;
  readonly activeKey: string;
  readonly items: readonly Tab<Key>[];
  readonly onChange: (key: Key) => void;
}

const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };

/**
 * Tabs in a row that is pushed along where it is too long. A list of tabs may hold nothing that is heard but tabs:
 * antd's puts a menu for the rest in it.
 */
export const TabRow = <Key extends string>({ label, activeKey, items, onChange }: TabRowProps<Key>) => {
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const here = row.current?.querySelector('[aria-selected=true]');
    here?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [activeKey]);
  const at = items.findIndex(({ key }) => key === activeKey);
  const walk = (event: KeyboardEvent): void => {
    const step = steps[event.key];
    const next = step === undefined ? undefined : items[(at + step + items.length) % items.length];
    if (next === undefined) return;
    event.preventDefault();
    onChange(next.key);
    row.current?.querySelector<HTMLElement>(`[data-key="${next.key}"]`)?.focus();
  };
  return (
    <div ref={row} className="tab-row" role="tablist" aria-label={label} onKeyDown={walk}>
      {items.map(({ key, label: name }, index) => (
        <button
          key={key}
          type="button"
          role="tab"
          data-key={key}
          aria-selected={key === activeKey}
          tabIndex={index === Math.max(at, 0) ? 0 : -1}
          onClick={() => onChange(key)}
        >
          {name}
        </button>
      ))}
    </div>
  );
};

interface TabbedProps {
  readonly items: readonly (Tab<string> & { readonly children: ReactNode })[];
}

/** One of several things at a time, where a phone has no room for them side by side. */
export const Tabbed = ({ items }: TabbedProps) => {
  const [chosen, setChosen] = useState('');
  const shown = items.find(({ key }) => key === chosen) ?? items[0];
  if (shown === undefined) return null;
  return (
    <>
      <TabRow activeKey={shown.key} items={items} onChange={setChosen} />
      <div role="tabpanel" aria-label={shown.label}>
        {shown.children}
      </div>
    </>
  );
};
