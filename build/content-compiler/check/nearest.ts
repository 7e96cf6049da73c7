/** What somebody may have meant by a misspelt name. */

/** The one name that shares most of its letters' pairs with a misspelt one, if it shares half of them. */
export function nearest<Name extends string>(wrong: string, names: readonly Name[]): Name | undefined {
  const pairs = (word: string): ReadonlySet<string> =>
    new Set(Array.from({ length: Math.max(0, word.length - 1) }, (_, at) => word.slice(at, at + 2)));
  const likeness = (name: string): number => {
    const [a, b] = [pairs(wrong), pairs(name)];
    return (2 * [...a].filter((pair) => b.has(pair)).length) / Math.max(1, a.size + b.size);
  };
  const [best] = names.map((name) => ({ name, like: likeness(name) })).sort((a, b) => b.like - a.like);
  return best && best.like >= 0.5 ? best.name : undefined;
}
