import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { AppearanceProvider } from './app/appearance.js';
import { Gate } from './app/gate.js';
import { Look } from './app/look.js';
import { queryClient } from './app/query-client.js';
import { LanguageProvider } from './language/language.js';
import './app/style.css';

const container = document.getElementById('root');
if (container === null) throw new Error('index.html has no #root');

createRoot(container).render(
  <StrictMode>
    <LanguageProvider>
      <AppearanceProvider>
        <QueryClientProvider client={queryClient}>
          <Look>
            <Gate />
          </Look>
        </QueryClientProvider>
      </AppearanceProvider>
    </LanguageProvider>
  </StrictMode>,
);
