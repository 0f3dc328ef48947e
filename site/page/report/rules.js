// Where the page of rules is.

// The address of what is said of a rule; '' where there is none.
export const ruleAddress = (rule) => `rules.html#${rule}`;
