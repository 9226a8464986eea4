import { Button } from 'antd';
import { useRef, type ReactNode } from 'react';

interface FileButtonProps {
  readonly id?: string;
  readonly icon: ReactNode;
  readonly label: string;
  /** Endings that the server reads. */
  readonly accept: string;
  readonly loading: boolean;
  readonly onFile: (file: File) => void;
}

/** A button that asks for one file; the same one can be chosen again. */
export const FileButton = ({ id, icon, label, accept, loading, onFile }: FileButtonProps) => {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button
        {...(id === undefined ? {} : { id })}
        icon={icon}
        loading={loading}
        onClick={() => input.current?.click()}
      >
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={label}
        accept={accept}
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file !== undefined) onFile(file);
          event.target.value = '';
        }}
      />
    </>
  );
};
