import { chromium, type Browser, type Page } from '@playwright/test';
import { findChromium } from '#src/cli/chromium.ts';

/** What the learner's machine and connection are like. */
export interface Conditions {
  /** How many times slower the processor is. */
  readonly cpu: number;
  /** Absent: the connection is not throttled. */
  readonly network?: { readonly bitsPerSecond: number; readonly latency: number };
}

/** This machine as it is. */
export const FAST: Conditions = { cpu: 1 };

/** A modest laptop on a slow mobile connection: 4× CPU, 1.6 Mbps, 150 ms (issue 2, "Bars"). */
export const SLOW: Conditions = { cpu: 4, network: { bitsPerSecond: 1_600_000, latency: 150 } };

const VIEWPORT = { width: 1280, height: 720 };

/** Starts the Chromium of the browser tests. */
export async function startBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: await findChromium(),
    args: [
      // The sandbox of Chromium does not start for root, as in a container.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
    ],
  });
}

/** Does some work on a page of a learner who has never been here: every cache is cold. */
export async function withNewLearner<T>(
  browser: Browser,
  conditions: Conditions,
  work: (page: Page) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext({ viewport: VIEWPORT, locale: 'en-US' });
  try {
    const page = await context.newPage();
    await throttle(page, conditions);
    return await work(page);
  } finally {
    await context.close();
  }
}

async function throttle(page: Page, { cpu, network }: Conditions): Promise<void> {
  const session = await page.context().newCDPSession(page);
  if (cpu > 1) await session.send('Emulation.setCPUThrottlingRate', { rate: cpu });
  if (!network) return;
  const bytesPerSecond = network.bitsPerSecond / 8;
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: network.latency,
    downloadThroughput: bytesPerSecond,
    uploadThroughput: bytesPerSecond,
  });
}
