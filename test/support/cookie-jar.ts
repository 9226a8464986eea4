/** A browser as far as redirects and cookies go; one jar for every house, as the names do not meet. */
export class CookieJar {
  readonly #cookies = new Map<string, string>();

  cookie(name: string): string | undefined {
    return this.#cookies.get(name);
  }

  set(name: string, value: string): void {
    this.#cookies.set(name, value);
  }

  async ask(url: string, init: RequestInit = {}): Promise<Response> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(url, { redirect: 'manual', ...init, headers: { ...init.headers, cookie } });
    for (const line of answer.headers.getSetCookie()) this.#keep(line);
    return answer;
  }

  /** Follows redirects until one leads to an address that starts so, and answers that address; '' if none does. */
  async until(url: string, start: string): Promise<string> {
    let next = url;
    for (let step = 0; step < 10; step += 1) {
      if (next.startsWith(start)) return next;
      const answer = await this.ask(next);
      const to = answer.headers.get('location');
      if (to === null) return '';
      next = new URL(to, next).href;
    }
    return '';
  }

  #keep(line: string): void {
    const [pair = ''] = line.split(';');
    const [name = '', value = ''] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)];
    if (/expires=Thu, 01 Jan 1970/iu.test(line)) this.#cookies.delete(name);
    else this.#cookies.set(name, value);
  }
}
