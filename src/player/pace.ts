/**
 * Milliseconds that what can wait leaves to the frame that shows a press: longer than a frame takes
 * on a modest laptop, too short to be noticed.
 */
export const AFTER_FRAME = 50;
