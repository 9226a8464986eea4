interface Named {
  readonly name: string;
}

/** What a person is called: the whole name, and the name itself where a post stands before it (`审批领导·沈岳`). */
const callsOf = ({ name }: Named): readonly string[] => [name, name.slice(name.lastIndexOf('·') + 1)];

/** Whoever is named by `@姓名`; where one name begins another, the longer one is meant. */
export const mentionedIn = <Person extends Named>(
  text: string,
  people: readonly Person[],
): readonly Person[] => {
  const calls = [...new Set(people.flatMap(callsOf))].sort((a, b) => b.length - a.length);
  const meant = new Set(
    [...text.matchAll(/[@＠]/gu)].flatMap(({ index }) => {
      const rest = text.slice(index + 1);
      return calls.find((call) => call !== '' && rest.startsWith(call)) ?? [];
    }),
  );
  return people.filter((person) => callsOf(person).some((call) => meant.has(call)));
};
