// Light or dark, before anything is painted: as was chosen in this browser, else as the system has it
// (`app/appearance.tsx`). A script of its own in the head, because the content security policy allows none inside the page.
{
  const chosen = localStorage.getItem('koujing.appearance');
  const system = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  document.documentElement.dataset.theme = chosen === 'light' || chosen === 'dark' ? chosen : system;
}
