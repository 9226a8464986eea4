/**
 * What people would write who want to run something in another's browser: each of another way in. Patterns of our own, short
 * enough for a title. Every one calls `boom`, so that whoever reads an output sees what came from here.
 */
export const markupPatterns: readonly string[] = [
  '<script>boom(1)</script>',
  '</title><script>boom(2)</script>',
  '</script><script>boom(3)</script>',
  '<img src=x onerror=boom(4)>',
  '"><svg onload=boom(5)>',
  "' onmouseover='boom(6)",
  '<a href="javascript:boom(7)">点</a>',
  '<iframe srcdoc="<script>boom(8)</script>">',
  '<math><mtext><img src=x onerror=boom(9)>',
  '<ScRiPt/x>boom(10)</sCrIpT>',
  '<details open ontoggle=boom(11)>',
  '<style>@import "//x/boom(12)"</style>',
  '<base href="//x/boom(13)">',
  '<meta http-equiv=refresh content="0;boom(14)">',
  '&lt;script&gt;boom(15)&lt;/script&gt;',
  '&#60;img src=x onerror=boom(16)&#62;',
  ']]><script>boom(17)</script>',
  '--><script>boom(18)</script>',
  '<form action=//x/boom(19)><button>',
  '＜script＞boom(20)＜/script＞',
  '{{constructor.constructor("boom(21)")()}}',
  '<object data="data:text/html,boom(22)">',
];
