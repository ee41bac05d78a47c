/** Raise it with every change of what a figure means; each report and export carries it, and the page that defines them. */
export const DEFINITIONS_VERSION = '3';
