/** Windows in which notes stand beside the text: the reader’s widest columns and a scroll bar. */
export const BESIDE = '(width >= 79rem)';
