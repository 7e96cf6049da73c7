/** Why content that was activated is taken back (B3): the page could not start with it, or was not heard of in time. */
export const contentFailures = ['page-failed', 'no-sign'] as const;

export type ContentFailure = (typeof contentFailures)[number];
