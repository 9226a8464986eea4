/** A rule of the city by its name in the rules file. */
export interface NamedRule {
  readonly rule: string;
  readonly title: string;
  readonly article: string;
}

/** Port, implemented where the rules file is loaded: which rules there are to interpret (Art.46). */
export interface RuleBook {
  rules(): readonly NamedRule[];
}
