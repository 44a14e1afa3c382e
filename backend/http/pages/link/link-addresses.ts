/** Query parameter of the forms on a result page: the opening that they belong to. Not a secret; its cookie proves it. */
export const openingParameter = 'opening';
