import { readFileSync } from 'node:fs';
import { profileOf } from '../../libs/conflict/same-matter/profile.js';
import { FEATURES, pairFeatures } from '../../libs/conflict/same-matter/features.js';
import { components } from './components.js';
import { fitLogistic, logistic } from './logistic.js';
const P = readFileSync('/work/shared/data/pairs-dev.jsonl','utf8').trim().split('\n').map((l)=>JSON.parse(l));
const cache = new Map(); const prof = (r:any)=>{ let p=cache.get(r.id); if(!p){p=profileOf(r); cache.set(r.id,p);} return p; };
export function auc(s:number[],y:number[]){ const p=[],n=[]; for(let i=0;i<s.length;i++) (y[i]?p:n).push(s[i]!); let c=0; for(const a of p) for(const b of n) c+= a>b?1:a===b?0.5:0; return c/p.length/n.length; }
const f1=(s:number[],y:number[])=>{let tp=0,fp=0,fn=0; s.forEach((v,i)=>{if(v>=.5) y[i]?tp++:fp++; else if(y[i]) fn++;}); return {f1:2*tp/(2*tp+fp+fn),tp,fp,fn};};
const G = P.filter(p=>p.source!=='bulletin');
const X = G.map(p=>pairFeatures(prof(p.a),prof(p.b))); const y=G.map(p=>p.label==='sameMatter'?1:0);
const comp = components(G.map(p=>[p.a.id.replace(/_v\d+|~.*/,''),p.b.id.replace(/_v\d+|~.*/,'')]));
console.log('components',new Set(comp).size);
for (const l2 of [0.3,1,3,10]) {
  const s=new Array(G.length).fill(0);
  for (let fold=0;fold<10;fold++){ const tr=G.map((_,i)=>i).filter(i=>comp[i]!%10!==fold); const m=fitLogistic(tr.map(i=>X[i]!),tr.map(i=>y[i]!),{l2}); G.forEach((_,i)=>{ if(comp[i]!%10===fold) s[i]=logistic(m,X[i]!); }); }
  const w=G.map((p,i)=>i).filter(i=>G[i].source==='weibo');
  console.log(l2,'all',(100*auc(s,y)).toFixed(1),JSON.stringify(f1(s,y)),'weibo',(100*auc(w.map(i=>s[i]),w.map(i=>y[i]!))).toFixed(1),JSON.stringify(f1(w.map(i=>s[i]),w.map(i=>y[i]!))));
  if (l2===3) G.forEach((p,i)=>{ if((s[i]>=.5)!==!!y[i]) console.log(y[i],s[i].toFixed(2),p.a.title,'|',p.b.title); });
}
const m=fitLogistic(X,y,{l2:3}); console.log(FEATURES.map((f,k)=>f+' '+m.weights[k]!.toFixed(2)).join('  '), m.bias);
