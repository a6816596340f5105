/** The form that is meant where nobody names one. */
export const FIRST_FORM = 'II.06a'
