import type { Frame } from '#src/simulator/contract.ts';

/** The window a course runs in. */
export interface CourseWindow {
  /** False once the learner has closed a popup. */
  isOpen(): boolean;
  /** Navigates away, so that the course's page events fire, then removes the window. */
  leave(): Promise<void>;
  /** Removes the window at once. */
  remove(): void;
}

/** How long a course may take to leave. */
const LEAVE_TIMEOUT = 2000;

/** Opens the course at `url`. Throws in plain words if the browser blocks its popup. */
export function openCourseWindow(
  frame: Frame,
  url: string,
  host: HTMLElement,
  title: string,
): CourseWindow {
  return frame === 'popup' ? openPopup(url) : openFrame(frame, url, host, title);
}

function openFrame(frame: Frame, url: string, host: HTMLElement, title: string): CourseWindow {
  const element = document.createElement('iframe');
  element.title = title;
  element.allowFullscreen = true;
  if (frame === 'nested') element.srcdoc = nest(nest(courseFrame(url)));
  else {
    element.name = 'course';
    element.src = url;
  }
  host.replaceChildren(element);
  return {
    isOpen: () => element.isConnected,
    async leave() {
      const left = new Promise((resolve) =>
        element.addEventListener('load', resolve, { once: true }),
      );
      // `replace` leaves no entry in the page's history.
      element.contentWindow?.location.replace('about:blank');
      await Promise.race([left, wait(LEAVE_TIMEOUT)]);
      element.remove();
    },
    remove: () => element.remove(),
  };
}

const STYLE = 'style="display:block;border:0;width:100%;height:100%"';
const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
const courseFrame = (url: string): string =>
  `<!doctype html><html lang="en"><title>LMS</title><body style="margin:0;height:100vh"><iframe name="course" title="Course" ${STYLE} allowfullscreen src="${escape(url)}"></iframe>`;
const nest = (page: string): string =>
  `<!doctype html><html lang="en"><title>LMS</title><body style="margin:0;height:100vh"><iframe title="LMS" ${STYLE} allowfullscreen srcdoc="${escape(page)}"></iframe>`;

function openPopup(url: string): CourseWindow {
  const popup = window.open(url, 'course', 'popup,width=1024,height=720');
  if (popup === null)
    throw new Error('The browser blocked the course’s window. Allow popups for this page.');
  return {
    isOpen: () => !popup.closed,
    async leave() {
      if (popup.closed) return;
      // Added last, so that it is called after the course's own listeners.
      const left = new Promise((resolve) => popup.addEventListener('pagehide', resolve));
      popup.location.replace('about:blank');
      await Promise.race([left, wait(LEAVE_TIMEOUT)]);
      await wait(0);
      popup.close();
    },
    remove: () => popup.close(),
  };
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
