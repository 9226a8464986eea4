import { faultCalls, faultKinds, type Fault, type FaultChannel } from '../fault.js';
import { faultPresets, type FaultPreset } from '../fault-presets.js';
import { html, type Html } from './html.js';

const channelWords: Readonly<Record<FaultChannel, readonly [string, string]>> = {
  weibo: ['微博', 'Weibo'],
  wechat: ['公众号', 'WeChat'],
  webhook: ['城市 App', 'App'],
  smtp: ['邮件', 'SMTP'],
};

/** The switches: what is on, what can be switched on with one click, and a form for the rest. */
export const faultPage = (faults: readonly Fault[], problem?: string): Html =>
  html`${problem && html`<div class="notice bad">${problem}</div>`}${active(faults)}${(['weibo', 'wechat', 'webhook', 'smtp'] as const).map(presets)}${orderForm}`;

const active = (faults: readonly Fault[]): Html => {
  if (faults.length === 0)
    return html`<div class="notice">所有接口都正常工作。No fault is switched on.</div>`;
  const rows = faults.map(
    (fault) =>
      html`<tr>
        <td>${channelWords[fault.channel][0]}</td>
        <td><code>${fault.call}</code></td>
        <td><code>${describe(fault)}</code></td>
        <td>
          ${fault.times === 'always' ? '一直' : `还剩 ${fault.times} 次`}${fault.skip > 0 && `，先放行 ${fault.skip} 次`}
        </td>
        <td>
          <form method="post" action="/faults/${fault.id}/remove"><button>关闭</button></form>
        </td>
      </tr>`,
  );
  return html`<section class="card"><h2>已打开的故障<small>Switched on</small></h2><table><tr><th>渠道</th><th>接口</th><th>故障</th><th>次数</th><th></th></tr>${rows}</table><p><form method="post" action="/faults/clear"><button>全部关闭 All off</button></form></p></section>`;
};

const describe = (fault: Fault): string => {
  const named = ['code', 'status', 'polls', 'laterStatus', 'milliseconds', 'match', 'text'] as const;
  const details = named.flatMap((name) => (fault[name] === undefined ? [] : [`${name}=${fault[name]}`]));
  return [fault.kind, ...details].join(' ');
};

const presets = (channel: FaultChannel): Html => {
  const own = faultPresets.filter(({ order }) => order.channel === channel);
  return html`<section class="card">
    <h2>${channelWords[channel][0]}<small>${channelWords[channel][1]}</small></h2>
    <div class="buttons">${own.map(button)}</div>
  </section>`;
};

const button = ({ chinese, english, order }: FaultPreset): Html =>
  html`<form method="post" action="/faults">
    <input type="hidden" name="order" value="${JSON.stringify(order)}" /><button
      title="${order.call ?? '*'} · ${order.kind}"
    >
      ${chinese}<small>${english}</small>
    </button>
  </form>`;

const calls = (Object.keys(faultCalls) as FaultChannel[]).map(
  (channel) =>
    html`<optgroup label="${channelWords[channel][0]}">
      ${['*', ...faultCalls[channel]].map((call) => html`<option value="${channel} ${call}">${call === '*' ? `${channelWords[channel][0]}：全部` : call}</option>`)}
    </optgroup>`,
);

const field = (name: string, words: readonly [string, string], hint = ''): Html =>
  html`<label>${words[0]}<small>${words[1]}</small><input name="${name}" placeholder="${hint}" /></label>`;

const orderForm = html`<section class="card">
  <h2>自定义<small>Any other</small></h2>
  <form method="post" action="/faults">
    <div class="fields">
      <label
        >接口<small>Call</small
        ><select name="target">
          ${calls}
        </select></label
      ><label
        >故障<small>Kind</small
        ><select name="kind">
          ${faultKinds.map((kind) => html`<option>${kind}</option>`)}
        </select></label
      >${field('times', ['次数', 'Times'], '1 或 always')}${field('skip', ['先放行', 'Skip'], '0')}${field('code', ['错误码', 'Code'])}${field('status', ['状态', 'Status'])}${field('polls', ['查询次数', 'Polls'])}${field('milliseconds', ['毫秒', 'Milliseconds'])}${field('match', ['仅当请求含有', 'Only if it contains'])}${field('text', ['文字', 'Text'])}<button
        class="strong"
      >
        打开 Switch on
      </button>
    </div>
  </form>
</section>`;
