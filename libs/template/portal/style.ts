/**
 * The one style sheet of the portal. Tokens first, so that a city changes the red in one place.
 * 长者模式, 高对比度 and the tone are check boxes before the page: they work with scripts off.
 * All colours reach AA (4.5:1) on their own background, in 长者模式 and 高对比度 7:1.
 */
const light =
  'color-scheme:light;--ink:#1d2129;--soft:#4b5563;--paper:#fff;--mist:#f4f4f5;--line:#dcdfe4;--link:#0b4a9e;--red-ink:var(--accent);--note:#fff7e0;--note-line:#b26a00;--hit:#ffe58a;--red-far:var(--red-deep);--hit-far:#fff3c4';
const dark =
  'color-scheme:dark;--ink:#e7e9ec;--soft:#b4bac4;--paper:#15181d;--mist:#1e2229;--line:#39404a;--link:#8ab8ff;--red-ink:#ff8f88;--note:#33290f;--note-line:#e5a93b;--hit:#5c4a00;--red-far:#ffb4ae;--hit-far:#3a2f00';

/** The tone follows the reader's system, and the switch turns it round. */
const tokens = `
:root{${light};--red:var(--accent);--on-red:#fff;--size:18px;--wide:1060px}#tone:checked~.page{${dark}}
.to-light,#tone:checked~.page .to-dark{display:none}#tone:checked~.page .to-light{display:inline}
@media (prefers-color-scheme:dark){:root{${dark}}#tone:checked~.page{${light}}.to-dark,#tone:checked~.page .to-light{display:none}.to-light,#tone:checked~.page .to-dark{display:inline}}
@media (prefers-contrast:more){:root{--soft:var(--ink);--line:currentColor}}
#elder:checked~.page{--size:24px;--wide:1200px;--soft:var(--ink);--line:var(--ink);--red:var(--red-deep);--red-ink:var(--red-far);--hit:var(--hit-far)}
#contrast:checked~.page{color-scheme:dark;--ink:#fff;--soft:#fff;--paper:#000;--mist:#000;--line:#fff;--link:#ff0;--red:#000;--red-ink:#ff0;--on-red:#ff0;--note:#000;--note-line:#ff0;--hit:#000}
#contrast:checked~.page .nav{border-block:1px solid}#contrast:checked~.page .nav a[aria-current]{box-shadow:inset 0 -5px}`;

const frame = `
*{box-sizing:border-box}html{-webkit-text-size-adjust:100%;scroll-behavior:smooth}
body{margin:0;background:var(--paper);font-family:"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC","Source Han Sans SC",system-ui,sans-serif;line-break:strict;text-spacing-trim:trim-start}
.page{min-height:100vh;display:flex;flex-direction:column;background:var(--paper);color:var(--ink);font-size:var(--size);line-height:1.75;font-variant-numeric:tabular-nums}
::placeholder{color:var(--soft);opacity:1}time{white-space:nowrap}a{color:var(--link);text-underline-offset:.2em;text-decoration-thickness:1px}a:hover{text-decoration-thickness:2px}
:focus-visible{outline:3px solid var(--link);outline-offset:2px}
.switch{position:absolute;opacity:0;width:1px;height:1px}
#elder:focus-visible~.page label[for=elder],#contrast:focus-visible~.page label[for=contrast],#tone:focus-visible~.page label[for=tone]{outline:3px solid var(--link)}
#elder:checked~.page label[for=elder],#contrast:checked~.page label[for=contrast],#tone:checked~.page label[for=tone]{background:var(--link);color:var(--paper)}
.skip{position:absolute;left:-999px}.skip:focus{left:8px;top:8px;z-index:9;padding:.5em 1em;background:var(--paper)}
.wrap{width:100%;max-width:var(--wide);margin:0 auto;padding:0 20px}
.tools{background:var(--mist);font-size:.84em}.tools .wrap{display:flex;justify-content:flex-end;gap:4px;flex-wrap:wrap}
.tools label,.tools a{display:inline-flex;align-items:center;min-height:44px;padding:0 10px;color:var(--link);text-decoration:none;cursor:pointer;border-radius:4px}.tools label:hover,.tools a:hover{text-decoration:underline}
.mast{display:flex;flex-wrap:wrap;align-items:center;justify-content:space-between;gap:14px 30px;padding-top:26px;padding-bottom:24px}.mast a{color:var(--red-ink);text-decoration:none;font-size:1.62em;line-height:1.3;font-weight:700;letter-spacing:.06em}.mast p{margin:.35em 0 0;color:var(--soft);font-size:.9em}
.find{display:flex;flex:0 1 23em}input,select,button{font:inherit;color:inherit;min-height:44px;border:1px solid var(--soft);border-radius:0;background:var(--paper)}.find input{flex:1;min-width:0;padding:0 12px;border-right:0}button{padding:0 20px;background:var(--red);color:var(--on-red);border-color:var(--red);cursor:pointer}#contrast:checked~.page button{border-color:#ff0}
.nav{background:var(--red)}.nav ul{display:flex;flex-wrap:wrap;margin:0;padding:0;list-style:none}.nav a{display:flex;align-items:center;min-height:52px;padding:0 22px;color:var(--on-red);text-decoration:none}.nav a:hover{text-decoration:underline}.nav a[aria-current]{background:var(--paper);color:var(--red-ink);font-weight:700;box-shadow:inset 0 4px var(--red)}
.nav :focus-visible{outline-color:var(--on-red);outline-offset:-5px}.nav a[aria-current]:focus-visible{outline-color:var(--red-ink)}
.crumb{padding:26px 0 0;font-size:.86em;color:var(--soft)}.crumb ol{display:flex;flex-wrap:wrap;margin:0;padding:0;list-style:none}.crumb li+li::before{content:"/";margin:0 .45em}
main{flex:1;padding-bottom:56px}
footer{border-top:4px solid var(--red);background:var(--mist);color:var(--soft);font-size:.84em;padding:22px 0 30px}footer dl{display:flex;flex-wrap:wrap;gap:.2em 2em;margin:0}footer dl div{display:flex}footer dt::after{content:"："}footer dd{margin:0}footer nav{margin:0 0 .6em;display:flex;flex-wrap:wrap;gap:0 1.4em}footer nav a{display:inline-flex;align-items:center;min-height:44px}
@media (max-width:640px){.tools .wrap{justify-content:space-between;padding:0 8px}.tools label,.tools a{padding:0 8px}.mast{padding-top:20px;padding-bottom:16px}.mast a{font-size:1.3em}.find{flex:1 1 100%}.nav .wrap{padding:0 8px}.nav a{padding:0 12px;min-height:48px}.crumb{padding-top:20px}}`;

const text = `
h1{font-size:1.7em;line-height:1.35;font-weight:700;text-wrap:balance;margin:1.2em auto .6em;text-align:center;max-width:26em}
.about{display:flex;flex-wrap:wrap;justify-content:center;gap:.1em 1.5em;max-width:46.5em;margin:0 auto 1em;padding:0 0 1em;border-bottom:1px solid var(--line);color:var(--soft);font-size:.86em}.about div{display:flex}.about dt::after{content:"："}.about dt{white-space:nowrap}.about dd{margin:0}
.body{max-width:40em;margin:0 auto;line-height:1.9;overflow-wrap:anywhere}.body p{margin:0 0 1.1em;text-indent:2em;text-align:justify}.body .center{text-align:center;text-indent:0}.body .right{text-align:right;text-indent:0}
.body h2,.body h3,.body h4{line-height:1.5;margin:1.6em 0 .7em}.body h2{font-size:1.2em}.body h3{font-size:1.08em}.body h4{font-size:1em}
.body ul,.body ol{margin:0 0 1.1em;padding-left:2.4em}.body li{margin:.3em 0}.body blockquote{margin:0 0 1.1em;padding:.3em 1.1em;border-left:4px solid var(--line);color:var(--soft)}
.scroll{overflow-x:auto;margin:0 0 1.2em}.body table{width:100%;border-collapse:collapse;font-size:.9em;line-height:1.6}.body th,.body td{border:1px solid var(--line);padding:.5em .7em;text-align:left;vertical-align:top}.body th{background:var(--mist)}.body th,.body td{min-width:6.5em}
figure{margin:1.4em 0;text-align:center}figure img{max-width:100%;height:auto}figcaption{color:var(--soft);font-size:.86em;margin-top:.5em}
.note{max-width:40em;margin:0 auto 1.4em;padding:.8em 1.1em;background:var(--note);border:1px solid var(--note-line);border-left-width:6px}.note strong{display:block}.note p{margin:.2em 0 0}
.end{max-width:46.5em;margin:2em auto 0;padding-top:1em;border-top:1px solid var(--line);color:var(--soft);font-size:.86em}.end p{margin:.2em 0}.end a{overflow-wrap:anywhere}
.attachments{max-width:40em;margin:1.6em auto 0}.attachments h2{font-size:1.08em;margin:0 0 .3em}.attachments ol{margin:0;padding-left:1.6em}.attachments a{overflow-wrap:anywhere}
.closed{border-left:4px solid var(--red);padding:.2em 1em;margin:0 0 1.2em}.closed p{margin:.4em 0}.calm{text-align:center;padding:2.4em 0;color:var(--soft)}.calm p{margin:.4em 0}`;

const list = `
.list h1{text-align:left;margin:.9em 0 .5em;max-width:none}.lead{border:1px solid var(--line);border-top:4px solid var(--red);padding:1.1em 1.4em 1.2em;margin:0 0 1.2em}.lead h2{font-size:1.34em;line-height:1.4;margin:0 0 .4em;text-wrap:balance}.lead p{margin:0;color:var(--soft)}.lead h2 a,.items a{color:var(--ink);text-decoration:none}.lead h2 a:hover,.items a:hover{color:var(--link);text-decoration:underline}.lead .meta{margin-top:.5em;font-size:.86em}
.items{margin:0;padding:0;list-style:none}.items li{display:grid;grid-template-columns:1fr auto auto;gap:0 1.4em;align-items:baseline;padding:.6em 0;border-bottom:1px solid var(--line)}.items a{overflow-wrap:anywhere}.items span,.items time{color:var(--soft);font-size:.86em;white-space:nowrap}.items span{text-align:right}
.meta{color:var(--soft);font-size:.86em}.head{display:flex;flex-wrap:wrap;align-items:baseline;justify-content:space-between;gap:0 1.5em}
.columns{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,25em),1fr));gap:8px 40px;margin-top:22px}.columns h2,.map h2{font-size:1.16em;margin:.9em 0 .3em;padding-bottom:.35em;border-bottom:2px solid var(--red)}.columns h2 a{color:var(--red-ink);text-decoration:none}.columns h2 a:hover{text-decoration:underline}.columns ul,.map ul,.hits,.changes{margin:0;padding:0;list-style:none}.columns li{display:flex;gap:1em;justify-content:space-between;padding:.42em 0;border-bottom:1px solid var(--line)}.columns li a{color:var(--ink);text-decoration:none;overflow-wrap:anywhere}.columns li a:hover{color:var(--link);text-decoration:underline}.columns time{color:var(--soft);font-size:.86em;white-space:nowrap}
.steps{display:flex;flex-wrap:wrap;gap:0 1.6em;margin-top:26px;padding-top:6px;border-top:1px solid var(--line)}.steps>*{display:inline-flex;align-items:center;min-height:44px}.steps{justify-content:space-between}.steps span{color:var(--soft)}
.map ul{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,15em),1fr));gap:0 24px}.map a{display:inline-flex;align-items:center;min-height:44px}
.changes li,.hits li{padding:.9em 0;border-bottom:1px solid var(--line)}.changes p,.hits p{margin:.15em 0}.hits>li>a{font-size:1.08em}.hits p{overflow-wrap:anywhere}mark{background:var(--hit);color:inherit;font-weight:700;padding:0 .05em}#contrast:checked~.page mark{text-decoration:underline}
.ask{display:flex;flex-wrap:wrap;align-items:end;gap:12px 16px;padding:16px 20px;background:var(--mist)}.ask label{display:flex;flex-direction:column;font-size:.86em;flex:1 1 9em;min-width:0}.ask label:first-child{flex:3 1 16em}.ask input,.ask select{width:100%;padding:0 10px;font-size:max(16px,1em)}
@media (max-width:640px){.items li{grid-template-columns:auto 1fr;gap:.1em 1em;padding:.8em 0}.items a{grid-column:1/-1;min-height:28px}.items span{text-align:left}.lead{padding:.9em 1em 1em}h1{text-align:left;font-size:1.4em}.about{justify-content:flex-start}}
@media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
@media (forced-colors:active){.nav a[aria-current]{border:2px solid}.note{border:3px solid}}
@media print{.tools,.nav,.skip,.switch,.crumb,form,.find,.steps,footer nav{display:none}.page,#elder:checked~.page,#tone:checked~.page,#contrast:checked~.page{color-scheme:light;--ink:#000;--paper:#fff;--soft:#000;--mist:#fff;--line:#000;--link:#000;--red:#000;--red-ink:#000;--on-red:#fff;--note:#fff;--note-line:#000;--hit:#fff;--size:12pt;display:block}.mast{padding:0 0 8pt}.mast a{color:#000}footer{background:none;border-top:1px solid #000}.body p,.body li{orphans:3;widows:3}h1,h2,h3{break-after:avoid}figure,tr{break-inside:avoid}.body a[href^=http]::after{content:"（" attr(href) "）";font-size:.8em}}`;

/** White text must be readable on it (8.0:1). */
export const defaultAccent = '#a8151b';

/** Three fifths of it, the rest black: what white text reaches 4.5:1 on, it then reaches 7:1 on. */
const deepened = (colour: string): string =>
  colour.replace(/[0-9a-f]{2}/giu, (part) =>
    Math.round(Number.parseInt(part, 16) * 0.6)
      .toString(16)
      .padStart(2, '0'),
  );

/** @throws Error for a colour that is not `#rrggbb`: nothing else may be written into a style sheet. */
export const portalStyle = (accent = defaultAccent): string => {
  if (!/^#[0-9a-f]{6}$/iu.test(accent)) throw new Error(`"${accent}" is not a colour of the form #rrggbb.`);
  return `:root{--accent:${accent};--red-deep:${deepened(accent)}}${tokens}${frame}${text}${list}`.replaceAll(
    '\n',
    '',
  );
};
