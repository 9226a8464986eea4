import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { openBrowser } from '../support/browser.js';
import { hotp, stepAt } from '../../libs/access/factor/totp.js';
import { bytesOfKey } from '../support/authenticator.js';
import { startCity, type City } from '../support/city.js';
import { signedIn } from './desk-window.js';

const found = await openBrowser().then(
  (browser) => ({ browser, lack: '' }),
  (error: unknown) => ({ browser: null, lack: `（没有可用的浏览器：${String(error).split('\n')[0]}）` }),
);
const inBrowser = found.browser === null ? describe.skip : describe;

inBrowser(`the settings in Chromium${found.lack}`, () => {
  const browser = found.browser as Browser;
  let city: City;

  beforeAll(async () => {
    city = await startCity();
  });
  afterAll(async () => {
    await browser.close();
    await city.close();
  });

  test('an administrator adds a person, who must choose a password; test-sends say what they do; the record is verified on a phone', async () => {
    const office = await signedIn(browser, city.address, 'administrator', 'koujing-demo');
    const { page } = office;
    await page.goto(`${city.address}/settings?tab=persons`);
    await page.getByRole('button', { name: '增加人员' }).click();
    const form = page.getByRole('dialog', { name: '增加人员' });
    await form.getByLabel('用户名').fill('jianglan');
    await form.getByLabel('姓名').fill('江澜');
    for (const [label, choice] of [
      ['角色', '起草员'],
      ['机关', '滨海市水务局'],
    ] as const) {
      // By the keyboard: on a busy machine a list that is still unfolding loses a click.
      const field = form.getByRole('combobox', { name: label });
      await field.click();
      await field.fill(choice);
      await page.locator('.ant-select-item-option-active', { hasText: choice }).waitFor();
      await field.press('Enter');
      await form
        .locator('.ant-select', { has: page.getByRole('combobox', { name: label }) })
        .getByText(choice)
        .first()
        .waitFor();
    }
    await form.getByRole('button', { name: '保存' }).click();
    const once = page.getByRole('dialog', { name: /初始密码/u });
    const password = (await once.locator('code').innerText()).trim();
    expect(password).toMatch(/^[a-z2-9]{4}(?:-[a-z2-9]{4}){6}$/u);
    await once.getByRole('button', { name: '我已记下' }).click();
    await once.waitFor({ state: 'hidden' });
    expect(await page.content()).not.toContain(password);

    await page.goto(`${city.address}/settings?tab=channels`);
    await page.getByRole('button', { name: /^用滨海发布（微信公众号）测试发送$/u }).click();
    const trial = page.getByRole('dialog', { name: /测试发送/u });
    await trial.getByText('粉丝看不到').waitFor();
    await trial.getByLabel('收测试消息的微信号').fill('wenwen');
    await trial.getByRole('button', { name: '现在发送' }).click();
    await trial.getByText('已发出').waitFor();
    await trial.getByRole('button', { name: '取消' }).click();
    const weibo = page.getByRole('button', { name: /^用滨海发布（微博）测试发送$/u });
    expect(await weibo.getAttribute('aria-disabled')).toBe('true');

    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`${city.address}/settings?tab=audit&act=person`);
    await page.getByText('管理员·吴工增加了江澜').waitFor();
    await page.getByRole('button', { name: '校验', exact: true }).click();
    await page.getByText('已校验到第').waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    expect(office.complaints).toEqual([]);
    await office.close();

    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'zh-CN' });
    const phone = await context.newPage();
    await phone.goto(city.address);
    await phone.getByLabel('用户名').fill('jianglan');
    await phone.getByLabel('密码', { exact: true }).fill(password);
    await phone.getByRole('button', { name: /登\s*录/u }).click();
    await phone.getByRole('heading', { name: '请先设置自己的密码' }).waitFor();
    await phone.getByLabel('初始密码').fill(password);
    await phone.getByLabel('新密码', { exact: true }).fill('供水-2026-大江东去');
    await phone.getByLabel('再输一次新密码').fill('供水-2026-大江东去');
    await phone.getByRole('button', { name: '更改密码' }).click();
    await phone.getByRole('navigation', { name: '主导航' }).waitFor();

    await phone.goto(`${city.address}/security`);
    await phone.getByRole('button', { name: '设置两步验证' }).click();
    const factor = phone.getByRole('region', { name: '两步验证' });
    await factor.getByLabel('密码', { exact: true }).fill('供水-2026-大江东去');
    await factor.getByRole('button', { name: '下一步' }).click();
    await factor.getByRole('img', { name: '给身份验证器扫描的二维码' }).waitFor();
    const secret = bytesOfKey((await factor.locator('.factor-key').textContent()) ?? '');
    const step = stepAt(new Date());
    await factor.getByLabel('身份验证器显示的 6 位数字').fill(hotp(secret, step));
    await factor.getByRole('button', { name: '确认并启用' }).click();
    const codes = phone.getByRole('region', { name: '恢复码' });
    await codes.locator('code').first().waitFor();
    expect(await codes.locator('code').allTextContents()).toHaveLength(10);
    await codes.getByRole('button', { name: '我已保存' }).click();
    await factor.getByText('还有 10 枚恢复码可用').waitFor();
    const devices = phone.getByRole('region', { name: '登录的设备' });
    await devices.getByText('没有在别处登录。').waitFor();
    await phone.context().clearCookies();
    await phone.goto(city.address);
    await phone.getByLabel('用户名').fill('jianglan');
    await phone.getByLabel('密码', { exact: true }).fill('供水-2026-大江东去');
    await phone.getByRole('button', { name: /登\s*录/u }).click();
    await phone.getByLabel('验证码').fill(hotp(secret, step + 1));
    await phone.getByRole('button', { name: /登\s*录/u }).click();
    await phone.getByRole('navigation', { name: '主导航' }).waitFor();
    await context.close();
  });

  test('an administrator adds a step to an approval chain, is told what may not go, and takes it back', async () => {
    const office = await signedIn(browser, city.address, 'administrator', 'koujing-demo');
    const { page } = office;
    await page.goto(`${city.address}/settings?tab=rules`);
    await page.getByRole('button', { name: '修改：审签链' }).click();
    const form = page.getByRole('dialog', { name: '修改：审签链' });
    const ordinary = form.getByRole('group', { name: '一般审签' });
    await form.getByLabel('依据').last().fill('滨新办〔2026〕15号');
    // The third row is the leader's approval: it cannot be left out.
    await ordinary.getByRole('button', { name: '去掉', exact: true }).nth(2).click();
    await form.getByRole('button', { name: '保存' }).click();
    await form.getByText(/一般审签：须含 contentApproval：主要领导审定/u).waitFor();
    await form.getByRole('button', { name: '取消' }).click();
    await page.getByRole('button', { name: '修改：审签链' }).click();
    await form.getByLabel('依据').last().fill('滨新办〔2026〕15号');
    await ordinary.getByLabel('各步须由不同的人办理').check();
    await form.getByRole('button', { name: '保存' }).click();
    await form.waitFor({ state: 'hidden' });
    const row = page.getByRole('row', { name: /^审签链/u });
    await row.getByText('各步须由不同的人办理').waitFor();
    await row.getByText('控制台设置', { exact: true }).first().waitFor();
    await page.getByRole('button', { name: '恢复：审签链' }).click();
    await page.getByRole('tooltip').getByRole('button', { name: '恢复' }).click();
    await row.getByText('各步须由不同的人办理').waitFor({ state: 'hidden' });
    expect(office.complaints.filter((words) => !words.includes('/api/rules/numbers'))).toEqual([]);
    await office.close();
  });

  test('an administrator sets a number of the rules, is told what is allowed, and takes it back', async () => {
    const office = await signedIn(browser, city.address, 'administrator', 'koujing-demo');
    const { page } = office;
    await page.goto(`${city.address}/settings?tab=rules`);
    await page.getByRole('button', { name: '修改：常规政务信息发布 · 时限' }).click();
    const form = page.getByRole('dialog', { name: '修改：常规政务信息发布 · 时限' });
    await form.getByText('规则文件：10 个工作日（第十九条第一项）').waitFor();
    await form.getByLabel('新的数字（工作日）').fill('12');
    await form.getByLabel('依据').fill('滨新办〔2026〕12号');
    await form.getByRole('button', { name: '保存' }).click();
    await form.getByText(/填的是 12，应为：1 至 10 的整数/u).waitFor();
    await form.getByLabel('新的数字（工作日）').fill('8');
    await form.getByRole('button', { name: '保存' }).click();
    await form.waitFor({ state: 'hidden' });
    const row = page.getByRole('row', { name: /^常规政务信息发布/u });
    await row.getByText('8 个工作日').waitFor();
    await row.getByText('规则文件：10 个工作日').waitFor();

    // A reminder within a list, beside who is told; the list must go on rising.
    await page.getByRole('button', { name: '修改：常规政务信息发布 · 提醒 1' }).click();
    const reminder = page.getByRole('dialog', { name: '修改：常规政务信息发布 · 提醒 1' });
    await reminder.getByLabel(/^新的数字/u).fill('90');
    await reminder.getByLabel('依据').fill('滨新办〔2026〕12号');
    await reminder.getByRole('button', { name: '保存' }).click();
    await reminder.getByText(/填的是 90/u).waitFor();
    await reminder.getByLabel(/^新的数字/u).fill('40');
    await reminder.getByRole('button', { name: '保存' }).click();
    await reminder.waitFor({ state: 'hidden' });
    await row.getByText('40%').waitFor();
    await page.getByRole('button', { name: '恢复：常规政务信息发布 · 提醒 1' }).click();
    await page.getByRole('tooltip').getByRole('button', { name: '恢复' }).click();
    await row.getByText('50%').waitFor();

    await page.goto(`${city.address}/settings?tab=audit&act=rule`);
    await page.getByText('管理员·吴工设置了规则里的数字').first().waitFor();

    await page.goto(`${city.address}/settings?tab=rules`);
    await page.getByRole('button', { name: '恢复：常规政务信息发布 · 时限' }).click();
    await page.getByRole('tooltip').getByRole('button', { name: '恢复' }).click();
    await row.getByText('控制台设置').first().waitFor({ state: 'hidden' });
    await row.getByText('10 个工作日').waitFor();
    expect(office.complaints.filter((words) => !words.includes('/api/rules/numbers'))).toEqual([]);
    await office.close();

    const clerk = await signedIn(browser, city.address, 'coordinator', 'koujing-demo');
    await clerk.page.goto(`${city.address}/settings?tab=rules`);
    await clerk.page.getByText('规则里的数字只有新闻办的管理员可以修改').waitFor();
    expect(await clerk.page.getByRole('button', { name: /^修改：/u }).count()).toBe(0);
    expect(clerk.complaints).toEqual([]);
    await clerk.close();
  });
});
