/** The paper a summary is printed on. */
export const paperSizes = ['A4', 'Letter'] as const;

export type PaperSize = (typeof paperSizes)[number];
