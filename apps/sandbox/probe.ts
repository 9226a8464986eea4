import axios, { type AxiosResponse } from 'axios';
import { setTimeout as sleep } from 'node:timers/promises';
import nodemailer from 'nodemailer';
import type { Sandbox } from './sandbox.js';

/** One transparent pixel. */
export const pngBytes = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** Long enough for a busy machine, short enough for a test of silence. */
const patience = { socketTimeout: 1_000, greetingTimeout: 5_000 };

export type Json = Record<string, unknown>;

/** Waits until the sandbox has done by itself what it does after its answer. @throws after two seconds. */
export const eventually = async (holds: () => boolean): Promise<void> => {
  for (let turn = 0; turn < 200 && !holds(); turn++) await sleep(10);
  if (!holds()) throw new Error(`Still not so after two seconds: ${holds.toString()}`);
};

/** Speaks to a sandbox as bluntly as the tests need: nothing is checked, every status is an answer. */
export class Probe {
  readonly #http = axios.create({
    validateStatus: () => true,
    maxRedirects: 0,
    transformResponse: (text: string) => text,
  });
  #wechatToken: string | undefined;

  constructor(private readonly sandbox: Sandbox) {}

  async wechatToken(): Promise<string> {
    this.#wechatToken ??= String((await this.stableToken())['access_token']);
    return this.#wechatToken;
  }

  async stableToken(more: Json = {}): Promise<Json> {
    const body = {
      grant_type: 'client_credential',
      appid: 'wx0000000000demo01',
      secret: 'demo-wechat-secret',
    };
    return this.wechatRaw('stable_token', JSON.stringify({ ...body, ...more }), '');
  }

  async wechat(name: string, body: unknown): Promise<Json> {
    return this.wechatRaw(name, JSON.stringify(body), await this.wechatToken());
  }

  async wechatRaw(name: string, body: string | Buffer, token: string): Promise<Json> {
    const reply = await this.#http.post(
      `${this.sandbox.wechatUrl}/cgi-bin/${name}?access_token=${token}`,
      body,
    );
    return JSON.parse(String(reply.data)) as Json;
  }

  async wechatGet(name: string, query: Json): Promise<Json> {
    const reply = await this.#http.get(`${this.sandbox.wechatUrl}/cgi-bin/${name}`, { params: query });
    return JSON.parse(String(reply.data)) as Json;
  }

  async wechatUpload(name: string, bytes: Buffer, type = 'image'): Promise<Json> {
    const form = new FormData();
    form.append('media', new Blob([new Uint8Array(bytes)]), 'cover.png');
    const address = `${this.sandbox.wechatUrl}/cgi-bin/${name}?type=${type}&access_token=${await this.wechatToken()}`;
    return JSON.parse(String((await this.#http.post(address, form)).data)) as Json;
  }

  /** A cover and a draft that the platform accepts, with what is different. */
  async draft(changes: Json = {}): Promise<Json> {
    const cover = await this.wechatUpload('material/add_material', pngBytes);
    const article = {
      title: '城东水厂检修通知',
      author: '滨海发布',
      digest: '',
      content: '<p>城东水厂将于周六检修。</p>',
      content_source_url: 'https://news.gov.example/r/1?v=1',
      thumb_media_id: cover['media_id'],
    };
    return this.wechat('draft/add', { articles: [{ ...article, ...changes }] });
  }

  async share(changes: Record<string, string> = {}): Promise<AxiosResponse<string>> {
    const params = {
      access_token: 'demo-weibo-token',
      status: '城东水厂周六检修，请提前储水。https://news.gov.example/r/1',
      rip: '211.156.0.1',
      ...changes,
    };
    return this.weibo('/2/statuses/share.json', params);
  }

  async weibo(path: string, params: Record<string, string>): Promise<AxiosResponse<string>> {
    return this.#http.post(`${this.sandbox.weiboUrl}${path}`, new URLSearchParams(params));
  }

  async weiboForm(path: string, form: FormData): Promise<AxiosResponse<string>> {
    return this.#http.post(`${this.sandbox.weiboUrl}${path}`, form);
  }

  async weiboGet(path: string, params: Record<string, string> = {}): Promise<AxiosResponse<string>> {
    const all = { access_token: 'demo-weibo-token', ...params };
    return this.#http.get(`${this.sandbox.weiboUrl}${path}`, { params: all });
  }

  async get(path: string, headers: Record<string, string> = {}): Promise<AxiosResponse<string>> {
    return this.#http.get(`${this.sandbox.httpUrl}${path}`, { headers });
  }

  async send(
    method: 'POST' | 'DELETE',
    path: string,
    body?: string,
    headers: Json = {},
  ): Promise<AxiosResponse<string>> {
    const type = { 'content-type': 'application/json', ...(headers as Record<string, string>) };
    return this.#http.request({ method, url: `${this.sandbox.httpUrl}${path}`, data: body, headers: type });
  }

  /** One mail by nodemailer; rejects as nodemailer does. */
  async mail(
    to: string,
    changes: Json = {},
    auth?: { user: string; pass: string },
  ): Promise<{ response: string }> {
    const { host, port } = this.sandbox.smtp;
    const transport = nodemailer.createTransport({ host, port, ...patience, ...(auth ? { auth } : {}) });
    try {
      return await transport.sendMail({
        from: 'news@city.example',
        to,
        subject: '城东水厂检修通知',
        text: '城东水厂将于周六检修。',
        html: '<p>城东水厂将于周六检修。</p>',
        messageId: `<release-1.${to}>`,
        ...changes,
      });
    } finally {
      transport.close();
    }
  }
}
