/** Below so many, counts only: a percentage of few says more than is known (domain brief 1.4, N7). */
export const FEWEST_FOR_PERCENTAGE = 50;
