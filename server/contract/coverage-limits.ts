/** How long a period may be in questions about coverage that cost more than the others. No zod: the browser imports this file. */

/** Any choice of weekdays and hours, and today's borders, are counted afresh, visit by visit. */
export const LONGEST_AFRESH_DAYS = 366;

/** Row by row, ten years are 73,000 lines and two seconds: they are asked for year by year. */
export const LONGEST_VISIT_LIST_DAYS = 366;

/** The longest tertial, May–August: a workbook of more visits is slow to write and to open. */
export const LONGEST_VISIT_BOOK_DAYS = 123;
