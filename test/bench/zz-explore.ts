import { readFileSync } from 'node:fs';
import { profileOf } from '../../libs/conflict/same-matter/profile.js';
import { FEATURES, pairFeatures } from '../../libs/conflict/same-matter/features.js';
const P = readFileSync('/work/shared/data/pairs-dev.jsonl','utf8').trim().split('\n').map((l)=>JSON.parse(l));
const cache = new Map(); const prof = (r:any)=>{ let p=cache.get(r.id); if(!p){p=profileOf(r); cache.set(r.id,p);} return p; };
function auc(s:number[],y:number[]){ const p=[],n=[]; for(let i=0;i<s.length;i++) (y[i]?p:n).push(s[i]!); let c=0; for(const a of p) for(const b of n) c+= a>b?1:a===b?0.5:0; return c/p.length/n.length; }
prof(P[0].a);
console.time('prof'); for(const p of P){prof(p.a);prof(p.b);} console.timeEnd('prof'); console.log(cache.size);
console.time('feat'); const X=P.map(p=>pairFeatures(prof(p.a),prof(p.b))); console.timeEnd('feat');
for (const src of [['weibo','dxy'],['bulletin']]) { const ix=P.map((p,i)=>i).filter(i=>src.includes(P[i].source));
 console.log(src.join()); console.log(FEATURES.map((f,k)=>f+' '+(100*auc(ix.map(i=>X[i]![k]!),ix.map(i=>P[i].label==='sameMatter'?1:0))).toFixed(1)).join('  ')); }
