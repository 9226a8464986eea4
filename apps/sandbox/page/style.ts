/** One sheet for all pages: calm, Chinese first, one accent. */
export const style = `
:root{--ink:#1d2733;--soft:#5b6775;--line:#dfe4ea;--ground:#f3f5f8;--card:#fff;--accent:#1d4f91;--good:#1b6b3a;--goodbg:#e6f4ea;--bad:#a3241b;--badbg:#fdecea;--warn:#7a4b00;--warnbg:#fff4dc}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:15px/1.7 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",system-ui,sans-serif;font-variant-numeric:tabular-nums}
a{color:var(--accent)}
header{background:var(--card);border-bottom:1px solid var(--line)}
header>div,main{max-width:1120px;margin:0 auto;padding:0 20px}
header>div{display:flex;flex-wrap:wrap;align-items:baseline;gap:4px 28px;padding-top:14px}
header h1{font-size:19px;margin:0}
header p{margin:0;color:var(--soft);font-size:13px}
nav{display:flex;overflow-x:auto;gap:2px 4px;width:100%;margin-top:6px}
nav a{flex:none;white-space:nowrap;padding:8px 12px;text-decoration:none;color:var(--ink);border-bottom:3px solid transparent}
nav a:hover{background:var(--ground)}
nav a[aria-current]{color:var(--accent);border-color:var(--accent);font-weight:600}
nav b{font-weight:400;color:var(--soft);font-size:13px;margin-left:4px}
main{padding-top:22px;padding-bottom:60px}
h2{font-size:17px;margin:0 0 10px}
h2 small,th small,label small,button small,dt small{font-weight:400;color:var(--soft);font-size:12px;margin-left:6px}
.columns{display:grid;gap:18px;grid-template-columns:repeat(auto-fit,minmax(310px,1fr));align-items:start}
.wide{grid-column:1/-1}.wide .list{columns:2 340px;column-gap:36px}.wide .list li{break-inside:avoid}
.split{display:grid;gap:22px;grid-template-columns:minmax(0,1fr) 400px;align-items:start}
.card{background:var(--card);border:1px solid var(--line);border-radius:10px;padding:16px 18px;margin-bottom:16px;overflow-wrap:anywhere}
.card>:last-child{margin-bottom:0}
.quiet{color:var(--soft);font-size:13px}
.empty{color:var(--soft);border-style:dashed;text-align:center;padding:28px}
.tag{display:inline-block;border-radius:4px;padding:0 7px;font-size:12px;line-height:20px;background:var(--ground);color:var(--soft);white-space:nowrap}
.tag.good{background:var(--goodbg);color:var(--good)}.tag.bad{background:var(--badbg);color:var(--bad)}.tag.warn{background:var(--warnbg);color:var(--warn)}
.notice{border-radius:8px;padding:10px 14px;margin-bottom:18px;background:var(--goodbg);color:var(--good)}
.notice.bad{background:var(--badbg);color:var(--bad)}
.post{display:grid;grid-template-columns:44px minmax(0,1fr);gap:0 12px}
.face{width:44px;height:44px;border-radius:50%;background:#b3261e;color:#fff;display:grid;place-items:center;font-size:18px}
.post p{margin:4px 0 8px;white-space:pre-wrap}
.post img{max-width:240px;border-radius:6px;display:block}
.gone{opacity:.62}.gone p{text-decoration:line-through}
.list{list-style:none;margin:0;padding:0}
.list li{border-top:1px solid var(--line);padding:9px 0}.list li:first-child{border-top:0;padding-top:0}
.list a{text-decoration:none}.list li>a,.row>div>a{font-weight:600}.list a:hover{text-decoration:underline}
.list [aria-current]{border-left:3px solid var(--accent);padding-left:8px}
.row{display:flex;gap:12px;align-items:flex-start}.row>:nth-child(2){flex:1;min-width:0}
.cover{width:72px;height:72px;object-fit:cover;border-radius:6px;background:var(--ground);flex:none}
.phone{width:390px;max-width:100%;border:10px solid #1b1f24;border-radius:38px;overflow:hidden;background:#fff;position:sticky;top:16px}
.phone iframe{width:100%;height:690px;border:0;display:block}
.mail{width:100%;height:min(1000px,80vh);border:1px solid var(--line);border-radius:8px;background:#fff}
table{border-collapse:collapse;width:100%}
th,td{text-align:left;vertical-align:top;padding:6px 10px 6px 0;border-bottom:1px solid var(--line);overflow-wrap:anywhere}
table.calls td:nth-child(3){min-width:8em}table.calls td:first-child,table.calls td:nth-child(2){white-space:nowrap}
th{font-weight:600;color:var(--soft);font-size:13px;white-space:nowrap}
code,pre{font:13px/1.6 ui-monospace,"SFMono-Regular",Menlo,monospace}
pre{white-space:pre-wrap;margin:0}
table.facts th{width:1%;padding-right:24px}
summary{cursor:pointer;color:var(--accent)}
button{font:inherit;border:1px solid var(--line);background:var(--card);color:var(--ink);border-radius:6px;padding:6px 12px;min-height:36px;cursor:pointer;text-align:left}
button:hover{border-color:var(--accent);color:var(--accent)}
button.strong{background:var(--accent);border-color:var(--accent);color:#fff}
.buttons{display:flex;flex-wrap:wrap;gap:8px}
form{margin:0}
.fields{display:grid;gap:10px 14px;grid-template-columns:repeat(auto-fit,minmax(190px,1fr));align-items:end}
label{display:block;font-size:13px}
input,select{font:inherit;width:100%;padding:6px 8px;min-height:36px;border:1px solid #b6c0cb;border-radius:6px;background:#fff;color:inherit}
:focus-visible{outline:3px solid #8db4e8;outline-offset:1px}
#news{position:fixed;right:20px;bottom:20px;background:var(--accent);color:#fff;padding:10px 16px;border-radius:8px;text-decoration:none}
@media (max-width:860px){.split{grid-template-columns:minmax(0,1fr)}.phone{position:static}main{padding-left:12px;padding-right:12px}body{font-size:16px}}
`;
