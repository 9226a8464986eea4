import { useEffect, type ReactNode } from 'react';

interface PageProps {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly crumbs?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

export const Page = ({ title, lead, crumbs, actions, children }: PageProps) => {
  useEffect(() => {
    document.title = `${title} · 口径`;
  }, [title]);
  return (
    <div className="page">
      {crumbs !== undefined && <nav className="crumbs">{crumbs}</nav>}
      <header className="page-head">
        <div>
          <h1>{title}</h1>
          {lead !== undefined && <div className="page-lead">{lead}</div>}
        </div>
        {actions !== undefined && <div className="page-actions">{actions}</div>}
      </header>
      {children}
    </div>
  );
};
